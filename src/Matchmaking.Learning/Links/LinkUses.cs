namespace Matchmaking.Learning;

/// <summary>
/// What a community's history can be asked, one use after another: each is judged on the latest moment, then trained on the latest few.
/// </summary>
internal sealed class LinkUses(IReadOnlyList<LinkMoment> moments, int seed, CancellationToken cancellationToken)
{
    /// <summary>The fewest positives of a kind, in all and held out.</summary>
    private const int LeastPositives = 30,
        LeastHeld = 10;

    /// <summary>How many moments train.</summary>
    private const int Trained = 4;

    /// <summary>
    /// The most questions of a kind and moment: beyond, training costs time and gains little. Those of a question that was not chosen.
    /// </summary>
    private const int MostQuestions = 1_500,
        Negatives = 80;

    public List<LearnedUse> Uses { get; } = [];

    /// <summary>What the models in use rest on, the columns of each by its name.</summary>
    public List<FeatureImportance> Importance { get; } = [];

    public int Rows { get; private set; }

    public int Positives { get; private set; }

    /// <summary>Learns one use.</summary>
    /// <param name="name">For the report.</param>
    /// <param name="features">The columns.</param>
    /// <param name="questions">The questions of a moment.</param>
    /// <returns>Null where there is too little to learn from or nothing was better than the rules.</returns>
    public LinkModel? Learn(string name, IReadOnlyList<FeatureInfo> features, Func<int, LinkQuestions> questions)
    {
        var sampled = new Dictionary<int, IReadOnlyList<LinkQuery>>();
        LinkQuestions held = questions(0);
        List<LinkQuery> earlier =
        [
            .. Earlier()
                .SelectMany(at => Sampled(at).Select(query => query with { Until = moments[0].Cut }))
                .Where(query => query.Positives > 0),
        ];
        List<LinkQuery> latest = [.. Enumerable.Range(0, Math.Min(Trained, moments.Count)).SelectMany(Sampled)];
        int known = earlier.Sum(query => query.Positives);
        if (
            latest.Sum(query => query.Positives) < LeastPositives
            || known < LeastHeld
            || Sampled(0).Sum(query => query.Positives) < LeastHeld
        )
            return null;
        // What is used is trained beside what is judged: each training keeps to one thread, and one is much longer than the other.
        var trained = new (CompiledModel Logistic, CompiledModel Trees)[2];
        Parallel.For(0, 2, ParallelWork.Here(cancellationToken: cancellationToken), i =>
            trained[i] = LinkTrainer.Train(i == 0 ? earlier : latest, features.Count, seed, cancellationToken)
        );
        ((CompiledModel Logistic, CompiledModel Trees) judged, (CompiledModel Logistic, CompiledModel Trees) used) = (
            trained[0],
            trained[1]
        );
        (LinkBlend? blend, Calibration calibration, LearnedUse report) = LinkJudge.Judge(
            name,
            LinkAnswers.Of(held, judged, seed, cancellationToken),
            known
        );
        Uses.Add(report);
        Rows += latest.Sum(query => query.Rows);
        Positives += latest.Sum(query => query.Positives);
        if (blend is null)
            return null;
        Importance.AddRange(
            LinkImportance.Of(
                name,
                held,
                new LinkModel(judged.Logistic, judged.Trees, blend, calibration),
                features,
                seed,
                cancellationToken
            )
        );
        Importance.Sort((a, b) => b.Loss.CompareTo(a.Loss));
        return new LinkModel(used.Logistic, used.Trees, blend, calibration);

        IReadOnlyList<LinkQuery> Sampled(int at)
        {
            if (!sampled.TryGetValue(at, out IReadOnlyList<LinkQuery>? queries))
                sampled.Add(at, queries = (at == 0 ? held : questions(at)).Sample(MostQuestions, Negatives, seed, cancellationToken));
            return queries;
        }
    }

    /// <summary>
    /// Whose whole window lies before the latest moment, so that models are judged at the distance at which they will serve; where the
    /// history is too short for two of those, the ones just before, with what was known by then.
    /// </summary>
    private IEnumerable<int> Earlier()
    {
        int[] whole = [.. Enumerable.Range(1, moments.Count - 1).Where(at => moments[at].Until <= moments[0].Cut).Take(Trained)];
        return whole.Length >= 2 ? whole : Enumerable.Range(1, Math.Min(Trained - 1, moments.Count - 1));
    }
}
