namespace Matchmaking.Evaluation;

/// <summary>
/// A round of pairs planned at the cut among the active pool, of members who never shared an event of any size. How many of the pairs come
/// to share an event of at most 20 RSVPs after the cut? Nobody was told of their pair: the figure says how well the round foresees who goes
/// together, beside whom it serves and how evenly.
/// </summary>
internal static class RoundsTask
{
    public const string Name = "nashville-rounds";

    private const int Seeds = 5;

    private static readonly string[] s_methods =
    [
        "learned",
        "rules",
        "greedy by learned",
        "top choice by learned",
        "greedy by rules",
        "top choice by rules",
        "random",
    ];

    public static IReadOnlyList<MethodResult> Run(
        string folder,
        MatchmakerOptions options,
        IReadOnlyCollection<string>? methods,
        IProgress<double>? progress,
        CancellationToken cancellationToken
    )
    {
        var split = new NashvilleSplit(NashvilleMeetup.Load(folder), NashvilleSplit.TestCut);
        options = options with { TimeProvider = new FixedTime(split.Cut) };
        progress?.Report(0.02);
        IReadOnlyList<string> chosen = Evaluator.Chosen(Name, s_methods, method => method, methods);
        List<(string Name, Matchmaker Matchmaker)> matchmakers = [];
        if (Needs("learned"))
            matchmakers.Add(("learned", NashvilleTasks.Learned(folder, split.Community, options, cancellationToken)));
        if (Needs("rules"))
            matchmakers.Add(("rules", Matchmaker.Create(split.Community, options)));
        progress?.Report(0.4);
        return [.. Measure(split, matchmakers, progress, cancellationToken).Where(result => chosen.Contains(result.Method))];

        bool Needs(string matchmaker) =>
            chosen.Any(method => method == matchmaker || method.EndsWith($" by {matchmaker}", StringComparison.Ordinal));
    }

    /// <summary>Each matchmaker's round beside what a host could do with the same scores, and beside chance.</summary>
    public static IReadOnlyList<MethodResult> Measure(
        NashvilleSplit split,
        IReadOnlyList<(string Name, Matchmaker Matchmaker)> methods,
        IProgress<double>? progress,
        CancellationToken cancellationToken
    )
    {
        var strangers = new Strangers(split);
        var judge = new RoundJudge(split);
        List<MethodResult> results = [];
        List<MethodResult> others = [];
        for (int i = 0; i < methods.Count; i++)
        {
            (string name, Matchmaker matchmaker) = methods[i];
            var planner = new PairPlans(split, strangers, matchmaker, cancellationToken);
            results.Add(judge.Of(name, [planner.Round()]));
            others.Add(judge.Of($"greedy by {name}", [planner.Greedy()]));
            others.Add(judge.Of($"top choice by {name}", [planner.TopChoices()]));
            progress?.Report(0.4 + (0.6 * (i + 1) / methods.Count));
        }

        // Chance needs no scores; what it is given for one is nothing.
        return
        [
            .. results,
            .. others,
            judge.Of("random", [.. Enumerable.Range(1, Seeds).Select(seed => PairPlans.AtRandom(split, strangers, seed))]),
        ];
    }
}
