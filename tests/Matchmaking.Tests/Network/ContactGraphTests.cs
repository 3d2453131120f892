namespace Matchmaking.Tests;

public class ContactGraphTests
{
    [Fact]
    public void Two_of_a_small_event_have_met_two_of_a_large_one_have_not()
    {
        string[] crowd = [.. Enumerable.Range(0, 21).Select(i => $"m{i}")];
        MemberNetwork network = new NetworkCommunity(crowd)
            .Event("large", 1, null, crowd)
            .Event("small", 1, null, [.. crowd.Take(20)])
            .Build();
        Assert.True(network.AreTied(0, 19));
        Assert.False(network.AreTied(0, 20));
        Assert.True(network.ShareActivity(0, 20));
    }

    [Fact]
    public void What_counts_as_small_is_an_option()
    {
        NetworkCommunity three = new NetworkCommunity("a", "b", "c").Event("e", 1, null, "a", "b", "c");
        Assert.True(three.Build(NetworkCommunity.Options with { SmallActivitySize = 3 }).AreTied(0, 2));
        Assert.False(three.Build(NetworkCommunity.Options with { SmallActivitySize = 2 }).AreTied(0, 2));
    }

    [Fact]
    public void Who_came_to_different_events_of_one_group_has_not_met_but_shares_the_group()
    {
        MemberNetwork network = new NetworkCommunity("a", "b", "c").Group("g").Event("e1", 9, "g", "a").Event("e2", 2, "g", "b").Build();
        Assert.False(network.AreTied(0, 1));
        Assert.True(network.ShareActivity(0, 1));
        Assert.False(network.ShareActivity(0, 2));
    }

    [Theory]
    [InlineData(OutcomeKind.Accepted, true)]
    [InlineData(OutcomeKind.Met, true)]
    [InlineData(OutcomeKind.Rated, true)]
    [InlineData(OutcomeKind.Declined, false)]
    [InlineData(OutcomeKind.Shown, false)]
    [InlineData(OutcomeKind.Viewed, false)]
    public void Only_a_yes_or_a_meeting_ties_two(OutcomeKind kind, bool connects)
    {
        MemberNetwork network = new NetworkCommunity("a", "b").Outcome("a", "b", kind).Build();
        Assert.Equal(connects, network.AreTied(0, 1));
        Assert.Equal(connects, network.AreTied(1, 0));
    }

    [Fact]
    public void A_tie_is_what_made_it_added_up_each_halved_by_its_half_lives()
    {
        MemberNetwork network = new NetworkCommunity("a", "b", "c")
            .Interact("a", "b", daysAgo: 60, weight: 3)
            .Interact("b", "a", daysAgo: 120)
            .Event("e", 0, null, "a", "b", "c")
            .Build();
        Assert.Equal((3 * 0.5) + 0.25 + 1, network.Contacts.Ties[0, 1], 12);
        Assert.Equal(network.Contacts.Ties[0, 1], network.Contacts.Ties[1, 0]);
        Assert.Equal(1, network.Contacts.Ties[1, 2], 12);
    }

    [Fact]
    public void A_like_ties_less_than_a_message()
    {
        MemberNetwork network = new NetworkCommunity("a", "b", "c")
            .Interact("a", "b", kind: "reaction")
            .Interact("b", "c", kind: "reply")
            .Build();
        Assert.Equal(.125, network.Contacts.Ties[0, 1], 12);
        Assert.Equal(1, network.Contacts.Ties[1, 2], 12);
    }

    [Fact]
    public void However_old_a_tie_is_it_connects()
    {
        MemberNetwork network = new NetworkCommunity("a", "b", "c").Interact("a", "b", daysAgo: 200_000).Interact("b", "c").Build();
        Assert.True(network.AreTied(0, 1));
        using NetworkQuery query = network.For(0);
        Assert.InRange(query.Closeness(2), 0, 1);
    }

    [Fact]
    public void Ages_are_seen_from_the_latest_time_stamp_not_from_a_clock_that_went_on()
    {
        MemberNetwork network = new NetworkCommunity("a", "b", "c").Interact("a", "b", 1000).Interact("b", "c", 1060).Build();
        Assert.Equal(1, network.Contacts.Ties[0, 1], 12);
        Assert.Equal(0.5, network.Contacts.Ties[1, 2], 12);
    }
}
