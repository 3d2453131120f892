using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Matchmaking.Optimization;

/// <summary>How both sides of a market rank: for certain, or by chance. Never changes; any number of threads may read it.</summary>
public sealed record MarketLists
{
    /// <summary>By pair: its place on the left person's list, from 1; one draw where chance decides.</summary>
    public required ImmutableArray<int> LeftRanks { get; init; }

    /// <summary>By pair: its place on the right person's list, from 1; one draw where chance decides.</summary>
    public required ImmutableArray<int> RightRanks { get; init; }

    /// <summary>
    /// By pair: the probability that the left person looks at the right one, over all draws; 1 ÷ place where lists are certain.
    /// </summary>
    public required ImmutableArray<double> LeftLooks { get; init; }

    /// <summary>By pair: the probability that the right person looks at the left one.</summary>
    public required ImmutableArray<double> RightLooks { get; init; }

    /// <summary>Lists that are certain, of places that are given.</summary>
    /// <param name="leftRanks">By pair: its place on the left person's list, from 1.</param>
    /// <param name="rightRanks">The same on the right person's list.</param>
    /// <exception cref="ArgumentException">There are not as many of the one as of the other, or a place is below 1.</exception>
    public static MarketLists FromRanks(ReadOnlySpan<int> leftRanks, ReadOnlySpan<int> rightRanks)
    {
        if (leftRanks.Length != rightRanks.Length)
            throw new ArgumentException($"{leftRanks.Length} places on the left and {rightRanks.Length} on the right", nameof(rightRanks));
        int at = leftRanks.IndexOfAnyInRange(int.MinValue, 0);
        if (at >= 0)
            throw new ArgumentException($"the place of pair {at} is {leftRanks[at]}: places count from 1", nameof(leftRanks));
        at = rightRanks.IndexOfAnyInRange(int.MinValue, 0);
        if (at >= 0)
            throw new ArgumentException($"the place of pair {at} is {rightRanks[at]}: places count from 1", nameof(rightRanks));
        return Fixed(leftRanks.ToArray(), rightRanks.ToArray());
    }

    /// <summary>The same of arrays that nobody changes any more.</summary>
    internal static MarketLists Fixed(int[] leftRanks, int[] rightRanks) =>
        Drawn(leftRanks, rightRanks, Array.ConvertAll(leftRanks, rank => 1.0 / rank), Array.ConvertAll(rightRanks, rank => 1.0 / rank));

    internal static MarketLists Drawn(int[] leftRanks, int[] rightRanks, double[] leftLooks, double[] rightLooks) =>
        new()
        {
            LeftRanks = ImmutableCollectionsMarshal.AsImmutableArray(leftRanks),
            RightRanks = ImmutableCollectionsMarshal.AsImmutableArray(rightRanks),
            LeftLooks = ImmutableCollectionsMarshal.AsImmutableArray(leftLooks),
            RightLooks = ImmutableCollectionsMarshal.AsImmutableArray(rightLooks),
        };
}
