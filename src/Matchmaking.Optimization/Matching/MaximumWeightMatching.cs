using System.Runtime.InteropServices;
using Matchmaking.Optimization.Common;
using Matchmaking.Optimization.Matching;

namespace Matchmaking.Optimization;

/// <summary>
/// The heaviest matching of a general graph: pairs of joined nodes, no node in two, of the greatest total weight. Exact. A fractional
/// matching first (Derigs and Metz 1986), then blossoms (Edmonds 1965) for what odd circles leave, in trees that grow from all free nodes
/// at once (Galil, Micali and Gabow 1986).
/// </summary>
/// <remarks>
/// The same graph has the same answer, whatever the machine. Keeps no state: any number of threads may call it, also on the same edges as
/// long as nobody changes them. One call runs on one thread.
/// </remarks>
public static class MaximumWeightMatching
{
    /// <summary>Finds the heaviest matching.</summary>
    /// <param name="nodeCount">How many nodes there are, 0 or more; edges name them from 0.</param>
    /// <param name="edges">
    /// The edges, in any order. One of a weight of 0 or less is used only where that gives more pairs and
    /// <see cref="MaximumWeightMatchingOptions.MaximumCardinality"/> asks for the most.
    /// </param>
    /// <param name="options">What is looked for; null: the heaviest matching.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The number of nodes is negative, an edge names a node outside 0..<paramref name="nodeCount"/> − 1, or a weight is beyond ±10¹². With
    /// the most pairs asked for: the range of weights times half the nodes is beyond 10¹⁸.
    /// </exception>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    public static MaximumWeightMatchingResult Solve(
        int nodeCount,
        ReadOnlySpan<WeightedEdge> edges,
        MaximumWeightMatchingOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        bool maximumCardinality = options is { MaximumCardinality: true };
        Check(nodeCount, edges);
        cancellationToken.ThrowIfCancellationRequested();
        long bonus = maximumCardinality ? CardinalityBonus(nodeCount, edges) : 0;
        // Twice: half of an odd slack would be no integer. All nodes of a tree have duals of one parity then.
        var graph = new WeightedAdjacency(nodeCount, edges, weight => 2 * (weight + bonus));
        var start = new FractionalMatching(graph);
        start.Solve(cancellationToken);
        var search = new BlossomSearch(graph, start.Mates, start.Duals);
        search.Solve(cancellationToken);
        (int pairs, Int128 weight) = Total(graph, start.Mates);
        return new MaximumWeightMatchingResult
        {
            Mates = ImmutableCollectionsMarshal.AsImmutableArray(start.Mates),
            PairCount = pairs,
            TotalWeight = checked((long)((weight / 2) - ((Int128)pairs * bonus))),
            Proof = options is { KeepProof: true } ? new MatchingProof(graph, start.Mates, start.Duals, [.. search.BlossomDuals()]) : null,
        };
    }

    private static (int Pairs, Int128 Weight) Total(WeightedAdjacency graph, int[] mates)
    {
        (int pairs, Int128 weight) = (0, 0);
        for (int u = 0; u < mates.Length; u++)
        {
            if (mates[u] <= u)
                continue;
            long heaviest = 0;
            foreach ((long arc, int to) in graph.Of(u))
                heaviest = to == mates[u] ? Math.Max(heaviest, arc) : heaviest;
            pairs++;
            weight += heaviest;
        }

        return (pairs, weight);
    }

    /// <summary>What every edge gets on top, so that one pair more is worth more than whatever it costs the others.</summary>
    private static long CardinalityBonus(int nodeCount, ReadOnlySpan<WeightedEdge> edges)
    {
        (long least, long greatest) = (0, 0);
        foreach (WeightedEdge edge in edges)
            (least, greatest) = (Math.Min(least, edge.Weight), Math.Max(greatest, edge.Weight));
        if ((Int128)(greatest - least) * ((nodeCount / 2) + 1) > Limits.GreatestSpread)
        {
            throw new ArgumentOutOfRangeException(
                nameof(edges),
                greatest - least,
                $"the range of weights times half of {nodeCount} nodes is beyond {Limits.GreatestSpread}: use smaller weights"
            );
        }

        return ((greatest - least) * ((nodeCount / 2) + 1)) - least + 1;
    }

    private static void Check(int nodeCount, ReadOnlySpan<WeightedEdge> edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodeCount);
        for (int i = 0; i < edges.Length; i++)
        {
            WeightedEdge edge = edges[i];
            if (edge.Weight is < -Limits.GreatestWeight or > Limits.GreatestWeight)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(edges),
                    edge.Weight,
                    $"the weight of edge {i} is beyond ±{Limits.GreatestWeight}"
                );
            }

            if ((uint)edge.U >= (uint)nodeCount || (uint)edge.V >= (uint)nodeCount)
            {
                throw new ArgumentOutOfRangeException(nameof(edges), edge, $"edge {i} names a node outside 0..{nodeCount - 1}");
            }
        }
    }
}
