namespace Matchmaking.Evaluation;

/// <summary>Measures the library on people's real choices, by fixed protocols.</summary>
public static class Evaluator
{
    /// <summary>The environment variable that names the folder of the data sets.</summary>
    public const string DataFolderVariable = "MATCHMAKING_DATA";

    /// <summary>The names of the tasks.</summary>
    public static IReadOnlyList<string> Tasks { get; } =
    [
        NashvilleTasks.Introductions,
        NashvilleTasks.Bridges,
        NashvilleTasks.NewGroups,
        NashvilleTasks.SmallGroups,
        RoundsTask.Name,
        .. PairTasks.Names,
    ];

    /// <summary>
    /// Runs a task and measures every method on it. The same data and options give the same figures, whatever the number of threads.
    /// </summary>
    /// <param name="task">One of <see cref="Tasks"/>.</param>
    /// <param name="dataFolder">
    /// The folder in which the data sets lie; null: that of <see cref="DataFolderVariable"/>, else <c>shared/data</c> beside the project's
    /// root.
    /// </param>
    /// <param name="options">How the matchmaker works; null: the defaults. Its clock is set to the protocol's cut.</param>
    /// <param name="methods">
    /// The methods to measure, by the names in <see cref="MethodResult.Method"/>; null: all. Without "learned" nothing is learned; what
    /// "learned" is beyond the rules needs both.
    /// </param>
    /// <param name="progress">Told the share of the work done, in [0, 1]; null: nobody is told.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">There is no such task, or it has no such method.</exception>
    /// <exception cref="DirectoryNotFoundException">The data set is not there; the message says where it was looked for.</exception>
    /// <exception cref="CommunityFormatException">A file of the data set is missing or not what it should be.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static EvaluationReport Run(
        string task,
        string? dataFolder = null,
        MatchmakerOptions? options = null,
        IReadOnlyCollection<string>? methods = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        if (!Tasks.Contains(task))
            throw new ArgumentException($"There is no task '{task}'. The tasks are {string.Join(", ", Tasks)}.", nameof(task));
        options ??= new MatchmakerOptions();
        return new EvaluationReport
        {
            Task = task,
            Goals = Goal.Of(task),
            Results =
                task == RoundsTask.Name
                    ? RoundsTask.Run(DataFolder.Find(NashvilleMeetup.Name, dataFolder), options, methods, progress, cancellationToken)
                : PairTasks.Names.Contains(task) ? RunPairs(task, dataFolder, options, methods, progress, cancellationToken)
                : RunRanking(task, dataFolder, options, methods, progress, cancellationToken),
        };
    }

    private static IReadOnlyList<MethodResult> RunPairs(
        string task,
        string? dataFolder,
        MatchmakerOptions options,
        IReadOnlyCollection<string>? chosen,
        IProgress<double>? progress,
        CancellationToken cancellationToken
    )
    {
        (PairTask pairs, IReadOnlyList<IPairMethod> methods) = PairTasks.Make(task, dataFolder, options);
        return PairExperiment.Run(pairs, Chosen(task, methods, method => method.Name, chosen), progress, cancellationToken);
    }

    private static IReadOnlyList<MethodResult> RunRanking(
        string task,
        string? dataFolder,
        MatchmakerOptions options,
        IReadOnlyCollection<string>? chosen,
        IProgress<double>? progress,
        CancellationToken cancellationToken
    )
    {
        string folder = DataFolder.Find(NashvilleMeetup.Name, dataFolder);
        (IRankingTask ranking, IReadOnlyList<IRanker> rankers) = NashvilleTasks.Make(task, folder, options, cancellationToken);
        return RankingExperiment.Run(
            ranking,
            Chosen(task, rankers, ranker => ranker.Name, chosen),
            RankingMetric.Default,
            progress,
            cancellationToken
        );
    }

    /// <summary>Those of the methods that were asked for, in the order of the report.</summary>
    internal static IReadOnlyList<T> Chosen<T>(
        string task,
        IReadOnlyList<T> all,
        Func<T, string> name,
        IReadOnlyCollection<string>? methods
    )
    {
        if (methods is null)
            return all;
        if (methods.FirstOrDefault(method => !all.Any(known => name(known) == method)) is { } unknown)
            throw new ArgumentException(
                $"{task} has no method '{unknown}'; its methods are {string.Join(", ", all.Select(name))}.",
                nameof(methods)
            );
        return [.. all.Where(method => methods.Contains(name(method)))];
    }
}
