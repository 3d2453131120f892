namespace Matchmaking.Rounds;

/// <summary>
/// What no group may break: every pair allowed by the rules, a shared language, enough hours in common, quotas, and who is to be apart.
/// </summary>
internal sealed class GroupConstraints
{
    private readonly RoundContext _context;
    private readonly CandidateGraph _graph;
    private readonly CandidateLists _lists;
    private readonly GroupRoundOptions _options;
    private readonly HashSet<(int, int)> _apart = [];
    private readonly HashSet<(int, int)> _together;
    private readonly Dictionary<(int, int), bool> _pairs = [];
    private readonly RuleQuery?[] _rules;
    private readonly LanguageSets? _languages;
    private readonly WeekHours?[]? _hours;
    private readonly double _minimumHours;

    public GroupConstraints(RoundContext context, CandidateLists lists, CandidateGraph graph, IEnumerable<(int A, int B)> together)
    {
        (_context, _lists, _graph, _options) = (context, lists, graph, context.Options.Groups);
        CommunityIndex index = context.Index;
        _rules = new RuleQuery?[index.Members.Count];
        _together = [.. together.Select(pair => Key(pair.A, pair.B))];
        foreach (int[] set in _options.Apart.Select(ids => GroupUnits.Positions(context, ids)))
        {
            for (int i = 0; i < set.Length; i++)
            {
                for (int j = i + 1; j < set.Length; j++)
                    _apart.Add(Key(set[i], set[j]));
            }
        }

        Quotas = [.. _options.Quotas.Select(quota => new QuotaCheck(quota, index.Members))];
        if (_options.SharedLanguage && index.HasLanguages)
            _languages = new LanguageSets(index.Members);
        _minimumHours = Math.Max(_options.CommonHours, index.Options.MinimumCommonHours);
        if (_minimumHours > 0 && index.HasHours)
            _hours =
            [
                .. Enumerable
                    .Range(0, index.Members.Count)
                    .Select(member => index.HoursFrom(DateOnly.FromDateTime(context.Now.UtcDateTime), member)),
            ];
    }

    public IReadOnlyList<QuotaCheck> Quotas { get; }

    /// <summary>
    /// Whether the members can be a group, or, on the way to one, part of one: quotas of at least so many are asked when it is complete.
    /// </summary>
    public bool Allows(ReadOnlySpan<int> group, bool complete)
    {
        if (!AllowsTogether(group, complete))
            return false;
        for (int i = 0; i < group.Length; i++)
        {
            for (int j = i + 1; j < group.Length; j++)
            {
                if (!AllowsPair(group[i], group[j]))
                    return false;
            }
        }

        return true;
    }

    /// <summary>Whether anything binds a group that does not bind its pairs.</summary>
    public bool BindsGroups => Quotas.Count > 0 || _languages is not null || _hours is not null;

    /// <summary>The same, of what binds a group beyond its pairs alone.</summary>
    public bool AllowsTogether(ReadOnlySpan<int> group, bool complete)
    {
        foreach (QuotaCheck quota in Quotas)
        {
            if (!quota.Allows(group, complete))
                return false;
        }

        return ShareLanguage(group) && ShareHours(group);
    }

    public bool AllowsPair(int a, int b)
    {
        if (_apart.Count > 0 && _apart.Contains(Key(a, b)))
            return false;
        if (_graph.TryFind(a, b, out _) || (_together.Count > 0 && _together.Contains(Key(a, b))))
            return true;
        if (_lists.IsWhole(a) || _lists.IsWhole(b))
            return false;
        if (_pairs.TryGetValue(Key(a, b), out bool allowed))
            return allowed;
        return _pairs[Key(a, b)] = IsAllowed(a, b);
    }

    /// <summary>A pair that neither list holds: by the rules, and by its score where a least one is asked for.</summary>
    private bool IsAllowed(int a, int b)
    {
        RuleQuery rules = _rules[a] ??= _context.Rules(_context.Query(a));
        return _context.Allows(rules, b)
            && (_context.Options.MinimumScore == 0 || _context.Scorer.Score(rules.Pair, b).Score >= _context.Options.MinimumScore);
    }

    private bool ShareLanguage(ReadOnlySpan<int> group) => _languages?.ShareOne(group) ?? true;

    private bool ShareHours(ReadOnlySpan<int> group)
    {
        if (_hours is null)
            return true;
        var told = new WeekHours?[group.Length];
        for (int i = 0; i < told.Length; i++)
            told[i] = _hours[group[i]];
        return WeekHours.CommonToAll(told) is not { } hours || hours >= _minimumHours;
    }

    private static (int, int) Key(int a, int b) => a < b ? (a, b) : (b, a);
}
