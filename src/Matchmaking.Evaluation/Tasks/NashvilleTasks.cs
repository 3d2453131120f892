namespace Matchmaking.Evaluation;

/// <summary>The tasks on the Nashville data by name, each with the methods that are measured on it.</summary>
internal static class NashvilleTasks
{
    public const string Introductions = "nashville-introductions",
        Bridges = "nashville-bridges",
        NewGroups = "nashville-new-groups",
        SmallGroups = "nashville-small-groups";

    private static readonly Lock s_learning = new();

    private static (string Folder, DateTime Written, MatchmakerOptions Options, Matchmaker Matchmaker)? s_learned;

    public static (IRankingTask Task, IReadOnlyList<IRanker> Rankers) Make(
        string name,
        string folder,
        MatchmakerOptions options,
        CancellationToken cancellationToken = default
    )
    {
        var split = new NashvilleSplit(NashvilleMeetup.Load(folder), NashvilleSplit.TestCut);
        IRankingTask task = name switch
        {
            Introductions or Bridges => new IntroductionsTask(split, ReadQueryMembers(folder, split), bridges: name == Bridges),
            NewGroups => new NewGroupsTask(split),
            SmallGroups => new SmallGroupsTask(split, ReadSmallGroups(folder)),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "is not a task on this data set"),
        };
        options = options with { TimeProvider = new FixedTime(task.Cut) };
        var rules = new Lazy<Matchmaker>(() => Matchmaker.Create(task.Community, options));
        var learned = new Lazy<Matchmaker>(() => Learned(folder, task.Community, options, cancellationToken));
        return (
            task,
            [
                Library("learned", learned, name),
                Library("rules", rules, name),
                new RandomRanker(),
                Popularity(task, name),
                .. NashvilleBaselines.For(task, name),
            ]
        );
    }

    /// <summary>One learning serves all four tasks: the community before the cut is the same as long as the data are.</summary>
    internal static Matchmaker Learned(string folder, Community community, MatchmakerOptions options, CancellationToken cancellationToken)
    {
        (folder, DateTime written) = (Path.GetFullPath(folder), File.GetLastWriteTimeUtc(Path.Combine(folder, "rsvps.csv")));
        lock (s_learning)
        {
            if (
                s_learned is { } known
                && known.Folder == folder
                && known.Written == written
                && known.Options == options with { TimeProvider = known.Options.TimeProvider }
            )
                return known.Matchmaker;
            var matchmaker = Matchmaker.Create(community, options);
            matchmaker.Learn(cancellationToken: cancellationToken);
            s_learned = (folder, written, options, matchmaker);
            return matchmaker;
        }
    }

    private static LibraryRanker Library(string method, Lazy<Matchmaker> matchmaker, string task) =>
        task switch
        {
            Introductions => LibraryRanker.Introductions(method, matchmaker, IntroductionKind.Any),
            Bridges => LibraryRanker.Introductions(method, matchmaker, IntroductionKind.Bridge),
            NewGroups => LibraryRanker.Activities(method, matchmaker),
            _ => LibraryRanker.Groups(method, matchmaker),
        };

    private static PopularityRanker Popularity(IRankingTask task, string name) =>
        name == NewGroups ? PopularityRanker.OfActivities(task.Community, task.Cut) : PopularityRanker.OfMembers(task.Community, task.Cut);

    private static List<(int Seed, int Member)> ReadQueryMembers(string folder, NashvilleSplit split) =>
        DataTable.Read(Path.Combine(folder, "query_members.csv"), ["seed", "member"], row =>
            (row.Whole("seed"), split.MemberIndex(row.Whole("member")))
        );

    private static List<(int Seed, int Event, int Hidden)> ReadSmallGroups(string folder) =>
        DataTable.Read(Path.Combine(folder, "small_groups.csv"), ["seed", "event", "hidden_member"], row =>
            (row.Whole("seed"), row.Whole("event"), row.Whole("hidden_member"))
        );
}
