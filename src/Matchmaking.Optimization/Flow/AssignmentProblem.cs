namespace Matchmaking.Optimization;

/// <summary>Whom to put together of two sides, for <see cref="CapacitatedAssignment"/>.</summary>
public sealed record AssignmentProblem
{
    /// <summary>The one side; <see cref="AssignmentPair.Left"/> numbers it.</summary>
    public required AssignmentSide Left { get; init; }

    /// <summary>The other side; <see cref="AssignmentPair.Right"/> numbers it.</summary>
    public required AssignmentSide Right { get; init; }

    /// <summary>The pairs that may be made, in any order; whoever is in none stays alone.</summary>
    public required IReadOnlyList<AssignmentPair> Pairs { get; init; }

    /// <summary>
    /// As many pairs as there can be, and of those choices the best (weights less the prices of missed minimums); otherwise (the default)
    /// the best alone.
    /// </summary>
    public bool MaximumCardinality { get; init; }
}
