namespace Matchmaking.Evaluation;

/// <summary>The tasks on the Nashville data by name, each with the methods that are measured on it.</summary>
internal static class NashvilleTasks
{
    public const string Introductions = "nashville-introductions", Bridges = "nashville-bridges", NewGroups = "nashville-new-groups", SmallGroups = "nashville-small-groups";

    public static (IRankingTask Task, IReadOnlyList<IRanker> Rankers) Make(string name, string folder, MatchmakerOptions options)
    {
        var split = new NashvilleSplit(NashvilleMeetup.Load(folder), NashvilleSplit.TestCut);
        IRankingTask task = name switch
        {
            Introductions or Bridges => new IntroductionsTask(split, ReadQueryMembers(folder, split), bridges: name == Bridges),
            NewGroups => new NewGroupsTask(split),
            SmallGroups => new SmallGroupsTask(split, ReadSmallGroups(folder)),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "is not a task on this data set"),
        };
        return (task, [Rules(task, name, options with { TimeProvider = new FixedTime(task.Cut) }), new RandomRanker(), Popularity(task, name), .. NashvilleBaselines.For(task, name)]);
    }

    private static RulesRanker Rules(IRankingTask task, string name, MatchmakerOptions options)
    {
        var matchmaker = Matchmaker.Create(task.Community, options);
        return name switch
        {
            Introductions => RulesRanker.Introductions(matchmaker, IntroductionKind.Any),
            Bridges => RulesRanker.Introductions(matchmaker, IntroductionKind.Bridge),
            NewGroups => RulesRanker.Activities(matchmaker),
            _ => RulesRanker.Groups(matchmaker, options),
        };
    }

    private static PopularityRanker Popularity(IRankingTask task, string name) =>
        name == NewGroups ? PopularityRanker.OfActivities(task.Community, task.Cut) : PopularityRanker.OfMembers(task.Community, task.Cut);

    private static List<(int Seed, int Member)> ReadQueryMembers(string folder, NashvilleSplit split) => CsvTable.Read(
        Path.Combine(folder, "query_members.csv"), row => (row.Parse<int>("seed"), split.MemberIndex(row.Parse<int>("member"))));

    private static List<(int Seed, int Event, int Hidden)> ReadSmallGroups(string folder) => CsvTable.Read(
        Path.Combine(folder, "small_groups.csv"), row => (row.Parse<int>("seed"), row.Parse<int>("event"), row.Parse<int>("hidden_member")));
}
