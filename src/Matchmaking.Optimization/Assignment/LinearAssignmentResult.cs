using System.Collections.Immutable;

namespace Matchmaking.Optimization;

/// <summary>An assignment of least cost. Never changes; any number of threads may read it.</summary>
public sealed record LinearAssignmentResult
{
    /// <summary>By row: its column; no column twice.</summary>
    public required ImmutableArray<int> Columns { get; init; }

    /// <summary>The sum of the chosen costs, in the unit of the costs.</summary>
    public required long TotalCost { get; init; }
}
