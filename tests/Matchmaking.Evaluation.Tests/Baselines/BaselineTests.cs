namespace Matchmaking.Evaluation.Tests;

public class BaselineTests
{
    private static readonly DateTimeOffset s_now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // 1 and 2 share group 1's events, 3 met 2 at a small event of group 2, 4 is alone in group 3.
    private static readonly Community s_attendance = Nashville
        .Of((1, -9, [1, 2]), (1, -8, [1, 2]), (2, -7, [2, 3]), (3, -6, [4]))
        .AsOf(NashvilleSplit.TestCut);
    private static readonly AttendanceTables s_tables = new(s_attendance);

    [Fact]
    public void Adamic_Adar_finds_the_friend_of_a_friend()
    {
        double[] scores = Scores(NashvilleBaselines.AdamicAdar(s_tables), "1", "3", "4");
        // The one acquaintance in common, 2, has two acquaintances.
        Assert.Equal(1 / Math.Log(2), scores[0], 12);
        Assert.Equal(0, scores[1]);
    }

    [Fact]
    public void Page_rank_reaches_further_than_neighbours_and_not_where_no_walk_leads()
    {
        double[] scores = Scores(NashvilleBaselines.PageRank(s_tables), "1", "2", "3", "4");
        Assert.True(scores[0] > scores[1] && scores[1] > 0);
        Assert.Equal(0, scores[2]);
    }

    [Fact]
    public void Jaccard_is_the_share_of_groups_in_common()
    {
        Assert.Equal([0.5, 0, 0], Scores(NashvilleBaselines.Jaccard(s_tables), "1", "2", "3", "4"));
    }

    [Fact]
    public void The_cosine_of_equal_rows_is_1_and_of_disjoint_rows_0()
    {
        Community twins = Nashville.Of((1, -9, [1, 2]), (2, -7, [3])).AsOf(NashvilleSplit.TestCut);
        var tables = new AttendanceTables(twins);
        SparseProductRanker cosine = NashvilleBaselines.Cosine("cosine", tables.Groups, tables);
        double[] scores = new double[2];
        cosine.Score(new RankingQuery([1], [twins.IndexOf("1")], [twins.IndexOf("2"), twins.IndexOf("3")], [0]), scores);
        Assert.Equal(1, scores[0], 12);
        Assert.Equal(0, scores[1]);
    }

    [Fact]
    public void Bm25_prefers_the_shared_rare_word()
    {
        double[] scores = Scores(NashvilleBaselines.Bm25(s_tables), "1", "2", "4");
        Assert.True(scores[0] > scores[1]);
    }

    [Fact]
    public void Item_knn_suggests_what_companions_attend()
    {
        SparseProductRanker knn = NashvilleBaselines.ItemKnn(s_tables);
        int[] groups =
        [
            .. new[] { 2, 3 }.Select(g => s_attendance.Activities.Index().Single(a => a.Item.Id == NashvilleMeetup.GroupId(g)).Index),
        ];
        double[] scores = new double[2];
        knn.Score(new RankingQuery([1], [s_attendance.IndexOf("1")], groups, [0]), scores);
        // Group 1 has two members, group 2 too, one of them in both.
        Assert.Equal(0.5, scores[0], 12);
        Assert.Equal(0, scores[1]);
    }

    [Fact]
    public void Recon_takes_the_harmonic_mean_of_what_each_chose_before()
    {
        // a chose two: both tea, one of them red. x chose one: coffee.
        Community community = Of(
            [("a", "coffee", "red"), ("x", "tea", "blue"), ("y", "tea", "red"), ("z", "tea", "red")],
            ("a", "y", true),
            ("a", "z", true),
            ("x", "a", true),
            ("x", "y", false)
        );
        Func<TestPair, double> score = new Recon().Fit(new PairFold(1, community, []), TestContext.Current.CancellationToken);
        double forward = (1.0 + 0) / 2,
            backward = 1;
        Assert.Equal(2 * forward * backward / (forward + backward), score(new TestPair("a", "x", true, "")), 12);
        Assert.Equal(0, score(new TestPair("y", "x", true, "")));
    }

    [Fact]
    public void Rates_are_drawn_towards_the_mean()
    {
        Community community = Of(
            [("a", "t", "r"), ("b", "t", "r"), ("c", "t", "r")],
            ("a", "b", true),
            ("a", "c", true),
            ("b", "a", false),
            ("c", "a", false)
        );
        var rates = new AnswerRates(community);
        Assert.Equal((2 + (5 * 0.5)) / 7, rates.Given("a"), 12);
        Assert.Equal((0 + (5 * 0.5)) / 7, rates.Received("a"), 12);
        Assert.Equal((1 + (5 * 0.5)) / 6, rates.Received("b"), 12);
    }

    [Fact]
    public void The_factor_model_learns_who_is_liked()
    {
        string[] ids = ["a", "b", "c", "d", "e", "f"];
        Community community = Of(
            [.. ids.Select(id => (id, "t", "r"))],
            [.. from a in ids from b in ids where a != b && !(a == "a" && b is "f" or "e") select (a, b, b is "f")]
        );
        Func<TestPair, double> score = new FactorPairs().Fit(new PairFold(1, community, []), TestContext.Current.CancellationToken);
        Assert.True(score(new TestPair("b", "f", true, "")) > score(new TestPair("b", "c", true, "")));
    }

    [Fact]
    public void Interests_nobody_else_has_weigh_more()
    {
        var community = new Community([Likes("a", "chess", "music"), Likes("b", "chess"), Likes("c", "music"), Likes("d", "music")]);
        Func<TestPair, double> score = new InterestCosine().Fit(new PairFold(1, community, []), TestContext.Current.CancellationToken);
        Assert.True(score(new TestPair("a", "b", true, "")) > score(new TestPair("a", "c", true, "")));
        Assert.Equal(1, score(new TestPair("c", "d", true, "")), 12);
    }

    private static Member Likes(string id, params string[] topics) =>
        new() { Id = id, Interests = [.. topics.Select(topic => new Interest { Topic = topic })] };

    private static Community Of((string Id, string Drink, string Colour)[] members, params (string From, string To, bool Yes)[] answers) =>
        new(
            [
                .. members.Select(m => new Member
                {
                    Id = m.Id,
                    Attributes = new Dictionary<string, AttributeValue> { ["drink"] = m.Drink, ["colour"] = m.Colour },
                }),
            ],
            outcomes:
            [
                .. answers.Select(a => new Outcome
                {
                    FromId = a.From,
                    ToId = a.To,
                    Kind = a.Yes ? OutcomeKind.Accepted : OutcomeKind.Declined,
                    Time = s_now,
                }),
            ]
        );

    private static double[] Scores(IRanker ranker, string member, params string[] candidates)
    {
        double[] scores = new double[candidates.Length];
        ranker.Score(new RankingQuery([1], [s_attendance.IndexOf(member)], [.. candidates.Select(s_attendance.IndexOf)], [0]), scores);
        return scores;
    }
}
