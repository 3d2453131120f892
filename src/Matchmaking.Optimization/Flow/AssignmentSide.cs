namespace Matchmaking.Optimization;

/// <summary>One side of an assignment: how many each takes, and how many each should get.</summary>
public sealed record AssignmentSide
{
    /// <summary>How many each takes at the most, 0 or more.</summary>
    public required IReadOnlyList<int> Capacities { get; init; }

    /// <summary>
    /// How many each should get, 0 or more: a soft target, missed where it costs more than <see cref="ShortfallPrice"/>. Null: none.
    /// </summary>
    public IReadOnlyList<int>? Minimums { get; init; }

    /// <summary>What each one short of a minimum costs, in the unit of <see cref="AssignmentPair.Weight"/>; 0 to 10¹².</summary>
    public long ShortfallPrice { get; init; }

    /// <summary>A side on which each takes one at the most.</summary>
    /// <param name="count">How many there are on the side, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static AssignmentSide OfOnes(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int[] ones = new int[count];
        Array.Fill(ones, 1);
        return new AssignmentSide { Capacities = ones };
    }
}
