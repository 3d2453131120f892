namespace Matchmaking;

/// <summary>A set of rules, a bit each.</summary>
internal readonly record struct RuleNames(ulong Bits)
{
    public int Count => System.Numerics.BitOperations.PopCount(Bits);

    public ObstacleKind[] ToArray()
    {
        var kinds = new List<ObstacleKind>();
        for (int bit = 0; bit < 64; bit++)
        {
            if ((Bits & (1UL << bit)) != 0)
                kinds.Add((ObstacleKind)bit);
        }

        return [.. kinds];
    }
}

/// <summary>What stands between one member and the others, counted.</summary>
internal sealed class Tally
{
    /// <summary>The least score that was asked for: no rule, but it keeps away as one does.</summary>
    public const ObstacleKind BelowScore = (ObstacleKind)63;

    // What no host should lift: people's own wishes, and what makes no sense.
    private static readonly ulong s_fixed = Bits([
        ObstacleKind.SameMember,
        ObstacleKind.Blocked,
        ObstacleKind.Paused,
        ObstacleKind.NotAMentorPair,
    ]);

    public int Looked { get; private set; }

    public int Allowed { get; private set; }

    public SortedDictionary<ObstacleKind, int> ByRule { get; } = [];

    /// <summary>
    /// By the set of rules that keeps them away: how many, and one of them. Without those whom something keeps that cannot be lifted.
    /// </summary>
    public Dictionary<RuleNames, (int Count, int Example)> Blocked { get; } = [];

    /// <summary>The same of those who meet nobody themselves.</summary>
    public Dictionary<RuleNames, (int Count, int Example)> Unmatched { get; } = [];

    public void Add(IReadOnlyList<ObstacleKind> obstacles, int other, bool isUnmatched)
    {
        Looked++;
        if (obstacles.Count == 0)
        {
            Allowed++;
            return;
        }

        foreach (ObstacleKind kind in obstacles)
            ByRule[kind] = ByRule.GetValueOrDefault(kind) + 1;
        ulong bits = Bits(obstacles);
        if ((bits & s_fixed) != 0)
            return;
        Count(Blocked, bits, other);
        if (isUnmatched)
            Count(Unmatched, bits, other);
    }

    private static void Count(Dictionary<RuleNames, (int Count, int Example)> counts, ulong bits, int other)
    {
        (int count, int example) = counts.GetValueOrDefault(new RuleNames(bits), (0, other));
        counts[new RuleNames(bits)] = (count + 1, example);
    }

    private static ulong Bits(IReadOnlyList<ObstacleKind> kinds)
    {
        ulong bits = 0;
        foreach (ObstacleKind kind in kinds)
            bits |= 1UL << (int)kind;
        return bits;
    }
}
