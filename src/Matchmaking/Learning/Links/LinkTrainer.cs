namespace Matchmaking;

/// <summary>Trains the two models that a blend is made of on questions of the past.</summary>
internal static class LinkTrainer
{
    private static readonly LogisticOptions s_logistic = new();
    private static readonly BoostedTreesOptions s_trees = new() { Trees = 200, RowsPerLeaf = 100 };

    public static (CompiledModel Logistic, CompiledModel Trees) Train(IReadOnlyList<LinkQuery> queries, int columns, int seed, CancellationToken cancellationToken)
    {
        TrainingData data = Data(queries, columns);
        BoostedTreesOptions options = data.Rows < 20_000 ? s_trees with { RowsPerLeaf = null } : s_trees;
        CompiledModel? logistic = null, trees = null;
        Parallel.Invoke(
            new ParallelOptions { CancellationToken = cancellationToken },
            () => logistic = LogisticModel.Train(data, s_logistic, seed, cancellationToken),
            () => trees = BoostedTrees.Train(data, options, seed, cancellationToken));
        return (logistic!, trees!);
    }

    /// <summary>
    /// All rows. A question with many answers counts by the root of their number, so that the few who met a crowd do not drown those who met one or two.
    /// </summary>
    public static TrainingData Data(IReadOnlyList<LinkQuery> queries, int columns)
    {
        int rows = queries.Sum(query => query.Rows);
        float[] values = new float[checked(rows * columns)], labels = new float[rows], weights = new float[rows];
        int at = 0;
        foreach (LinkQuery query in queries)
        {
            query.Values.CopyTo(values, at * columns);
            float share = 1 / MathF.Sqrt(Math.Max(1, query.Positives));
            for (int i = 0; i < query.Rows; i++, at++)
                (labels[at], weights[at]) = (query.Labels[i], query.Weights[i] * (query.Labels[i] > 0 ? share : 1));
        }

        return new TrainingData { Columns = columns, Values = values, Labels = labels, Weights = weights };
    }
}
