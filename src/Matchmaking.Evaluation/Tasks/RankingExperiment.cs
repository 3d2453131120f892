namespace Matchmaking.Evaluation;

/// <summary>Runs methods on a task and measures them.</summary>
internal static class RankingExperiment
{
    private const int Resamples = 1_000,
        BootstrapSeed = 1;
    private const string Rules = "rules",
        Learned = "learned";

    /// <summary>
    /// Every method on every query; the order of threads changes nothing, for each query has its own chance and the sums are made in order.
    /// </summary>
    public static IReadOnlyList<MethodResult> Run(
        IRankingTask task,
        IReadOnlyList<IRanker> rankers,
        IReadOnlyList<RankingMetric> metrics,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        var values = new double[task.Count][];
        var seeds = new IReadOnlyList<int>[task.Count];
        int done = 0;
        foreach (IRanker ranker in rankers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ranker.Prepare();
        }

        Parallel.For(0, task.Count, new ParallelOptions { CancellationToken = cancellationToken }, q =>
        {
            RankingQuery query = task[q];
            seeds[q] = query.Seeds;
            values[q] = Measure(query, q, rankers, metrics);
            int now = Interlocked.Increment(ref done);
            if (now % 50 == 0 || now == task.Count)
                progress?.Report((double)now / task.Count);
        });
        int rules = rankers.Index().Where(ranker => ranker.Item.Name == Rules).Select(ranker => ranker.Index).DefaultIfEmpty(-1).First(),
            columns = rankers.Count * metrics.Count;
        return
        [
            .. rankers.Select(
                (ranker, r) =>
                    new MethodResult
                    {
                        Method = ranker.Name,
                        Metrics = metrics
                            .Select(
                                (metric, m) =>
                                    (
                                        metric.Name,
                                        Summary: Summarise(values, seeds, (r * metrics.Count) + m, columns) with
                                        {
                                            Interval = Interval(values, (r * metrics.Count) + m, -1, columns),
                                            BeyondRules =
                                                rules < 0 || ranker.Name != Learned
                                                    ? null
                                                    : Interval(values, (r * metrics.Count) + m, (rules * metrics.Count) + m, columns),
                                        }
                                    )
                            )
                            .ToDictionary(x => x.Name, x => x.Summary),
                    }
            ),
        ];
    }

    /// <summary>The metrics of one query, a row a seed: method by method.</summary>
    private static double[] Measure(RankingQuery query, int index, IReadOnlyList<IRanker> rankers, IReadOnlyList<RankingMetric> metrics)
    {
        double[] values = new double[query.Seeds.Count * rankers.Count * metrics.Count];
        double[] scores = new double[query.Candidates.Length];
        for (int r = 0; r < rankers.Count; r++)
        {
            rankers[r].Score(query, scores);
            for (int s = 0; s < query.Seeds.Count; s++)
            {
                var ranked = RankedQuery.Of(scores, query.Positives, null, new Random(unchecked((query.Seeds[s] * 1_000_003) + index)));
                for (int m = 0; m < metrics.Count; m++)
                    values[(((s * rankers.Count) + r) * metrics.Count) + m] = metrics[m].Of(ranked);
            }
        }

        return values;
    }

    private static MetricSummary Summarise(double[][] values, IReadOnlyList<int>[] seeds, int column, int columns)
    {
        SortedDictionary<int, (double Sum, int Count)> bySeed = [];
        for (int q = 0; q < values.Length; q++)
        {
            for (int s = 0; s < seeds[q].Count; s++)
            {
                (double sum, int count) = bySeed.GetValueOrDefault(seeds[q][s]);
                bySeed[seeds[q][s]] = (sum + values[q][(s * columns) + column], count + 1);
            }
        }

        double[] means = [.. bySeed.Values.Select(x => x.Sum / x.Count)];
        double mean = means.Length == 0 ? 0 : means.Average();
        double spread = means.Length < 2 ? 0 : Math.Sqrt(means.Sum(x => (x - mean) * (x - mean)) / (means.Length - 1));
        return new MetricSummary(mean, spread);
    }

    /// <summary>Of the mean over the queries, drawn whole with all their seeds; less that of another column, where there is one.</summary>
    private static ConfidenceInterval? Interval(double[][] values, int column, int less, int columns)
    {
        if (values.Length < 2)
            return null;
        double[] sums = Array.ConvertAll(values, query =>
        {
            double sum = 0;
            for (int at = 0; at < query.Length; at += columns)
                sum += query[at + column] - (less < 0 ? 0 : query[at + less]);
            return sum;
        });
        return Bootstrap.Of(
            values.Length,
            weights =>
            {
                double sum = 0,
                    count = 0;
                for (int q = 0; q < sums.Length; q++)
                    (sum, count) = (sum + (weights[q] * sums[q]), count + (weights[q] * (values[q].Length / columns)));
                return sum / count;
            },
            BootstrapSeed,
            resamples: Resamples
        );
    }
}
