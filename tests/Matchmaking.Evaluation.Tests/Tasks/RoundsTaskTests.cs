namespace Matchmaking.Evaluation.Tests;

public class RoundsTaskTests
{
    // 1 to 4 are active and go to 1's and 3's group by twos; after the cut 1 and 2 meet, and 3 and 4 in a crowd.
    private static readonly NashvilleSplit s_split = new(
        Nashville.Of(
            (1, -30, [1]),
            (1, -29, [2]),
            (3, -28, [3]),
            (3, -27, [4]),
            (1, -20, [1]),
            (1, -19, [2]),
            (3, -18, [3]),
            (3, -17, [4]),
            (1, -10, [1]),
            (1, -9, [2]),
            (3, -8, [3]),
            (3, -7, [4, 5]),
            (9, 3, [1, 2]),
            (9, 4, [3, 4, .. Enumerable.Range(100, 20)])
        ),
        NashvilleSplit.TestCut
    );

    [Fact]
    public void What_is_measured_is_what_came_after_the_cut_at_small_events()
    {
        MethodResult result = new RoundJudge(s_split).Of("by hand", [new PairPlan([(At(1), At(2)), (At(3), At(4))], 1)]);
        Assert.Equal(0.5, result.Metrics["met-later"].Mean);
        Assert.Equal((1, 0), (result.Metrics["served"].Mean, result.Metrics["exposure-gini"].Mean));
    }

    [Fact]
    public void A_top_choice_serves_those_alone_who_are_chosen()
    {
        PairPlan tops = new([(At(1), At(2)), (At(3), At(2)), (At(4), At(2)), (At(2), At(1))], 1) { IsOneSided = true };
        MethodResult result = new RoundJudge(s_split).Of("tops", [tops]);
        Assert.Equal(0.5, result.Metrics["served"].Mean);
        Assert.True(result.Metrics["exposure-gini"].Mean > 0.6);
    }

    [Fact]
    public void Every_method_pairs_strangers_of_the_pool_and_none_twice()
    {
        var strangers = new Strangers(s_split);
        Matchmaker matchmaker = Matchmaker.Create(s_split.Community, new MatchmakerOptions { TimeProvider = new FixedTime(s_split.Cut) });
        var plans = new PairPlans(s_split, strangers, matchmaker, TestContext.Current.CancellationToken);
        foreach (PairPlan plan in new[] { plans.Round(), plans.Greedy(), PairPlans.AtRandom(s_split, strangers, 1) })
        {
            Assert.Equal(2, plan.Pairs.Count);
            Assert.Equal(4, plan.Pairs.SelectMany(pair => new[] { pair.From, pair.To }).Distinct().Count());
            Assert.All(plan.Pairs, pair => Assert.True(strangers.Are(pair.From, pair.To)));
        }

        Assert.Equal(4, plans.TopChoices().Pairs.Count);
        Assert.False(strangers.Are(At(4), At(5)));
        Assert.Equal(
            7,
            RoundsTask.Measure(s_split, [("a", matchmaker), ("b", matchmaker)], null, TestContext.Current.CancellationToken).Count
        );
    }

    private static int At(int id) => s_split.MemberIndex(id);
}
