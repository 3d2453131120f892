using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace Matchmaking.Tests;

public class NetworkQueryTests
{
    [Fact]
    public void Acquaintances_in_common_count_less_the_more_contacts_they_have()
    {
        // a–x–b and c–y–d, but y knows three more.
        MemberNetwork network = new NetworkCommunity("a", "b", "x", "c", "d", "y", "p", "q", "r")
            .Interact("a", "x", 60, weight: 4)
            .Interact("x", "b", 0)
            .Interact("c", "y", 60, weight: 4)
            .Interact("y", "d", 0)
            .Interact("y", "p")
            .Interact("y", "q")
            .Interact("y", "r")
            .Build();
        using NetworkQuery a = network.For(0);
        using NetworkQuery c = network.For(3);
        Assert.Equal(Math.Sqrt(4 * 0.5 * 1) / Math.Sqrt(2 + 1 + 1), a.Evidence(1).Common, 12);
        Assert.Equal(Math.Sqrt(4 * 0.5 * 1) / Math.Sqrt(2 + 1 + 3 + 1), c.Evidence(4).Common, 12);
        Assert.True(a.Closeness(1) > c.Closeness(4));
        // Four messages without an answer are a lapsed acquaintance, or nearly one; a single one is none.
        Assert.Empty(a.CommonAcquaintances(1, NetworkCommunity.Now, 5));
    }

    [Fact]
    public void The_walk_is_the_power_series_of_the_transition_matrix()
    {
        MemberNetwork network = NetworkCommunity.Random(7).Build();
        int n = network.Members;
        var ties = Matrix<double>.Build.Dense(n, n, (i, j) => network.Contacts.Ties[i, j]);
        var ends = Matrix<double>.Build.DenseOfDiagonalArray([.. ties.RowSums().Select(strength => 1 / (strength + 1))]);
        Matrix<double> step = ends * ties;
        Matrix<double> expected = 0.3 * ((0.7 * step) + (0.49 * step * step) + (0.343 * step * step * step)) * ends;
        for (int a = 0; a < n; a++)
        {
            using NetworkQuery query = network.For(a);
            for (int b = 0; b < n; b++)
                Assert.Equal(expected[a, b], query.Evidence(b).Walk, 1e-9);
        }
    }

    [Fact]
    public void Two_are_expected_together_where_both_have_come_lately()
    {
        // Four weekly events of one group: E = Σ 2^(−age/60); each of a and b came to different ones.
        MemberNetwork network = new NetworkCommunity("a", "b")
            .Group("g")
            .Event("e0", 0, "g", "a")
            .Event("e1", 60, "g", "b")
            .Event("e2", 120, "g", "a")
            .Build();
        double occasions = 1 + 0.5 + 0.25,
            chance = (occasions + 0.5) / (occasions + 1) / (occasions + 2);
        using NetworkQuery query = network.For(0);
        Assert.Equal((1 + 0.25) * 0.5 * chance, query.Evidence(1).Joint, 12);
    }

    [Fact]
    public void A_small_event_brings_closer_than_a_large_one()
    {
        string[] crowd = [.. Enumerable.Range(0, 40).Select(i => $"m{i}")];
        MemberNetwork network = new NetworkCommunity(crowd)
            .Event("large", 1, null, crowd)
            .Event("small", 1, null, "m0", "m1", "m2")
            .Build();
        using NetworkQuery query = network.For(0);
        Assert.True(query.Closeness(1) > query.Closeness(30));
        Assert.True(query.Closeness(30) > 0);
    }

    [Fact]
    public void What_is_recent_brings_closer_than_what_is_long_ago()
    {
        MemberNetwork network = new NetworkCommunity("a", "new", "old", "x", "y")
            .Interact("a", "x", 1)
            .Interact("x", "new", 1)
            .Interact("a", "y", 400)
            .Interact("y", "old", 400)
            .Build();
        using NetworkQuery query = network.For(0);
        Assert.True(query.Closeness(1) > query.Closeness(2));
    }

