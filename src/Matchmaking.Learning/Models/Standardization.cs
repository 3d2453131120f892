namespace Matchmaking.Learning;

/// <summary>
/// How a column enters a linear model: (value − mean) / deviation over the training rows that have it, 0 where it is missing; where some
/// rows lack it, an indicator of that beside, 1 or 0 less its mean: what is seldom missing is shrunk the more. Columns that are missing
/// together share one.
/// </summary>
/// <param name="Column">Its place in the row.</param>
/// <param name="Mean">Weighted mean of the values that are there.</param>
/// <param name="Deviation">Their standard deviation.</param>
/// <param name="MissingShare">The weighted share of rows that lack it.</param>
/// <param name="HasIndicator">Whether it is the first of the columns that are missing in the same rows.</param>
internal readonly record struct Standardization(int Column, double Mean, double Deviation, double MissingShare, bool HasIndicator)
{
    /// <summary>A column whose values differ by rounding alone is constant.</summary>
    private const double Negligible = 1e-7;

    /// <summary>Whether the values differ; where they do not, the indicator alone may tell rows apart.</summary>
    public bool Varies => Scale > 0;

    /// <summary>One over the deviation, since every pass over the rows multiplies by it; 0 where the values do not differ.</summary>
    public double Scale { get; } = Deviation > Negligible * Math.Max(Math.Abs(Mean), 1e-30) ? 1 / Deviation : 0;

    public double Value(float value) => float.IsNaN(value) ? 0 : (value - Mean) * Scale;

    public double Indicator(float value) => (float.IsNaN(value) ? 1 : 0) - MissingShare;

    /// <summary>Of every column that tells rows apart; constant ones are dropped.</summary>
    public static Standardization[] Of(TrainingData data)
    {
        List<Standardization> columns = [];
        double all = data.Weights.Sum(weight => (double)weight);
        for (int column = 0; column < data.Columns; column++)
        {
            Standardization standardization = Of(data, column, all);
            bool indicator =
                standardization.MissingShare is > 0 and < 1
                && !columns.Exists(known =>
                    known.HasIndicator && known.MissingShare == standardization.MissingShare && MissingTogether(data, column, known.Column)
                );
            if (standardization.Varies || indicator)
                columns.Add(standardization with { HasIndicator = indicator });
        }

        return [.. columns];
    }

    /// <summary>Mean and variance in one pass, stably (West 1979).</summary>
    private static Standardization Of(TrainingData data, int column, double all)
    {
        double present = 0,
            mean = 0,
            squares = 0;
        for (int row = 0; row < data.Rows; row++)
        {
            float value = data.Values[(row * data.Columns) + column];
            double weight = data.Weights[row];
            if (float.IsNaN(value) || weight == 0)
                continue;
            present += weight;
            double delta = value - mean;
            mean += delta * weight / present;
            squares += weight * delta * (value - mean);
        }

        double deviation = present > 0 ? Math.Sqrt(squares / present) : 0;
        double missing = Math.Max(0, 1 - (present / all));
        // Sums of all weights and of the weights present differ by rounding where nothing is missing.
        return new(column, mean, deviation, missing < 1e-12 ? 0 : missing, false);
    }

    private static bool MissingTogether(TrainingData data, int column, int other)
    {
        for (int row = 0; row < data.Rows; row++)
        {
            int at = row * data.Columns;
            if (float.IsNaN(data.Values[at + column]) != float.IsNaN(data.Values[at + other]))
                return false;
        }

        return true;
    }
}
