namespace Matchmaking.Evaluation;

/// <summary>
/// Percentile intervals by resampling with replacement (Efron and Tibshirani 1993). What is drawn must be independent: people or evenings,
/// not the rows of one person. The same values and seed give the same interval, whatever the number of threads.
/// </summary>
public static class Bootstrap
{
    /// <summary>How often the sample is drawn anew unless told.</summary>
    public const int DefaultResamples = 2_000;

    /// <summary>The interval of a mean.</summary>
    /// <param name="values">A value a person, at least one.</param>
    /// <param name="seed">Draws the samples.</param>
    /// <param name="level">How sure, in (0, 1).</param>
    /// <param name="resamples">How many samples, at least 2.</param>
    /// <exception cref="ArgumentException">There is no value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1) or there are too few samples.</exception>
    public static ConfidenceInterval Mean(IReadOnlyList<double> values, int seed, double level = 0.95, int resamples = DefaultResamples)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Of(
            values.Count,
            weights =>
            {
                double sum = 0;
                for (int i = 0; i < weights.Count; i++)
                    sum += weights[i] * values[i];
                return sum / weights.Count;
            },
            seed,
            level,
            resamples
        );
    }

    /// <summary>
    /// The interval of the mean of first − second where both were measured on the same people: what both found hard or easy cancels out.
    /// </summary>
    /// <param name="first">A value a person by one method.</param>
    /// <param name="second">A value for the same person by the other.</param>
    /// <param name="seed">Draws the samples.</param>
    /// <param name="level">How sure, in (0, 1).</param>
    /// <param name="resamples">How many samples, at least 2.</param>
    /// <exception cref="ArgumentException">The lists differ in length or are empty.</exception>
    public static ConfidenceInterval PairedDifference(
        IReadOnlyList<double> first,
        IReadOnlyList<double> second,
        int seed,
        double level = 0.95,
        int resamples = DefaultResamples
    )
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count)
            throw new ArgumentException("the two methods were not measured on the same people", nameof(second));
        return Mean([.. first.Zip(second, (a, b) => a - b)], seed, level, resamples);
    }

    /// <summary>The interval of any figure.</summary>
    /// <param name="count">How many people, evenings or other independent units there are, at least one.</param>
    /// <param name="statistic">
    /// The figure of a sample, given how often each unit is in it; called from several threads, with whole numbers that sum to the count.
    /// </param>
    /// <param name="seed">Draws the samples.</param>
    /// <param name="level">How sure, in (0, 1).</param>
    /// <param name="resamples">How many samples, at least 2.</param>
    /// <exception cref="ArgumentException">There is no unit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside (0, 1) or there are too few samples.</exception>
    public static ConfidenceInterval Of(
        int count,
        Func<IReadOnlyList<double>, double> statistic,
        int seed,
        double level = 0.95,
        int resamples = DefaultResamples
    )
    {
        ArgumentNullException.ThrowIfNull(statistic);
        if (count < 1)
            throw new ArgumentException("there is nothing to draw from", nameof(count));
        if (!(level is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "must be in (0, 1)");
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 2);
        double[] figures = new double[resamples];
        // A chance of its own for each sample, so that the order of threads changes nothing.
        Parallel.For(0, resamples, sample =>
        {
            var random = new Random(HashCode32.Of(seed, sample));
            double[] weights = new double[count];
            for (int i = 0; i < count; i++)
                weights[random.Next(count)]++;
            figures[sample] = statistic(weights);
        });
        Array.Sort(figures);
        return new ConfidenceInterval(Quantile(figures, (1 - level) / 2), Quantile(figures, (1 + level) / 2));
    }

    /// <summary>Between the two nearest figures, as numpy's default.</summary>
    private static double Quantile(double[] ascending, double share)
    {
        double place = share * (ascending.Length - 1);
        int below = (int)place;
        return below + 1 == ascending.Length
            ? ascending[below]
            : ascending[below] + ((place - below) * (ascending[below + 1] - ascending[below]));
    }
}
