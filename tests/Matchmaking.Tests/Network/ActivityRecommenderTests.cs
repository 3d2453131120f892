namespace Matchmaking.Tests;

public class ActivityRecommenderTests
{
    // Chess players also play go; cooks also bake. "n" is new, "k" knows a baker.
    private static readonly NetworkCommunity s_community = new NetworkCommunity("a", "c1", "c2", "c3", "k1", "k2", "k3", "k4", "n", "k")
        .Group("chess")
        .Group("go")
        .Group("cooking")
        .Group("baking")
        .Group("empty")
        .Event("chess1", 3, "chess", "a", "c1", "c2", "c3")
        .Event("go1", 4, "go", "c1", "c2", "c3")
        .Event("cook1", 5, "cooking", "k1", "k2", "k3", "k4")
        .Event("bake1", 6, "baking", "k1", "k2", "k3", "k4")
        .Event("go2", -7, "go")
        .Interact("k", "k1", kind: "meeting");

    [Fact]
    public void A_member_is_led_to_where_people_like_them_go()
    {
        (MemberNetwork network, double[] scores) = Ask("a");
        Assert.True(scores[Index(network, "go")] > scores[Index(network, "baking")]);
        Assert.True(scores[Index(network, "go")] > scores[Index(network, "cooking")]);
        Assert.All(scores, score => Assert.InRange(score, 0, 1));
    }

    [Fact]
    public void An_event_to_come_counts_as_the_group_that_holds_it()
    {
        (MemberNetwork network, double[] scores) = Ask("a");
        Assert.True(scores[Index(network, "go2")] > scores[Index(network, "cook1")]);
        var recommender = ActivityRecommender.Build(network);
        Assert.Equal([Index(network, "chess")], recommender.SimilarAttended(0, Index(network, "go2"), 3));
    }

    [Fact]
    public void A_newcomer_is_led_to_what_most_join_and_not_to_what_nobody_joins()
    {
        (MemberNetwork network, double[] scores) = Ask("n");
        Assert.True(scores[Index(network, "cooking")] > scores[Index(network, "go")]);
        Assert.True(scores[Index(network, "go")] > scores[Index(network, "empty")]);
        Assert.True(scores[Index(network, "empty")] > 0);
    }

    [Fact]
    public void Acquaintances_draw_a_newcomer_to_where_they_go()
    {
        (MemberNetwork network, double[] scores) = Ask("k");
        Assert.True(scores[Index(network, "baking")] > scores[Index(network, "chess")]);
        var recommender = ActivityRecommender.Build(network);
        Assert.Equal([4], recommender.AcquaintancesIn(9, Index(network, "baking"), NetworkCommunity.Now, 3));
        Assert.Empty(recommender.AcquaintancesIn(9, Index(network, "chess"), NetworkCommunity.Now, 3));
    }

    [Fact]
    public void A_community_without_activities_has_none_to_suggest() =>
        Assert.Empty(ActivityRecommender.Build(new NetworkCommunity("a", "b").Build()).Scores(0));

    private static (MemberNetwork Network, double[] Scores) Ask(string member)
    {
        MemberNetwork network = s_community.Build();
        return (network, ActivityRecommender.Build(network).Scores(s_community.Community.IndexOf(member)));
    }

    private static int Index(MemberNetwork network, string id) => network.Tree.IndexOf(id);
}
