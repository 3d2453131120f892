namespace Matchmaking.Rounds;

/// <summary>A set of what keeps two apart, a bit each; which bit is which, <see cref="ObstacleCounts"/> knows.</summary>
internal readonly record struct ObstacleSet(ulong Bits)
{
    public int Count => System.Numerics.BitOperations.PopCount(Bits);

    /// <summary>The bits, lowest first.</summary>
    public IEnumerable<int> Each()
    {
        for (ulong bits = Bits; bits != 0; bits &= bits - 1)
            yield return System.Numerics.BitOperations.TrailingZeroCount(bits);
    }
}

/// <summary>
/// What stands between one member and the others, counted. The library's rules have the first bits, in their order; a host's codes those
/// after them as they turn up; the last is the least score that was asked for: no rule, but it keeps away as one does.
/// </summary>
internal sealed class ObstacleCounts
{
    public const int BelowScore = 63;

    // What no host should lift: people's own wishes, and what makes no sense.
    private static readonly ulong s_fixed = new[]
    {
        ObstacleKind.SameMember,
        ObstacleKind.Blocked,
        ObstacleKind.Paused,
        ObstacleKind.NotAMentorPair,
        ObstacleKind.NotAvailable,
    }.Aggregate(0UL, (bits, kind) => bits | (1UL << kind.Place));

    private readonly Dictionary<int, Refusal> _first = [];
    private readonly Dictionary<ObstacleKind, int> _hosts = [];

    public int Looked { get; private set; }

    public int Allowed { get; private set; }

    /// <summary>How many each keeps away, by its bit.</summary>
    public SortedDictionary<int, int> ByRule { get; } = [];

    /// <summary>By the set of rules that keeps them away: who. Without those whom something keeps that cannot be lifted.</summary>
    public Dictionary<ObstacleSet, List<int>> Blocked { get; } = [];

    /// <summary>The same of those who meet nobody themselves.</summary>
    public Dictionary<ObstacleSet, List<int>> Unmatched { get; } = [];

    /// <summary>Those whom nothing keeps away.</summary>
    public List<int> Free { get; } = [];

    /// <summary>The rule of a bit, as it refused the first time.</summary>
    public Refusal Rule(int bit) => _first[bit];

    public void Add(IReadOnlyList<Refusal> obstacles, bool isBelowScore, int other, bool isUnmatched)
    {
        Looked++;
        ulong bits = isBelowScore ? 1UL << BelowScore : 0;
        foreach (Refusal refusal in obstacles)
        {
            int bit = Bit(refusal.Kind);
            _first.TryAdd(bit, refusal);
            bits |= 1UL << bit;
        }

        if (bits == 0)
        {
            Allowed++;
            Free.Add(other);
            return;
        }

        foreach (int bit in new ObstacleSet(bits).Each())
            ByRule[bit] = ByRule.GetValueOrDefault(bit) + 1;
        if ((bits & s_fixed) != 0)
            return;
        Count(Blocked, bits, other);
        if (isUnmatched)
            Count(Unmatched, bits, other);
    }

    private static void Count(Dictionary<ObstacleSet, List<int>> counts, ulong bits, int other)
    {
        if (!counts.TryGetValue(new ObstacleSet(bits), out List<int>? others))
            counts.Add(new ObstacleSet(bits), others = []);
        others.Add(other);
    }

    /// <summary>A host with more codes than there are bits is told of the others as one.</summary>
    private int Bit(ObstacleKind kind)
    {
        if (kind.Place is >= 0 and var place)
            return place;
        if (!_hosts.TryGetValue(kind, out int bit))
            _hosts.Add(kind, bit = Math.Min(ObstacleKind.WellKnown.Length + _hosts.Count, BelowScore - 1));
        return bit;
    }
}
