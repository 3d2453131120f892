namespace Matchmaking;

/// <summary>
/// Two sides that rank each other. A person looks at who is ranked k-th with probability 1/k, and likes whom they look at with a
/// probability that is given; a match needs both to look and like (Tomita and Yokoyama, RecSys 2024). Pairs lie by left person; each is on
/// both persons' lists.
/// </summary>
internal sealed class TwoSidedMarket
{
    /// <param name="leftStarts">Where each left person's pairs start; one more at the end.</param>
    /// <param name="rights">The right person of each pair.</param>
    /// <param name="rightCount">How many right persons there are.</param>
    /// <param name="leftLikes">Probability that the pair's left person likes the right one, 0..1.</param>
    /// <param name="rightLikes">The same the other way.</param>
    public TwoSidedMarket(int[] leftStarts, int[] rights, int rightCount, float[] leftLikes, float[] rightLikes)
    {
        (LeftStarts, Rights, LeftLikes, RightLikes) = (leftStarts, rights, leftLikes, rightLikes);
        RightStarts = new int[rightCount + 1];
        foreach (int right in rights)
            RightStarts[right + 1]++;
        for (int r = 0; r < rightCount; r++)
            RightStarts[r + 1] += RightStarts[r];
        RightPairs = new int[rights.Length];
        Lefts = new int[rights.Length];
        int[] next = RightStarts[..rightCount];
        for (int left = 0; left + 1 < leftStarts.Length; left++)
        {
            for (int pair = leftStarts[left]; pair < leftStarts[left + 1]; pair++)
            {
                Lefts[pair] = left;
                RightPairs[next[rights[pair]]++] = pair;
            }
        }
    }

    public int LeftCount => LeftStarts.Length - 1;

    public int RightCount => RightStarts.Length - 1;

    public int PairCount => Rights.Length;

    public int[] LeftStarts { get; }

    /// <summary>By pair.</summary>
    public int[] Rights { get; }

    /// <summary>By pair.</summary>
    public int[] Lefts { get; }

    public float[] LeftLikes { get; }

    public float[] RightLikes { get; }

    /// <summary>Where each right person's entries start in <see cref="RightPairs"/>; one more at the end.</summary>
    public int[] RightStarts { get; }

    /// <summary>The pairs by right person, by left person within.</summary>
    public int[] RightPairs { get; }

    /// <summary>
    /// A market in which everybody is on everybody's list; row i, column j: how much i of the one side likes j of the other.
    /// </summary>
    public static TwoSidedMarket Full(double[,] leftLikes, double[,] rightLikes)
    {
        int lefts = leftLikes.GetLength(0);
        int rights = leftLikes.GetLength(1);
        int[] pairs = [.. Enumerable.Range(0, lefts * rights)];
        return new TwoSidedMarket(
            [.. Enumerable.Range(0, lefts + 1).Select(i => i * rights)],
            Array.ConvertAll(pairs, p => p % rights),
            rights,
            Array.ConvertAll(pairs, p => (float)leftLikes[p / rights, p % rights]),
            Array.ConvertAll(pairs, p => (float)rightLikes[p % rights, p / rights])
        );
    }
}
