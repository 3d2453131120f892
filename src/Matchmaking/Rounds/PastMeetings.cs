namespace Matchmaking.Rounds;

/// <summary>What a history means for the members of today, as of a moment: who met whom when, and who was left out.</summary>
internal sealed class PastMeetings
{
    private static readonly TimeSpan s_month = TimeSpan.FromDays(30);

    private readonly Dictionary<(int, int), DateTimeOffset> _last = [];
    private readonly Dictionary<int, List<int>> _partners = [];
    private readonly HashSet<(int, int)> _inRounds = [];
    private readonly HashSet<(int, int)> _together = [];
    private readonly Dictionary<int, List<(DateTimeOffset Time, int[] Group)>> _meetings = [];
    private readonly int[] _leftOut;
    private readonly int[] _waiting;
    private readonly DateTimeOffset _now;
    private readonly TimeSpan _coolDown;
    private readonly TimeSpan _recovery;
    private readonly DateTimeOffset _neverAgainFrom;

    /// <param name="community">The members of today.</param>
    /// <param name="options">The history, and how it counts.</param>
    /// <param name="coolDown">For how long two do not meet again.</param>
    /// <param name="now">The moment.</param>
    /// <param name="neverAgainFrom">
    /// Who meets in a round from this moment on does not meet again at all: the rounds that are planned together.
    /// </param>
    public PastMeetings(Community community, RoundOptions options, TimeSpan coolDown, DateTimeOffset now, DateTimeOffset neverAgainFrom)
    {
        _neverAgainFrom = neverAgainFrom;
        (_now, _coolDown, _recovery) = (now, coolDown, options.Recovery);
        _leftOut = new int[community.Members.Count];
        _waiting = new int[community.Members.Count];
        foreach (HistoryEntry round in options.History.Rounds)
        {
            foreach (IReadOnlyList<string> group in round.Groups)
                Add(round, Positions(community, group));
            if (round.Time > now || round.Kind != options.Kind)
                continue;
            foreach (int member in Positions(community, round.LeftOut))
            {
                _leftOut[member]++;
                _waiting[member]++;
            }

            foreach (int member in round.Groups.SelectMany(group => Positions(community, group)))
                _waiting[member] = 0;
        }

        // Introductions outside of rounds have their own cool-down, a rule; here they count for how fresh a meeting would be.
        foreach (Outcome outcome in community.Outcomes)
            Touch(Key(community.IndexOf(outcome.FromId), community.IndexOf(outcome.ToId)), outcome.Time ?? now);
    }

    /// <summary>Whether the two met in a round within the cool-down, or are to meet in one that is planned within it.</summary>
    public bool IsCoolingDown(int a, int b) =>
        _inRounds.Contains(Key(a, b)) && (ArePlannedTogether(a, b) || (_now - _last[Key(a, b)]).Duration() < _coolDown);

    /// <summary>
    /// Whether the two meet in one of the rounds that are planned together with this one, where nobody meets twice however long the
    /// cool-down is.
    /// </summary>
    public bool ArePlannedTogether(int a, int b) => _together.Contains(Key(a, b));

    /// <summary>Whether the two met in a round at any time.</summary>
    public bool HaveMet(int a, int b) => _inRounds.Contains(Key(a, b));

    /// <summary>When the two met in a round, or had an outcome; null: never.</summary>
    public DateTimeOffset? Last(int a, int b) => _last.TryGetValue(Key(a, b), out DateTimeOffset last) ? last : null;

    /// <summary>Those whom the member does not meet again yet.</summary>
    public IEnumerable<int> CoolingDown(int member) =>
        _partners.TryGetValue(member, out List<int>? partners) ? partners.Where(other => IsCoolingDown(member, other)) : [];

    /// <summary>
    /// How many meetings the member has in rounds in the 30 days around now that hold most: a meeting now must fit into every 30 days that
    /// it lies in, of rounds before and of planned ones after. One counts once, of however many it is, and not at all where the ledger of
    /// outcomes counts one of those met.
    /// </summary>
    public int MeetingsThisMonth(int member, IntroductionLedger ledger)
    {
        if (!_meetings.TryGetValue(member, out List<(DateTimeOffset Time, int[] Group)>? meetings))
            return 0;
        DateTimeOffset[] times =
        [
            .. meetings
                .Where(meeting =>
                    (_now - meeting.Time).Duration() < s_month
                    && !meeting.Group.Any(other => other != member && ledger.CountsThisMonth(member, other, _now))
                )
                .Select(meeting => meeting.Time),
        ];
        return times.Append(_now).Where(first => first <= _now).Max(first => times.Count(time => time >= first && time - first < s_month));
    }

    /// <summary>
    /// What a meeting counts for being new, beside its score: 0 for strangers; −2 right after the cool-down of those who met, half of that
    /// a <see cref="RoundOptions.Recovery"/> later, and so on. Added to a score, never multiplied with it: so for one
    /// <c>Recovery</c> somebody new comes before somebody met whatever the scores, also where nobody tells anything and all scores are 0.
    /// </summary>
    public double Novelty(int a, int b)
    {
        if (!_last.TryGetValue(Key(a, b), out DateTimeOffset last) || _recovery == TimeSpan.Zero)
            return 0;
        double since = ((_now - last).Duration() - _coolDown) / _recovery;
        return -2 * Math.Exp(-Math.Log(2) * Math.Max(0, since));
    }

    /// <summary>How many others the member met in rounds.</summary>
    public int PartnersOf(int member) => _partners.TryGetValue(member, out List<int>? partners) ? partners.Count : 0;

    /// <summary>
    /// How much a member comes before others: 0 never left out; above all counts how often since they last met anybody, then how often
    /// ever.
    /// </summary>
    public int Precedence(int member) => (16 * Math.Min(15, _waiting[member])) + Math.Min(15, _leftOut[member]);

    private void Add(HistoryEntry round, int[] group)
    {
        foreach (int member in group)
        {
            if (!_meetings.TryGetValue(member, out List<(DateTimeOffset, int[])>? meetings))
                _meetings.Add(member, meetings = []);
            meetings.Add((round.Time, group));
        }

        for (int i = 0; i < group.Length; i++)
        {
            for (int j = i + 1; j < group.Length; j++)
            {
                // Of mentors' and buddies' rounds and of all others alike: who met has met.
                (int, int) key = Key(group[i], group[j]);
                if (_inRounds.Add(key))
                {
                    Partners(group[i]).Add(group[j]);
                    Partners(group[j]).Add(group[i]);
                }

                if (round.Time >= _neverAgainFrom)
                    _together.Add(key);
                Touch(key, round.Time);
            }
        }
    }

    private void Touch((int, int) key, DateTimeOffset time)
    {
        // The meeting nearest to now counts: a planned one may lie ahead.
        if (!_last.TryGetValue(key, out DateTimeOffset known) || (_now - time).Duration() < (_now - known).Duration())
            _last[key] = time;
    }

    private List<int> Partners(int member) => _partners.TryGetValue(member, out List<int>? partners) ? partners : _partners[member] = [];

    private static int[] Positions(Community community, IReadOnlyList<string> ids)
    {
        var positions = new HashSet<int>(ids.Count);
        foreach (string id in ids)
        {
            if (community.TryIndexOf(id, out int position))
                positions.Add(position);
        }

        return [.. positions];
    }

    private static (int, int) Key(int a, int b) => a < b ? (a, b) : (b, a);
}
