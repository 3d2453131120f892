using Matchmaking.Optimization.Markets;

namespace Matchmaking.Optimization;

/// <summary>
/// Two sides that rank each other. A person looks at who is ranked k-th with probability 1/k, and likes whom they look at with a
/// probability that is given; a match needs both to look and like (Tomita and Yokoyama, RecSys 2024). Pairs are numbered by left person;
/// each is on both persons' lists.
/// </summary>
/// <remarks>
/// Arrays that are given are kept, not copied: they must not be changed while the market is in use. Any number of threads may use one.
/// </remarks>
public sealed class TwoSidedMarket
{
    /// <summary>A market in which each person has some of the other side on their list.</summary>
    /// <param name="leftStarts">Where each left person's pairs start; one more at the end.</param>
    /// <param name="rights">The right person of each pair; nobody twice with the same left person.</param>
    /// <param name="rightCount">How many right persons there are.</param>
    /// <param name="leftLikes">By pair: the probability that the left person likes the right one, 0 to 1.</param>
    /// <param name="rightLikes">By pair: the probability that the right person likes the left one, 0 to 1.</param>
    /// <exception cref="ArgumentException">
    /// The starts do not fit the pairs, there are not as many likings as pairs, a pair names nobody or is given twice, or a liking is
    /// outside 0..1; the message says where.
    /// </exception>
    public TwoSidedMarket(int[] leftStarts, int[] rights, int rightCount, float[] leftLikes, float[] rightLikes)
    {
        MarketCheck.Check(leftStarts, rights, rightCount, leftLikes, rightLikes);
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

    /// <summary>How many left persons there are.</summary>
    public int LeftCount => LeftStarts.Length - 1;

    /// <summary>How many right persons there are.</summary>
    public int RightCount => RightStarts.Length - 1;

    /// <summary>How many pairs there are; they are numbered from 0.</summary>
    public int PairCount => Rights.Length;

    internal int[] LeftStarts { get; }

    /// <summary>By pair.</summary>
    internal int[] Rights { get; }

    /// <summary>By pair.</summary>
    internal int[] Lefts { get; }

    internal float[] LeftLikes { get; }

    internal float[] RightLikes { get; }

    /// <summary>Where each right person's entries start in <see cref="RightPairs"/>; one more at the end.</summary>
    internal int[] RightStarts { get; }

    /// <summary>The pairs by right person, by left person within.</summary>
    internal int[] RightPairs { get; }

    /// <summary>
    /// A market in which everybody is on everybody's list. Pair i·columns + j is left person i with right person j.
    /// </summary>
    /// <param name="leftLikes">Row i, column j: the probability that left person i likes right person j, 0 to 1.</param>
    /// <param name="rightLikes">Row j, column i: the probability that right person j likes left person i, 0 to 1.</param>
    /// <exception cref="ArgumentException">The one table is not as wide as the other is high, or a liking is outside 0..1.</exception>
    public static TwoSidedMarket Full(double[,] leftLikes, double[,] rightLikes)
    {
        ArgumentNullException.ThrowIfNull(leftLikes);
        ArgumentNullException.ThrowIfNull(rightLikes);
        int lefts = leftLikes.GetLength(0);
        int rights = leftLikes.GetLength(1);
        if (rightLikes.GetLength(0) != rights || rightLikes.GetLength(1) != lefts)
        {
            throw new ArgumentException(
                $"the table of the right is {rightLikes.GetLength(0)} × {rightLikes.GetLength(1)}: it must be {rights} × {lefts}",
                nameof(rightLikes)
            );
        }

        int[] pairs = [.. Enumerable.Range(0, lefts * rights)];
        return new TwoSidedMarket(
            [.. Enumerable.Range(0, lefts + 1).Select(i => i * rights)],
            Array.ConvertAll(pairs, p => p % rights),
            rights,
            Array.ConvertAll(pairs, p => (float)leftLikes[p / rights, p % rights]),
            Array.ConvertAll(pairs, p => (float)rightLikes[p % rights, p / rights])
        );
    }

    /// <summary>The left person of a pair.</summary>
    /// <param name="pair">The number of the pair.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pair.</exception>
    public int LeftOf(int pair) => Lefts[Checked(pair)];

    /// <summary>The right person of a pair.</summary>
    /// <param name="pair">The number of the pair.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pair.</exception>
    public int RightOf(int pair) => Rights[Checked(pair)];

    /// <summary>The pairs of a left person, which lie together: from where to where they are numbered.</summary>
    /// <param name="left">The left person.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such person.</exception>
    public Range PairsOfLeft(int left)
    {
        if ((uint)left >= (uint)LeftCount)
            throw new ArgumentOutOfRangeException(nameof(left), left, $"there are {LeftCount} left persons");
        return LeftStarts[left]..LeftStarts[left + 1];
    }

    /// <summary>The pairs of a right person, by left person.</summary>
    /// <param name="right">The right person.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such person.</exception>
    public ReadOnlySpan<int> PairsOfRight(int right)
    {
        if ((uint)right >= (uint)RightCount)
            throw new ArgumentOutOfRangeException(nameof(right), right, $"there are {RightCount} right persons");
        return RightPairs.AsSpan(RightStarts[right]..RightStarts[right + 1]);
    }

    private int Checked(int pair) =>
        (uint)pair < (uint)PairCount ? pair : throw new ArgumentOutOfRangeException(nameof(pair), pair, $"there are {PairCount} pairs");
}
