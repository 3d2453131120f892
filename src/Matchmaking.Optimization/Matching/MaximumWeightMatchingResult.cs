using System.Collections.Immutable;

namespace Matchmaking.Optimization;

/// <summary>A matching of a graph: no node is in two pairs. Never changes; any number of threads may read it.</summary>
public sealed record MaximumWeightMatchingResult
{
    /// <summary>By node: the node that it is matched to, or −1.</summary>
    public required ImmutableArray<int> Mates { get; init; }

    /// <summary>How many pairs there are.</summary>
    public required int PairCount { get; init; }

    /// <summary>The sum of the pairs' weights, in the unit of <see cref="WeightedEdge.Weight"/>.</summary>
    public required long TotalWeight { get; init; }

    /// <summary>
    /// What proves that no other matching is better; null unless <see cref="MaximumWeightMatchingOptions.KeepProof"/> asks for it.
    /// </summary>
    public MatchingProof? Proof { get; init; }
}
