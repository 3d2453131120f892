namespace Matchmaking;

/// <summary>How both sides rank: for certain, or by chance.</summary>
/// <param name="LeftRanks">By pair: its place on the left person's list, from 1; one draw where chance decides.</param>
/// <param name="RightRanks">The same on the right person's list.</param>
/// <param name="LeftLooks">By pair: the probability that the left person looks, over all draws.</param>
/// <param name="RightLooks">The same for the right person.</param>
internal sealed record MarketLists(int[] LeftRanks, int[] RightRanks, double[] LeftLooks, double[] RightLooks)
{
    /// <summary>Lists that are what they are.</summary>
    public static MarketLists Fixed(int[] leftRanks, int[] rightRanks) =>
        new(leftRanks, rightRanks, Array.ConvertAll(leftRanks, rank => 1.0 / rank), Array.ConvertAll(rightRanks, rank => 1.0 / rank));
}
