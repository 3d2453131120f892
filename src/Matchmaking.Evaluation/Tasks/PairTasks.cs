namespace Matchmaking.Evaluation;

/// <summary>The tasks on pairs by name, each with the methods that are measured on it.</summary>
internal static class PairTasks
{
    public static IReadOnlyList<string> Names { get; } =
    [
        SpeedDatingTasks.Cold,
        SpeedDatingTasks.Warm,
        LazegaTask.Name,
        SpeedDatingTasks.Women,
        SpeedDatingTasks.Men,
        InventedMentoringTask.Name,
    ];

    public static (PairTask Task, IReadOnlyList<IPairMethod> Methods) Make(string name, string? dataFolder, MatchmakerOptions options)
    {
        PairTask task = name switch
        {
            LazegaTask.Name => LazegaTask.Make(LazegaLawyers.Load(DataFolder.Find(LazegaLawyers.Name, dataFolder))),
            InventedMentoringTask.Name => InventedMentoringTask.Make(),
            _ => SpeedDatingTasks.Make(name, SpeedDating.Load(DataFolder.Find(SpeedDating.Name, dataFolder))),
        };
        options = options with { TimeProvider = new FixedTime(task.Now) };
        IPairMethod[] baselines = name switch
        {
            // Of people never seen, no rates and no choices are known.
            SpeedDatingTasks.Cold => [new InterestCosine(), new SameCategories()],
            SpeedDatingTasks.Women or SpeedDatingTasks.Men => [],
            InventedMentoringTask.Name => [new InventedTruth()],
            SpeedDatingTasks.Warm =>
            [
                new InterestCosine(),
                new SameCategories(),
                new ReceivedYes(),
                new PopularityTimesSelectivity(),
                new Recon(),
                new FactorPairs(),
            ],
            _ => [new SameCategories(), new ReceivedYes()],
        };
        return (task, [new LearnedPairs(options), new RulesPairs(options), new RandomPairs(), .. baselines]);
    }
}
