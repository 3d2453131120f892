namespace Matchmaking.Tests;

public class GroupRecommenderTests
{
    // One group meets on two weekdays (1 March 2026 is a Sunday): t1…t4 come on Tuesdays, s1…s4 on Saturdays.
    private static NetworkCommunity TwoWeekdays()
    {
        NetworkCommunity community = new NetworkCommunity("t1", "t2", "t3", "t4", "s1", "s2", "s3", "s4").Group("g");
        for (int week = 0; week < 4; week++)
        {
            community.Event($"tue{week}", 5 + (7 * week), "g", "t1", "t2", "t3", "t4");
            community.Event($"sat{week}", 1 + (7 * week), "g", "s1", "s2", "s3", "s4");
        }

        return community;
    }

    [Fact]
    public void Who_comes_on_the_same_weekday_completes_the_group()
    {
        double[] scores = Scores(TwoWeekdays().Build(), [0, 1]);
        Assert.All(scores, score => Assert.InRange(score, 0, 1));
        for (int tuesday = 2; tuesday < 4; tuesday++)
        {
            for (int saturday = 4; saturday < 8; saturday++)
                Assert.True(scores[tuesday] > scores[saturday]);
        }
    }

    [Fact]
    public void What_the_group_and_the_candidate_share_is_named()
    {
        NetworkCommunity community = TwoWeekdays().Event("other", 2, null, "t1", "s1");
        MemberNetwork network = community.Build();
        var recommender = GroupRecommender.Build(network);
        Assert.Equal("g", network.Tree.Activities[recommender.SharedActivities([0, 1], 2, 3)[0]].Id);
        Assert.Empty(recommender.SharedActivities([1, 2], 4, 3));
    }

    [Fact]
    public void Without_any_activity_those_who_know_the_group_complete_it()
    {
        double[] scores = Scores(
            new NetworkCommunity("a", "b", "friend", "stranger")
                .Interact("a", "friend")
                .Interact("b", "friend")
                .Interact("stranger", "friend", 500)
                .Build(),
            [0, 1]
        );
        Assert.True(scores[2] > scores[3]);
    }

    [Fact]
    public void The_order_in_which_a_group_is_given_changes_nothing()
    {
        MemberNetwork network = NetworkCommunity.Random(5).Build();
        double[] one = Scores(network, [1, 4, 9]),
            other = Scores(network, [9, 1, 4]);
        for (int i = 0; i < one.Length; i++)
            Assert.Equal(one[i], other[i], 1e-9);
    }

    private static double[] Scores(MemberNetwork network, int[] group)
    {
        using MemberNumbers shares = GroupRecommender.Build(network).SharesOfSeries(group);
        double[] scores = shares.Span.ToArray(),
            closeness = new double[scores.Length];
        foreach (int member in group)
        {
            using NetworkQuery query = network.For(member);
            for (int i = 0; i < scores.Length; i++)
                closeness[i] += query.Strength(i) / group.Length;
        }

        return [.. scores.Zip(closeness, GroupRecommender.Score)];
    }
}
