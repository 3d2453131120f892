namespace Matchmaking;

/// <summary>Whom to put together of two sides.</summary>
internal sealed record AssignmentProblem(AssignmentSide Left, AssignmentSide Right, IReadOnlyList<FitPair> Pairs)
{
    /// <summary>
    /// As many pairs as there can be, and of those choices the best (fit less the prices of missed minimums); otherwise the best alone.
    /// </summary>
    public bool MaximumCardinality { get; init; }
}
