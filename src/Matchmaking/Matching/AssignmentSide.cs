namespace Matchmaking;

/// <summary>One side of an assignment: how many each takes, and how many each should get.</summary>
/// <param name="Capacities">How many each takes at the most.</param>
/// <param name="Minimums">
/// How many each should get: a soft target, missed where it costs more than <paramref name="Price"/>; null: none.
/// </param>
/// <param name="Price">What each one short of a minimum costs, in the unit of <see cref="FitPair.Fit"/>; 0..10¹².</param>
internal sealed record AssignmentSide(int[] Capacities, int[]? Minimums = null, long Price = 0)
{
    public int Count => Capacities.Length;

    /// <summary>A side on which each takes one.</summary>
    public static AssignmentSide OfOnes(int count) => new([.. Enumerable.Repeat(1, count)]);
}
