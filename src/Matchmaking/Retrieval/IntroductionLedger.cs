namespace Matchmaking;

/// <summary>What was introduced when: the basis of caps, cool-downs and mentors' free places.</summary>
internal sealed class IntroductionLedger
{
    private static readonly TimeSpan s_month = TimeSpan.FromDays(30);

    private readonly Dictionary<(int, int), Entry> _pairs = [];
    private readonly List<int>?[] _partners;
    private readonly Community _community;
    private readonly MatchmakerOptions _options;

    public IntroductionLedger(Community community, MatchmakerOptions options)
    {
        _community = community;
        _options = options;
        _partners = new List<int>?[community.Members.Count];
        foreach (Outcome outcome in community.Outcomes)
        {
            int from = community.IndexOf(outcome.From);
            int to = community.IndexOf(outcome.To);
            bool known = _pairs.TryGetValue(Key(from, to), out Entry entry);
            if (!known)
            {
                (_partners[from] ??= []).Add(to);
                (_partners[to] ??= []).Add(from);
            }

            _pairs[Key(from, to)] = entry.With(outcome);
        }
    }

    /// <summary>Whether the two were introduced not long ago, or one of them said no not very long ago.</summary>
    public bool IsCoolingDown(int a, int b, DateTimeOffset now) =>
        _pairs.TryGetValue(Key(a, b), out Entry entry)
        && (entry.Last + _options.CoolDown > now || entry.LastDecline + _options.CoolDownAfterDecline > now);

    /// <summary>Whether one of the two said no to the other not very long ago.</summary>
    public bool HasDeclined(int a, int b, DateTimeOffset now) =>
        _pairs.TryGetValue(Key(a, b), out Entry entry) && entry.LastDecline + _options.CoolDownAfterDecline > now;

    /// <summary>Whether the member had as many introductions within 30 days as they want.</summary>
    public bool HasReachedCap(int member, DateTimeOffset now)
    {
        if (_community.Members[member].Availability?.IntroductionsPerMonth is not { } cap)
            return false;
        int count = 0;
        foreach (int partner in _partners[member] ?? [])
        {
            if (_pairs[Key(member, partner)].Last + s_month > now)
                count++;
        }

        return count >= cap;
    }

    /// <summary>How many introductions the member still wants within 30 days; a great many where there is no cap.</summary>
    public int IntroductionsLeft(int member, DateTimeOffset now) => _community.Members[member].Availability?.IntroductionsPerMonth is { } cap
        ? Math.Max(0, cap - (_partners[member] ?? []).Count(partner => CountsThisMonth(member, partner, now)))
        : int.MaxValue;

    /// <summary>Whether the two were introduced within 30 days.</summary>
    public bool CountsThisMonth(int a, int b, DateTimeOffset now) => _pairs.TryGetValue(Key(a, b), out Entry entry) && entry.Last + s_month > now;

    /// <summary>Whether a mentee takes up one of a mentor's places.</summary>
    public bool IsMentoring(int mentor, int mentee, DateTimeOffset now) => _community.Members[mentee].Mentoring is { SeeksMentor: true }
        && _pairs.TryGetValue(Key(mentor, mentee), out Entry entry) && entry.LastYes is { } yes && yes + _options.MentoringPeriod > now;

    /// <summary>The share of a mentor's places that are free, in [0, 1].</summary>
    public double FreeMentoringShare(int mentor, DateTimeOffset now)
    {
        if (_community.Members[mentor].Mentoring is not { Mentors: true, Capacity: > 0 } mentoring)
            return 0;
        int taken = 0;
        foreach (int partner in _partners[mentor] ?? [])
        {
            if (_community.Members[partner].Mentoring is { SeeksMentor: true }
                && _pairs[Key(mentor, partner)].LastYes is { } yes && yes + _options.MentoringPeriod > now)
            {
                taken++;
            }
        }

        return Math.Max(0, mentoring.Capacity - taken) / (double)mentoring.Capacity;
    }

    private static (int, int) Key(int a, int b) => a < b ? (a, b) : (b, a);

    private readonly record struct Entry(DateTimeOffset Last, DateTimeOffset? LastDecline, DateTimeOffset? LastYes)
    {
        public Entry With(Outcome outcome) => new(
            Latest(Last, outcome.Time),
            outcome.Kind == OutcomeKind.Declined ? Latest(LastDecline, outcome.Time) : LastDecline,
            outcome.Kind is OutcomeKind.Accepted or OutcomeKind.Met ? Latest(LastYes, outcome.Time) : LastYes);

        private static DateTimeOffset Latest(DateTimeOffset? a, DateTimeOffset b) => a > b ? a.Value : b;
    }
}
