namespace Matchmaking;

/// <summary>
/// Pairs of a general graph, no node in two, of the greatest total weight: exact. A fractional matching first
/// (<see cref="FractionalMatching"/>), then Edmonds' blossoms for what odd circles leave (<see cref="BlossomSearch"/>). The same graph has
/// the same answer, whatever the machine.
/// </summary>
internal static class MaximumWeightMatching
{
    /// <summary>Weights beyond this could overflow sums of duals in great graphs.</summary>
    internal const long GreatestWeight = 1_000_000_000_000;

    /// <summary>Each node's mate, or −1.</summary>
    /// <param name="nodes">How many nodes there are; edges name them from 0.</param>
    /// <param name="edges">
    /// Edges. One of a weight of 0 or less is used only where that gives more pairs and <paramref name="maximumCardinality"/> asks for it.
    /// </param>
    /// <param name="maximumCardinality">
    /// As many pairs as there can be, and of those matchings the heaviest; otherwise the heaviest alone.
    /// </param>
    /// <param name="ct">Ends the search.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight or a node is outside its range.</exception>
    public static int[] Solve(
        int nodes,
        ReadOnlySpan<WeightedEdge> edges,
        bool maximumCardinality = false,
        CancellationToken ct = default
    ) => SolveWithProof(nodes, edges, maximumCardinality, ct).Mates;

    /// <summary>The same with the duals that prove it the heaviest.</summary>
    internal static MatchingProof SolveWithProof(
        int nodes,
        ReadOnlySpan<WeightedEdge> edges,
        bool maximumCardinality = false,
        CancellationToken ct = default
    )
    {
        Check(nodes, edges);
        ct.ThrowIfCancellationRequested();
        long bonus = maximumCardinality ? CardinalityBonus(nodes, edges) : 0;
        // Twice: half of an odd slack would be no integer. All nodes of a tree have duals of one parity then.
        var graph = new WeightedAdjacency(nodes, edges, weight => 2 * (weight + bonus));
        var start = new FractionalMatching(graph);
        start.Solve(ct);
        var search = new BlossomSearch(graph, start.Mates, start.Duals);
        search.Solve(ct);
        return new MatchingProof(graph, start.Mates, start.Duals, [.. search.BlossomDuals()]);
    }

    /// <summary>What every edge gets on top, so that one pair more is worth more than whatever it costs the others.</summary>
    private static long CardinalityBonus(int nodes, ReadOnlySpan<WeightedEdge> edges)
    {
        (long least, long greatest) = (0, 0);
        foreach (WeightedEdge edge in edges)
            (least, greatest) = (Math.Min(least, edge.Weight), Math.Max(greatest, edge.Weight));
        return checked(((greatest - least) * ((nodes / 2) + 1)) - least + 1);
    }

    private static void Check(int nodes, ReadOnlySpan<WeightedEdge> edges)
    {
        foreach (WeightedEdge edge in edges)
        {
            if (edge.Weight is < -GreatestWeight or > GreatestWeight)
                throw new ArgumentOutOfRangeException(nameof(edges), edge.Weight, $"a weight is beyond {GreatestWeight}");
            if ((uint)edge.U >= (uint)nodes || (uint)edge.V >= (uint)nodes)
                throw new ArgumentOutOfRangeException(nameof(edges), edge, $"an edge names a node outside 0..{nodes - 1}");
        }
    }
}
