namespace Matchmaking.Evaluation;

/// <summary>Measures pairs: how many came to meet, how many members are somebody's partner, how evenly partners are spread.</summary>
internal sealed class RoundJudge(NashvilleSplit split)
{
    private readonly Dictionary<int, HashSet<int>> _met = IntroductionsTask.MetLater(split);

    /// <summary>A method's figures over the seeds of its plans.</summary>
    public MethodResult Of(string method, IReadOnlyList<PairPlan> plans)
    {
        Dictionary<string, MetricSummary> metrics = new()
        {
            // Pairs of a matching have no member in common; those of top choices have, and their interval is a little too narrow.
            ["met-later"] = Summary([.. plans.Select(plan => Met(plan).DefaultIfEmpty().Average())]) with
            {
                Interval = Bootstrap.Mean([.. plans.SelectMany(Met).DefaultIfEmpty()], seed: 1),
            },
            ["served"] = Summary([.. plans.Select(plan => (double)Exposure(plan).Count(exposure => exposure > 0) / split.Active.Count)]),
            ["exposure-gini"] = Summary([.. plans.Select(plan => ListMetrics.Gini(Exposure(plan)))]),
        };
        if (plans.All(plan => double.IsFinite(plan.MeanScore)))
            metrics["score"] = Summary([.. plans.Select(plan => plan.MeanScore)]);
        return new MethodResult { Method = method, Metrics = metrics };
    }

    private IEnumerable<double> Met(PairPlan plan) =>
        plan.Pairs.Select(pair => _met.TryGetValue(pair.From, out HashSet<int>? others) && others.Contains(pair.To) ? 1.0 : 0);

    /// <summary>How often each of the pool is somebody's partner.</summary>
    private double[] Exposure(PairPlan plan)
    {
        double[] exposure = new double[split.Community.Members.Count];
        foreach ((int from, int to) in plan.Pairs)
        {
            exposure[to]++;
            if (!plan.IsOneSided)
                exposure[from]++;
        }

        return [.. split.Active.Select(member => exposure[member])];
    }

    private static MetricSummary Summary(double[] values)
    {
        double mean = values.Average();
        return new MetricSummary(
            mean,
            values.Length < 2 ? 0 : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1))
        );
    }
}
