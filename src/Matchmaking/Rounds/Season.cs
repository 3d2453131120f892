namespace Matchmaking.Rounds;

/// <summary>
/// Rounds that are planned together. Every round is planned, and judged, with all the others as its history, the later ones too: so caps,
/// and that nobody meets twice, hold whatever the order in which rounds are planned or exchanged.
/// </summary>
internal sealed class Season
{
    private readonly CommunityIndex _index;
    private readonly IModel? _model;
    private readonly RoundOptions _options;
    private readonly DateTimeOffset _start;
    private readonly CancellationToken _cancellationToken;
    private readonly (RoundDraft Draft, HistoryEntry Entry)?[] _rounds;

    public Season(
        CommunityIndex index,
        IModel? model,
        int count,
        RoundOptions options,
        DateTimeOffset start,
        CancellationToken cancellationToken
    )
    {
        (_index, _model, _options, _start, _cancellationToken) = (index, model, options, start, cancellationToken);
        _rounds = new (RoundDraft, HistoryEntry)?[count];
    }

    private Season(Season other)
        : this(other._index, other._model, other.Count, other._options, other._start, other._cancellationToken) =>
        other._rounds.CopyTo(_rounds, 0);

    public int Count => _rounds.Length;

    public RoundOptions Options => _options;

    public CommunityIndex Index => _index;

    public RoundDraft this[int round] => _rounds[round]!.Value.Draft;

    public Season Copy() => new(this);

    /// <summary>A round with all others that are planned as its history.</summary>
    public RoundContext Context(int round, IProgress<WorkProgress>? progress = null) => Context(round, other => other != round, progress);

    /// <summary>A round as it looks to the host: with those before it as its history.</summary>
    public RoundContext Told(int round, IProgress<WorkProgress>? progress = null) => Context(round, other => other < round, progress);

    /// <summary>A round as if there were no others.</summary>
    public RoundContext Alone(int round) => Context(round, _ => false, null);

    public void Clear(int round) => _rounds[round] = null;

    public void Set(int round, RoundDraft draft)
    {
        RoundContext context = Context(round);
        HashSet<int> met = [.. draft.Meetings.SelectMany(group => group)];
        var entry = new HistoryEntry
        {
            Time = context.Now,
            Kind = _options.Kind,
            Groups = [.. draft.Meetings.Select(group => (IReadOnlyList<string>)[.. group.Select(Id)])],
            LeftOut = [.. context.Seekers().Where(member => !met.Contains(member)).Select(Id)],
        };
        _rounds[round] = (draft, entry);
    }

    /// <summary>
    /// Whether all meetings are allowed by all rules, each with all other rounds as its history. Pairs that the host keeps by a lock are
    /// no part of what is asked.
    /// </summary>
    public bool KeepsToRules()
    {
        for (int round = 0; round < Count; round++)
        {
            if (_rounds[round] is not var (draft, _))
                continue;
            RoundContext context = Context(round);
            foreach (int[] group in draft.Meetings)
            {
                for (int i = 0; i < group.Length; i++)
                {
                    using PairQuery query = context.Query(group[i]);
                    RuleQuery rules = context.Rules(query);
                    for (int j = i + 1; j < group.Length; j++)
                    {
                        if (!context.Allows(rules, group[j]))
                            return false;
                    }
                }
            }
        }

        return true;
    }

    /// <summary>How good the season is: how many meet somebody in all, how evenly, in how many of the size asked for.</summary>
    public (int Served, int MostLeftOut, int Off, int Tiers) Worth()
    {
        int[] left = new int[_index.Members.Count];
        (int served, int off, int tiers) = (0, 0, 0);
        for (int round = 0; round < Count; round++)
        {
            if (_rounds[round] is not var (draft, entry))
                continue;
            foreach (string id in entry.LeftOut)
                left[_index.Community.IndexOf(id)]++;
            RoundContext context = Context(round);
            foreach (int[] group in draft.Meetings)
            {
                served += group.Length;
                off += Math.Abs(group.Length - _options.GroupSize);
                tiers += context.HasTiers ? Tiers(context, group) : 0;
            }
        }

        return (served, -left.Append(0).Max(), -off, -tiers);
    }

    private static int Tiers(RoundContext context, int[] group)
    {
        int sum = 0;
        for (int i = 0; i < group.Length; i++)
        {
            for (int j = i + 1; j < group.Length; j++)
                sum += context.Tier(group[i], group[j]);
        }

        return sum;
    }

    private string Id(int member) => _index.Members[member].Id;

    private RoundContext Context(int round, Func<int, bool> isKnown, IProgress<WorkProgress>? progress)
    {
        IEnumerable<HistoryEntry> others = _rounds
            .Where((planned, other) => planned is not null && isKnown(other))
            .Select(planned => planned!.Value.Entry);
        return new RoundContext(
            _index,
            _model,
            _options with
            {
                History = new RoundHistory([.. _options.History.Rounds, .. others]),
            },
            _start + (round * _options.Interval),
            new RoundProgressReporter(progress),
            _cancellationToken,
            _start
        );
    }
}
