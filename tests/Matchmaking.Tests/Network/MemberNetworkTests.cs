namespace Matchmaking.Tests;

public class MemberNetworkTests
{
    [Fact]
    public void Where_nothing_is_known_there_are_no_ties_and_everything_is_0()
    {
        MemberNetwork network = new NetworkCommunity("a", "b").Build();
        Assert.False(network.HasTies);
        Assert.False(network.HasActivity);
        Assert.Equal(0, network.ActivityLevel(0));
        using NetworkQuery query = network.For(0);
        Assert.Equal(0, query.Closeness(1));
        Assert.Equal(0, query.BridgeGain(1));
        Assert.Empty(query.CommonAcquaintances(1, NetworkCommunity.Now, 3));
        Assert.Empty(query.CommonActivities(1, 3));
    }

    [Fact]
    public void A_large_group_in_common_is_a_tie_of_sorts_a_membership_alone_is_none()
    {
        string[] crowd = [.. Enumerable.Range(0, 30).Select(i => $"m{i}")];
        Assert.True(new NetworkCommunity(crowd).Group("g", crowd).Build().HasTies);
        Assert.False(new NetworkCommunity(crowd).Group("g", "m0").Build().HasTies);
    }

    [Fact]
    public void Activity_grows_with_recency_and_amount_and_undated_memberships_are_none()
    {
        MemberNetwork network = new NetworkCommunity("much", "once", "long-ago", "undated")
            .Group("g", "undated")
            .Event("e1", 0, null, "much")
            .Event("e2", 1, null, "much", "once")
            .Event("e3", 500, null, "long-ago")
            .Build();
        Assert.True(network.HasActivity);
        Assert.True(network.ActivityLevel(0) > network.ActivityLevel(1));
        Assert.True(network.ActivityLevel(1) > network.ActivityLevel(2));
        Assert.True(network.ActivityLevel(2) > 0);
        Assert.Equal(0, network.ActivityLevel(3));
        Assert.InRange(network.ActivityLevel(0), 0, 1);
    }

    [Fact]
    public void Whoever_begins_an_interaction_is_active_whoever_receives_it_need_not_be()
    {
        MemberNetwork network = new NetworkCommunity("a", "b").Interact("a", "b", weight: 1000).Build();
        Assert.Equal(1 / 1.1, network.ActivityLevel(0), 12);
        Assert.Equal(0, network.ActivityLevel(1));
    }

    [Fact]
    public void The_share_in_an_activity_is_the_same_however_the_time_of_a_visit_is_told()
    {
        MemberNetwork byActivity = new NetworkCommunity("a", "b").Event("e", 60, null, "a", "b").Interact("a", "b").Build();
        MemberNetwork byVisit = new NetworkCommunity("a", "b").Event("e", 10, null).Joins("e", 60, "a", "b").Interact("a", "b").Build();
        Assert.Equal(byActivity.Contacts.Ties[0, 1], byVisit.Contacts.Ties[0, 1], 12);
    }
}
