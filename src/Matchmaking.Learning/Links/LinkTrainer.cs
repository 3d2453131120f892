namespace Matchmaking.Learning;

/// <summary>Trains the two models that a blend is made of on questions of the past.</summary>
internal static class LinkTrainer
{
    private static readonly LogisticOptions s_logistic = new();

    /// <summary>Shallow trees, each of which sees few of the columns, most of which say much the same.</summary>
    private static readonly BoostedTreesOptions s_trees = new()
    {
        Trees = 250,
        Leaves = 8,
        Depth = 3,
        ColumnShare = .4,
        RowsPerLeaf = 100,
    };

    private const int ManyRows = 20_000;

    public static (CompiledModel Logistic, CompiledModel Trees) Train(
        IReadOnlyList<LinkQuery> queries,
        int columns,
        int seed,
        CancellationToken cancellationToken
    )
    {
        TrainingData data = Data(queries, columns);
        BoostedTreesOptions options = data.Rows < ManyRows ? s_trees with { RowsPerLeaf = null } : s_trees;
        CompiledModel? logistic = null,
            trees = null;
        Parallel.Invoke(
            ParallelWork.Here(cancellationToken: cancellationToken),
            () => logistic = LogisticModel.Train(data, s_logistic, seed, cancellationToken),
            () => trees = BoostedTrees.Train(data, options, seed, cancellationToken)
        );
        return (logistic!, trees!);
    }

    private static TrainingData Data(IReadOnlyList<LinkQuery> queries, int columns)
    {
        int rows = queries.Sum(query => query.Rows);
        float[] values = new float[checked(rows * columns)],
            labels = new float[rows],
            weights = new float[rows];
        int at = 0;
        foreach (LinkQuery query in queries)
        {
            query.Values.CopyTo(values, at * columns);
            for (int row = 0; row < query.Rows; row++, at++)
                labels[at] = query.Label(row);
        }

        Array.Fill(weights, 1);
        return new TrainingData
        {
            Columns = columns,
            Values = values,
            Labels = labels,
            Weights = weights,
        };
    }
}
