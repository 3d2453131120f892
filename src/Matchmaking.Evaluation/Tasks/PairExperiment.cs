namespace Matchmaking.Evaluation;

/// <summary>Runs methods on a task of pairs and measures them.</summary>
internal static class PairExperiment
{
    private const int Resamples = 1_000,
        BootstrapSeed = 1;

    private static readonly IReadOnlyList<RankingMetric> s_ranking =
    [
        RankingMetric.Ndcg(10),
        RankingMetric.Recall(10),
        RankingMetric.Mrr,
        RankingMetric.Precision(10),
        RankingMetric.Map,
    ];

    public static IReadOnlyList<MethodResult> Run(
        PairTask task,
        IReadOnlyList<IPairMethod> methods,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        double[][][] scores = new double[methods.Count][][];
        for (int m = 0; m < methods.Count; m++)
        {
            scores[m] = Scores(task, methods[m], Told, cancellationToken);

            void Told(double share) => progress?.Report((m + share) / methods.Count);
        }

        double[][]? rules = methods
            .Index()
            .Where(method => method.Item.Name == "rules")
            .Select(method => scores[method.Index])
            .FirstOrDefault();
        return
        [
            .. methods.Select(
                (method, m) =>
                    new MethodResult
                    {
                        Method = method.Name,
                        Metrics = Measure(task, method, scores[m], method.Name == "learned" ? rules : null),
                    }
            ),
        ];
    }

    /// <summary>
    /// The scores of every fold's pairs. Two folds at a time: learning keeps all cores busy by itself but for the steps that have one
    /// thread.
    /// </summary>
    private static double[][] Scores(PairTask task, IPairMethod method, Action<double> told, CancellationToken cancellationToken)
    {
        double[][] scores = new double[task.Folds.Count][];
        var counting = new Lock();
        int done = 0;
        Parallel.For(0, scores.Length, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken }, f =>
        {
            Func<TestPair, double> score = method.Fit(task.Folds[f], cancellationToken);
            scores[f] = [.. task.Folds[f].Test.Select(score)];
            lock (counting)
                told((double)++done / scores.Length);
        });
        return scores;
    }

    private static Dictionary<string, MetricSummary> Measure(PairTask task, IPairMethod method, double[][] scores, double[][]? rules)
    {
        Dictionary<string, MetricSummary> metrics = [];
        var units = task
            .Folds.SelectMany(fold => fold.Test)
            .Select(pair => pair.Unit)
            .Distinct()
            .Index()
            .ToDictionary(unit => unit.Item, unit => unit.Index);
        PairSample[] seeds = Samples(scores),
            byRules = rules is null ? [] : Samples(rules);
        Add("auc", (seed, weights) => seed.Auc(weights));
        Add("ap", (seed, weights) => seed.AveragePrecision(weights));
        Add("auc-by-asker", (seed, weights) => seed.Ranking(RankingMetric.Auc, weights));
        foreach (RankingMetric metric in s_ranking)
            Add(metric.Name, (seed, weights) => seed.Ranking(metric, weights));
        if (task.BothAsk)
            Add("mutual-hits@5", (seed, weights) => seed.MutualHits(5, weights));
        if (method.IsProbability)
        {
            // The rules' scores are no probabilities to compare with.
            byRules = [];
            Add("log-loss", (seed, weights) => seed.LogLoss(weights));
            Add("brier", (seed, weights) => seed.Brier(weights));
        }

        return metrics;

        void Add(string name, Func<PairSample, double[]?, double> figure) =>
            metrics.Add(name, Summarise(seeds, byRules, units.Count, figure));

        PairSample[] Samples(double[][] all) =>
            [
                .. task
                    .Folds.Zip(all)
                    .GroupBy(fold => fold.First.Seed)
                    .Select(folds => new PairSample(folds.Key, [.. folds], units, task.BothAsk, s_ranking)),
            ];
    }

    private static MetricSummary Summarise(PairSample[] seeds, PairSample[] byRules, int units, Func<PairSample, double[]?, double> figure)
    {
        double[] values = [.. seeds.Select(seed => figure(seed, null))];
        double mean = values.Average();
        double spread = values.Length < 2 ? 0 : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        return new MetricSummary(mean, spread)
        {
            Interval = Bootstrap.Of(units, weights => Mean(seeds, [.. weights]), BootstrapSeed, resamples: Resamples),
            BeyondRules =
                byRules.Length == 0
                    ? null
                    : Bootstrap.Of(
                        units,
                        weights => Mean(seeds, [.. weights]) - Mean(byRules, [.. weights]),
                        BootstrapSeed,
                        resamples: Resamples
                    ),
        };

        double Mean(PairSample[] samples, double[] weights) => samples.Average(sample => figure(sample, weights));
    }
}