    [Fact]
    public void A_bridge_leads_where_people_like_one_go_and_not_to_those_one_meets_anyway()
    {
        // Chess and go draw the same people (c1…c3); cooking draws others. a plays chess, b plays go, d cooks, e plays chess as well.
        MemberNetwork network = new NetworkCommunity("a", "b", "d", "e", "c1", "c2", "c3", "k1", "k2")
            .Group("chess")
            .Group("go")
            .Group("cooking")
            .Event("chess1", 3, "chess", "a", "e")
            .Event("chess2", 9, "chess", "c1", "c2", "c3")
            .Event("go1", 4, "go", "b")
            .Event("go2", 8, "go", "c1", "c2", "c3")
            .Event("cook1", 4, "cooking", "d")
            .Event("cook2", 8, "cooking", "k1", "k2")
            .Build();
        using NetworkQuery query = network.For(0);
        Assert.True(query.BridgeGain(1) > 0.1);
        Assert.Equal(0, query.BridgeGain(2));
        Assert.True(query.BridgeGain(3) < query.BridgeGain(1));
    }

    [Fact]
    public void Groups_are_named_before_events_rare_ones_first_and_no_event_of_a_named_group()
    {
        MemberNetwork network = new NetworkCommunity("a", "b", "c", "d")
            .Group("big", "a", "b", "c", "d")
            .Group("rare")
            .Event("inRare", 5, "rare", "a", "b")
            .Event("alone", 6, null, "a", "b")
            .Build();
        using NetworkQuery query = network.For(0);
        IReadOnlyList<string> names = [.. query.CommonActivities(1, 5).Select(i => network.Tree.Activities[i].Id)];
        Assert.Equal(["rare", "big", "alone"], names);
        Assert.Equal(["big"], query.CommonActivities(2, 5).Select(i => network.Tree.Activities[i].Id));
    }

    [Fact]
    public void Everything_lies_in_its_range_and_is_the_same_from_either_side() =>
        Gen.Int[0, 10_000]
            .Sample(
                seed =>
                {
                    MemberNetwork network = NetworkCommunity.Random(seed).Build();
                    double[,] closeness = new double[network.Members, network.Members],
                        bridge = new double[network.Members, network.Members];
                    for (int a = 0; a < network.Members; a++)
                    {
                        using NetworkQuery query = network.For(a);
                        for (int b = 0; b < network.Members; b++)
                            (closeness[a, b], bridge[a, b]) = (query.Closeness(b), query.BridgeGain(b));
                    }

                    for (int a = 0; a < network.Members; a++)
                    {
                        for (int b = 0; b < network.Members; b++)
                        {
                            Assert.InRange(closeness[a, b], 0, 1);
                            Assert.InRange(bridge[a, b], 0, 1);
                            Assert.Equal(closeness[a, b], closeness[b, a], 1e-9);
                            Assert.Equal(bridge[a, b], bridge[b, a], 1e-9);
                        }
                    }
                },
                iter: 30
            );

    [Fact]
    public void A_query_leaves_nothing_behind_for_the_next_and_threads_do_not_disturb_each_other()
    {
        MemberNetwork network = NetworkCommunity.Random(3).Build();
        double[][] alone = [.. Enumerable.Range(0, network.Members).Select(a => Ask(NetworkCommunity.Random(3).Build(), a))];
        Parallel.For(0, 10 * network.Members, i => Assert.Equal(alone[i % network.Members], Ask(network, i % network.Members)));
    }

    [Fact]
    public void The_closest_of_a_typical_member_come_near_the_top_of_the_scale()
    {
        MemberNetwork network = NetworkCommunity.Random(11, size: 60).Build();
        double[] closest = [.. Enumerable.Range(0, network.Members).Select(a => Ask(network, a).Where((_, b) => b != a).Max()).Order()];
        Assert.InRange(closest[closest.Length / 2], 0.8, 0.97);
    }

    private static double[] Ask(MemberNetwork network, int member)
    {
        using NetworkQuery query = network.For(member);
        return [.. Enumerable.Range(0, network.Members).Select(query.Closeness)];
    }
}
