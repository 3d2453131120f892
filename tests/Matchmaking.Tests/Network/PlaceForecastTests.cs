namespace Matchmaking.Tests;

public class PlaceForecastTests
{
    [Fact]
    public void Who_takes_part_in_a_child_takes_part_in_its_parents()
    {
        MemberNetwork network = new NetworkCommunity("a", "b")
            .Group("g")
            .Event("series", 30, "g")
            .Event("e", 60, "series", "a")
            .Event("now", 0, "g", "b")
            .Build();
        Assert.Equal(["g"], network.Places.Places.Select(p => network.Tree.Activities[p].Id));
        Assert.Equal(0.5, network.Places.Attendance.ByMember[0, 0], 12);
        Assert.Equal(1.5, network.Places.Attendance.Occasions[0], 12);
        Assert.Equal(3, network.Takes.Columns(0).Length);
    }

    [Fact]
    public void A_hundred_posts_of_one_day_are_one_visit_a_post_a_day_is_a_visit_each()
    {
        NetworkCommunity community = new NetworkCommunity("a", "b").Group("channel");
        for (int i = 0; i < 100; i++)
            community.Joins("channel", 0.1 + (i / 1000.0), "a");
        for (int day = 0; day < 3; day++)
            community.Joins("channel", day, "b");
        Attendance attendance = community.Build().Places.Attendance;
        Assert.Equal(1, attendance.ByMember[0, 0], 2);
        Assert.Equal(1 + Math.Pow(.5, 1 / 60.0) + Math.Pow(.5, 2 / 60.0), attendance.ByMember[1, 0], 12);
        Assert.Equal(attendance.ByMember[1, 0], attendance.Occasions[0], 12);
    }

    [Fact]
    public void A_participation_told_twice_counts_once()
    {
        MemberNetwork network = new NetworkCommunity("a").Event("e", 0, null, "a", "a").Build();
        Assert.Equal(1, network.Places.Attendance.ByMember[0, 0], 12);
    }

    [Fact]
    public void A_joiner_counts_by_their_first_visit()
    {
        MemberNetwork network = new NetworkCommunity("a", "b").Group("g").Event("e1", 120, "g", "a").Event("e2", 0, "g", "a", "b").Build();
        Assert.Equal(0.25 + 1, network.Places.Joiners[0], 12);
    }

    [Fact]
    public void Places_are_as_similar_as_the_cosine_of_their_damped_attendance()
    {
        // All today: visits 1 each, so the damped visits are 1 as well. Two of x's three come to y; both go to two places.
        MemberNetwork network = new NetworkCommunity("a", "b", "c").Group("x", "a", "b", "c").Group("y", "a", "b").Build();
        double expected = 2 / Math.Log(4) / (Math.Sqrt(3 * 2) + 1);
        Assert.Equal(expected, network.Places.Similar[0, 1], 12);
        Assert.Equal(expected, network.Places.Similar[1, 0], 12);
        Assert.False(network.Places.Similar.Has(0, 0));
    }
}
