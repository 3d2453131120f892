using System.Collections.Immutable;

namespace Matchmaking.Optimization;

/// <summary>The chosen pairs. Never changes; any number of threads may read it.</summary>
public sealed record CapacitatedAssignmentResult
{
    /// <summary>The chosen pairs, the locked ones among them, in the order in which the problem gives them.</summary>
    public required ImmutableArray<AssignmentPair> Pairs { get; init; }

    /// <summary>The sum of their weights, in the unit of <see cref="AssignmentPair.Weight"/>; prices are not in it.</summary>
    public required long TotalWeight { get; init; }
}
