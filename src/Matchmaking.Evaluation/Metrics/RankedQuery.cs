namespace Matchmaking.Evaluation;

/// <summary>
/// Where the positives of one query came to stand among its candidates: all that a ranking metric needs. Ties are broken at random, so that
/// a method gains nothing by the order in which candidates come.
/// </summary>
public sealed class RankedQuery
{
    private RankedQuery(int[] ranks, double[] gains, int candidates) => (Ranks, Gains, Candidates) = (ranks, gains, candidates);

    /// <summary>The ranks of the positives, from 1, best first.</summary>
    public IReadOnlyList<int> Ranks { get; }

    /// <summary>The gain of the positive at each of the <see cref="Ranks"/>; 1 where relevance is a yes or no.</summary>
    public IReadOnlyList<double> Gains { get; }

    /// <summary>How many candidates there were, positives among them.</summary>
    public int Candidates { get; }

    /// <summary>Ranks the positives.</summary>
    /// <param name="scores">A score a candidate; higher is better.</param>
    /// <param name="positives">The positions of the positives in <paramref name="scores"/>.</param>
    /// <param name="gains">A gain above 0 a positive; null: 1 each.</param>
    /// <param name="random">Breaks the ties.</param>
    /// <exception cref="ArgumentException">A score is not finite.</exception>
    public static RankedQuery Of(ReadOnlySpan<double> scores, ReadOnlySpan<int> positives, double[]? gains, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        // A positive is drawn a place among those with its own score: a place a positive, none twice, which is what shuffling all would
        // give.
        double[] values = new double[positives.Length];
        int[] order = new int[positives.Length];
        for (int i = 0; i < values.Length; i++)
            (values[i], order[i]) = (scores[positives[i]], i);
        Array.Sort(values, order);
        int[] ranks = new int[values.Length];
        for (int start = 0, end; start < values.Length; start = end)
        {
            for (end = start + 1; end < values.Length && values[end] == values[start]; )
                end++;
            (int above, int tied) = Count(scores, values[start]);
            DrawPlaces(above, tied, ranks.AsSpan(start, end - start), random);
        }

        double[] gainOf = [.. order.Select(i => gains is null ? 1 : gains[i])];
        Array.Sort(ranks, gainOf);
        return new RankedQuery(ranks, gainOf, scores.Length);
    }

    private static (int Above, int Tied) Count(ReadOnlySpan<double> scores, double value)
    {
        int above = 0,
            tied = 0;
        foreach (double score in scores)
        {
            if (!double.IsFinite(score))
                throw new ArgumentException("a score is not a finite number", nameof(scores));
            above += score > value ? 1 : 0;
            tied += score == value ? 1 : 0;
        }

        return (above, tied);
    }

    /// <summary>
    /// Draws distinct places out of the tied ones, each set and order as likely as any (Floyd's sampling would not order them).
    /// </summary>
    private static void DrawPlaces(int above, int tied, Span<int> places, Random random)
    {
        HashSet<int> taken = [];
        for (int i = 0; i < places.Length; i++)
        {
            int place;
            do place = random.Next(tied);
            while (!taken.Add(place));
            places[i] = above + place + 1;
        }
    }
}
