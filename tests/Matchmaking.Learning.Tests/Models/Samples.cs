namespace Matchmaking.Tests.Learning.Models;

/// <summary>Generated rows whose answers follow from the first columns, the last columns noise, some values missing.</summary>
internal static class Samples
{
    public static TrainingData Pairs(int rows, int columns, int seed, double missing = .1, int members = 0)
    {
        var random = new Random(seed);
        float[] values = new float[rows * columns],
            labels = new float[rows],
            weights = new float[rows];
        int[] from = new int[rows],
            to = new int[rows];
        double[] generosity = [.. Enumerable.Range(0, members).Select(_ => Normal(random))];
        double[] charm = [.. Enumerable.Range(0, members).Select(_ => Normal(random))];
        for (int row = 0; row < rows; row++)
        {
            Span<float> features = values.AsSpan(row * columns, columns);
            for (int column = 0; column < columns; column++)
                features[column] = (float)(Normal(random) * (column + 1) + column);
            (from[row], to[row]) = members > 0 ? (random.Next(members), random.Next(members)) : (-1, -1);
            double logit =
                (1.5 * features[0])
                - (features.Length > 2 ? Math.Abs(features[2] - 2) / 3 : 0)
                - .5
                + (members > 0 ? generosity[from[row]] + charm[to[row]] : 0);
            labels[row] = random.NextDouble() < 1 / (1 + Math.Exp(-logit)) ? 1 : 0;
            weights[row] = random.Next(2) == 0 ? 1 : .5f;
            for (int column = 0; column < columns - 1; column++)
                features[column] = random.NextDouble() < missing ? float.NaN : features[column];
        }

        return new TrainingData
        {
            Columns = columns,
            Values = values,
            Labels = labels,
            Weights = weights,
            FromEffects = from,
            ToEffects = to,
        };
    }

    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    public static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-logit));

    public static byte[] Bytes(CompiledModel model)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
            model.Write(writer);
        return stream.ToArray();
    }

    public static CompiledModel Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        return CompiledModel.Read(reader);
    }

    /// <summary>The area under the ROC curve by counting pairs.</summary>
    public static double Auc(CompiledModel model, TrainingData data)
    {
        double[] scores =
        [
            .. Enumerable.Range(0, data.Rows).Select(row => model.Logit(data.Row(row), data.FromEffects![row], data.ToEffects![row])),
        ];
        double[] yes = [.. scores.Where((_, row) => data.Labels[row] > 0)],
            no = [.. scores.Where((_, row) => data.Labels[row] == 0)];
        return yes.Sum(a =>
                no.Sum(b =>
                    a > b ? 1
                    : a == b ? .5
                    : 0
                )
            ) / ((double)yes.Length * no.Length);
    }
}
