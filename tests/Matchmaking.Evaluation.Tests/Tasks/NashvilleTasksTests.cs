namespace Matchmaking.Evaluation.Tests;

public class NashvilleTasksTests
{
    [Fact]
    public void The_protocols_counts_are_those_published()
    {
        var split = new NashvilleSplit(Nashville.Data, NashvilleSplit.TestCut);
        Assert.Equal(5_940, split.Active.Count);
        string[] published = File.ReadAllLines(Path.Combine(Nashville.Folder, "active_members.csv"));
        Assert.Equal(published.Skip(1).Order(), split.Active.Select(m => split.Community.Members[m].Id).Order());
        var groups = new NewGroupsTask(split);
        Assert.Equal((11_817, 492, 1_269), (groups.Members.Count, groups.Groups.Count, groups.Count));
    }

    [Fact]
    public void Every_published_query_has_a_positive_and_no_candidate_was_ever_met()
    {
        (IRankingTask task, _) = NashvilleTasks.Make(
            NashvilleTasks.Introductions,
            Nashville.Folder,
            new MatchmakerOptions(),
            TestContext.Current.CancellationToken
        );
        int queries = Enumerable.Range(0, task.Count).Sum(q => task[q].Seeds.Count);
        Assert.Equal(5_000, queries);
        MemberNetwork network = MemberNetwork.Build(task.Community, new MatchmakerOptions { TimeProvider = new FixedTime(task.Cut) });
        RankingQuery query = task[3];
        Assert.All(query.Candidates, candidate => Assert.False(network.AreTied(query.Members[0], candidate)));
    }

    [Fact]
    public void Positives_are_those_first_met_at_a_small_event_after_the_cut()
    {
        int[] crowd = [.. Enumerable.Range(100, 21)];
        // 1, 2, 3 and 4 are active; 1 met 2 before. After the cut 1 meets 2 and 3 at a small event, and 4 in a crowd; 5 is not active.
        NashvilleMeetup data = Nashville.Of(
            (1, -30, [1, 2]),
            (2, -29, [3, 5]),
            (3, -28, [4]),
            (1, -20, [1, 2]),
            (2, -19, [3]),
            (3, -18, [4]),
            (1, -10, [1, 2]),
            (2, -9, [3]),
            (3, -8, [4]),
            (9, 3, [1, 2, 3, 5]),
            (9, 4, [1, 4, .. crowd])
        );
        var split = new NashvilleSplit(data, NashvilleSplit.TestCut);
        var task = new IntroductionsTask(split, [(1, split.MemberIndex(1))], bridges: false);
        RankingQuery query = task[0];
        Assert.Equal([split.MemberIndex(3), split.MemberIndex(4)], query.Candidates);
        Assert.Equal([0], query.Positives);
    }

    [Fact]
    public void A_bridge_shares_no_group()
    {
        // 1 and 3 came to different events of group 1; 4 came to group 3 alone.
        NashvilleMeetup data = Nashville.Of(
            (1, -30, [1]),
            (1, -29, [3]),
            (3, -28, [4]),
            (1, -20, [1]),
            (1, -19, [3]),
            (3, -18, [4]),
            (1, -10, [1]),
            (1, -9, [3]),
            (3, -8, [4]),
            (9, 3, [1, 3, 4])
        );
        var split = new NashvilleSplit(data, NashvilleSplit.TestCut);
        (int, int)[] queries = [(1, split.MemberIndex(1))];
        Assert.Equal(2, new IntroductionsTask(split, queries, bridges: false)[0].Candidates.Length);
        Assert.Equal([split.MemberIndex(4)], new IntroductionsTask(split, queries, bridges: true)[0].Candidates);
    }

    [Fact]
    public void The_hidden_member_is_ranked_among_all_active_ones_but_the_given()
    {
        NashvilleMeetup data = Nashville.Of(
            (1, -30, [1, 2, 3, 4, 5, 6]),
            (1, -20, [1, 2, 3, 4, 5, 6]),
            (1, -10, [1, 2, 3, 4, 5, 6, 7]),
            (1, 5, [1, 2, 3, 4, 7])
        );
        var split = new NashvilleSplit(data, NashvilleSplit.TestCut);
        RankingQuery query = new SmallGroupsTask(split, [(1, 3, 4)])[0];
        Assert.Equal(["1", "2", "3"], query.Members.Select(m => split.Community.Members[m].Id));
        Assert.Equal(["4", "5", "6"], query.Candidates.Select(m => split.Community.Members[m].Id));
        Assert.Equal([0], query.Positives);
    }

    [Fact]
    public void Popularity_and_chance_score_what_the_protocol_says_they_do()
    {
        IReadOnlyList<MethodResult> groups = Measure(NashvilleTasks.NewGroups, "random", "popularity", "item-kNN", "PageRank");
        Assert.Equal(0.134, Ndcg(groups, "popularity"), 0.002);
        Assert.Equal(0.010, Ndcg(groups, "random"), 0.002);
        Assert.Equal(0.5, groups.Single(r => r.Method == "random").Metrics["auc"].Mean, 0.01);
        Assert.Equal(0.216, Ndcg(groups, "item-kNN"), 0.003);
        Assert.Equal(0.186, Ndcg(groups, "PageRank"), 0.008);
    }

    [Theory]
    [InlineData(NashvilleTasks.Introductions, 0.140)]
    [InlineData(NashvilleTasks.Bridges, 0.028)]
    [InlineData(NashvilleTasks.NewGroups, 0.235)]
    [InlineData(NashvilleTasks.SmallGroups, 0.39)]
    public void The_rules_reach_their_goal_on_real_choices(string task, double goal)
    {
        IReadOnlyList<MethodResult> results = Measure(task, "rules", "popularity");
        Assert.InRange(Ndcg(results, "rules"), goal, 1);
        Assert.InRange(Ndcg(results, "rules"), 1.5 * Ndcg(results, "popularity"), 1);
    }

    [Fact]
    public void An_unknown_task_is_refused_with_the_names_of_those_there_are() =>
        Assert.Contains(
            NashvilleTasks.Bridges,
            Assert
                .Throws<ArgumentException>(() => Evaluator.Run("nashville", cancellationToken: TestContext.Current.CancellationToken))
                .Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("TF-IDF groups", 0.175, 0.01)]
    [InlineData("Adamic–Adar", 0.315, 0.025)]
    [InlineData("PageRank", 0.346, 0.01)]
    public void Baselines_on_small_groups_score_what_was_published(string method, double published, double within) =>
        Assert.Equal(published, Ndcg(Measure(NashvilleTasks.SmallGroups, method), method), within);

    /// <summary>Some of a task's methods: all of them take minutes.</summary>
    private static IReadOnlyList<MethodResult> Measure(string name, params string[] methods)
    {
        (IRankingTask task, IReadOnlyList<IRanker> rankers) = NashvilleTasks.Make(
            name,
            Nashville.Folder,
            new MatchmakerOptions(),
            TestContext.Current.CancellationToken
        );
        return RankingExperiment.Run(
            task,
            [.. rankers.Where(ranker => methods.Contains(ranker.Name))],
            RankingMetric.Default,
            cancellationToken: TestContext.Current.CancellationToken
        );
    }

    private static double Ndcg(IReadOnlyList<MethodResult> results, string method) =>
        results.Single(r => r.Method == method).Metrics["ndcg@10"].Mean;
}
