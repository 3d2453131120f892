namespace Matchmaking.Optimization.Markets;

/// <summary>What is wrong with a market, named by its place.</summary>
internal static class MarketCheck
{
    // Likings are often sums and products, and may be above 1 by their rounding.
    private const float GreatestLiking = 1 + 1e-5f;

    public static void Check(int[] leftStarts, int[] rights, int rightCount, float[] leftLikes, float[] rightLikes)
    {
        ArgumentNullException.ThrowIfNull(leftStarts);
        ArgumentNullException.ThrowIfNull(rights);
        ArgumentNullException.ThrowIfNull(leftLikes);
        ArgumentNullException.ThrowIfNull(rightLikes);
        ArgumentOutOfRangeException.ThrowIfNegative(rightCount);
        if (leftStarts.Length == 0 || leftStarts[0] != 0 || leftStarts[^1] != rights.Length)
            throw new ArgumentException(
                $"the starts must begin with 0 and end with {rights.Length}, the number of pairs",
                nameof(leftStarts)
            );
        Likes(leftLikes, rights.Length, nameof(leftLikes));
        Likes(rightLikes, rights.Length, nameof(rightLikes));
        int[] last = new int[rightCount];
        for (int left = 0; left + 1 < leftStarts.Length; left++)
        {
            if (leftStarts[left + 1] < leftStarts[left] || leftStarts[left + 1] > rights.Length)
                throw new ArgumentException($"start {left + 1} is {leftStarts[left + 1]}: starts must not go back", nameof(leftStarts));
            for (int pair = leftStarts[left]; pair < leftStarts[left + 1]; pair++)
            {
                int right = rights[pair];
                if ((uint)right >= (uint)rightCount)
                    throw new ArgumentException($"pair {pair} names right person {right}: there are {rightCount}", nameof(rights));
                if (last[right] == left + 1)
                    throw new ArgumentException($"left person {left} has right person {right} twice", nameof(rights));
                last[right] = left + 1;
            }
        }
    }

    private static void Likes(float[] likes, int pairs, string name)
    {
        if (likes.Length != pairs)
            throw new ArgumentException($"there are {pairs} pairs and {likes.Length} likings", name);
        for (int pair = 0; pair < pairs; pair++)
        {
            if (!(likes[pair] >= 0 && likes[pair] <= GreatestLiking))
                throw new ArgumentException($"the liking of pair {pair} is {likes[pair]}: it must be in 0..1", name);
        }
    }
}
