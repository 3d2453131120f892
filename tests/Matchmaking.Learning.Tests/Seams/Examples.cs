namespace Matchmaking.Tests.Learning;

/// <summary>How near two are in taste: the very thing by which members of a test's community answer.</summary>
internal sealed class TasteSource(string name = "taste distance") : IFeatureSource
{
    public string Name => name;

    public IReadOnlyList<string> Columns { get; init; } = ["near", "of the one"];

    public float Broken { get; init; }

    public void Write(Member from, Member to, DateTimeOffset moment, Span<float> row)
    {
        if (!from.Attributes.ContainsKey("taste") || !to.Attributes.ContainsKey("taste"))
            return;
        row[0] = (float)-Math.Abs(LearningCommunity.Taste(from) - LearningCommunity.Taste(to)) + Broken;
        row[1] = (float)LearningCommunity.Taste(from);
    }
}

/// <summary>A stump on the one column that tells yes from no best; a built-in trainer behind it would do the same.</summary>
internal sealed class StumpTrainer(string name = "stump") : IModelTrainer
{
    public string Name => name;

    public double Broken { get; init; }

    public bool LearnsNothing { get; init; }

    public byte[]? Train(
        IReadOnlyList<string> columns,
        ReadOnlySpan<float> values,
        ReadOnlySpan<float> labels,
        ReadOnlySpan<float> weights,
        int seed,
        CancellationToken cancellationToken
    )
    {
        if (LearnsNothing)
            return null;
        (int column, double slope, double best) = (0, 0, -1);
        for (int c = 0; c < columns.Count; c++)
        {
            (double yes, double no, double yeses, double noes, double squares) = (0, 0, 0, 0, 1e-9);
            for (int row = 0; row < labels.Length; row++)
            {
                float value = values[(row * columns.Count) + c];
                if (float.IsNaN(value))
                    continue;
                squares += value * value;
                if (labels[row] > 0)
                    (yes, yeses) = (yes + value, yeses + 1);
                else
                    (no, noes) = (no + value, noes + 1);
            }

            double apart = yeses > 0 && noes > 0 ? (yes / yeses) - (no / noes) : 0,
                size = Math.Abs(apart) / Math.Sqrt(squares / Math.Max(1, yeses + noes));
            if (size > best)
                (column, slope, best) = (c, apart, size);
        }

        return [.. BitConverter.GetBytes(column), .. BitConverter.GetBytes(slope)];
    }

    public Func<ReadOnlySpan<float>, double> Read(ReadOnlyMemory<byte> model)
    {
        if (model.Length != sizeof(int) + sizeof(double))
            throw new InvalidDataException("is no stump");
        int column = BitConverter.ToInt32(model.Span);
        double slope = BitConverter.ToDouble(model.Span[sizeof(int)..]);
        double broken = Broken;
        return row => float.IsNaN(row[column]) ? broken : (10 * slope * row[column]) + broken;
    }
}

/// <summary>What the rules of a matchmaker say, as a host's model.</summary>
internal sealed class TasteModel : ILearnedModel
{
    public string Name { get; init; } = "taste 1";

    public double? Always { get; init; }

    public bool Serves(IntroductionKind kind) => kind != IntroductionKind.Mentor;

    public double Probability(Member from, Member to, DateTimeOffset moment) =>
        Always
        ?? (
            from.Attributes.ContainsKey("taste") && to.Attributes.ContainsKey("taste")
                ? 1 / (1 + Math.Abs(LearningCommunity.Taste(from) - LearningCommunity.Taste(to)))
                : .25
        );

    public IReadOnlyDictionary<ScorePart, double> Explain(Member from, Member to, DateTimeOffset moment) =>
        new Dictionary<ScorePart, double> { [ScorePart.Profile] = Probability(from, to, moment) / 2 };
}
