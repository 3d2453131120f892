namespace Matchmaking.Evaluation;

/// <summary>Rows divided for one measurement, by their positions; no row stands on both sides, and a row may stand on none.</summary>
/// <param name="Train">What a method may learn from, ascending.</param>
/// <param name="Test">What it is measured on, ascending.</param>
public sealed record Fold(IReadOnlyList<int> Train, IReadOnlyList<int> Test);
