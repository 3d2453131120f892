namespace Matchmaking.Learning;

/// <summary>Labelled rows for training: one row a pair, one column a feature. Not changed by anyone who trains on it.</summary>
internal sealed class TrainingData
{
    /// <summary>More columns than this do not fit a compiled tree's node.</summary>
    public const int MaximumColumns = ushort.MaxValue;

    /// <summary>How many values a row has.</summary>
    public required int Columns
    {
        get;
        init => field = Guard.InRange(value, 0, MaximumColumns);
    }

    /// <summary>The rows one after another, <see cref="Columns"/> values each: finite, or NaN where the value is missing.</summary>
    public required float[] Values { get; init; }

    /// <summary>The answer of each row: 1 or 0.</summary>
    public required float[] Labels { get; init; }

    /// <summary>How much each row counts: finite, not negative.</summary>
    public required float[] Weights { get; init; }

    /// <summary>Dense codes of the members who ask, −1 where unknown; null where no model with member effects is trained.</summary>
    public int[]? FromEffects { get; init; }

    /// <summary>Dense codes of the members asked about, −1 where unknown; null where no model with member effects is trained.</summary>
    public int[]? ToEffects { get; init; }

    public int Rows => Labels.Length;

    public ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * Columns, Columns);

    /// <summary>These rows, in this order; a row may be taken more than once.</summary>
    public TrainingData Select(int[] rows)
    {
        var values = new float[checked(rows.Length * Columns)];
        for (int i = 0; i < rows.Length; i++)
            Row(rows[i]).CopyTo(values.AsSpan(i * Columns));
        return new TrainingData
        {
            Columns = Columns,
            Values = values,
            Labels = Pick(Labels, rows),
            Weights = Pick(Weights, rows),
            FromEffects = FromEffects is null ? null : Pick(FromEffects, rows),
            ToEffects = ToEffects is null ? null : Pick(ToEffects, rows),
        };
    }

    /// <summary>All rows with these columns alone, in this order.</summary>
    public TrainingData WithColumns(int[] columns)
    {
        var values = new float[checked(Rows * columns.Length)];
        for (int i = 0; i < Rows; i++)
        {
            ReadOnlySpan<float> row = Row(i);
            for (int j = 0; j < columns.Length; j++)
                values[(i * columns.Length) + j] = row[columns[j]];
        }

        return new TrainingData
        {
            Columns = columns.Length,
            Values = values,
            Labels = Labels,
            Weights = Weights,
            FromEffects = FromEffects,
            ToEffects = ToEffects,
        };
    }

    /// <summary>The sums of the weights of the rows labelled 1 and of those labelled 0.</summary>
    public (double Positive, double Negative) ClassWeights()
    {
        double positive = 0,
            negative = 0;
        for (int i = 0; i < Rows; i++)
        {
            if (Labels[i] > 0)
                positive += Weights[i];
            else
                negative += Weights[i];
        }

        return (positive, negative);
    }

    /// <summary>Refuses what no trainer can learn from, and says where it is.</summary>
    /// <exception cref="ArgumentException">
    /// Lengths do not agree, a label is neither 0 nor 1, or a value, weight or code is out of its range.
    /// </exception>
    public void Check()
    {
        if (Values.Length != (long)Rows * Columns || Weights.Length != Rows)
            throw new ArgumentException(
                $"{Rows} labels, {Weights.Length} weights and {Values.Length} values of {Columns} columns do not agree"
            );
        if ((FromEffects is not null && FromEffects.Length != Rows) || (ToEffects is not null && ToEffects.Length != Rows))
            throw new ArgumentException("there must be as many member codes as labels");
        if (Array.FindIndex(Labels, label => label is not (0 or 1)) is var label && label >= 0)
            throw new ArgumentException($"the label of row {label} is {Labels[label]}, neither 0 nor 1");
        if (Array.FindIndex(Weights, weight => !(weight >= 0 && float.IsFinite(weight))) is var weight && weight >= 0)
            throw new ArgumentException($"the weight of row {weight} is {Weights[weight]}, not finite or negative");
        if (Array.FindIndex(Values, float.IsInfinity) is var value && value >= 0)
            throw new ArgumentException($"column {value % Columns} of row {value / Columns} is infinite; a missing value is NaN");
        if (FromEffects?.Any(code => code < -1) == true || ToEffects?.Any(code => code < -1) == true)
            throw new ArgumentException("a member's code must not be below −1");
    }

    private static T[] Pick<T>(T[] values, int[] rows) => Array.ConvertAll(rows, row => values[row]);
}
