namespace Matchmaking.Evaluation.Tests;

public class ListMetricsTests
{
    private static readonly string[][] s_lists =
    [
        ["a", "b"],
        ["a", "c"],
        ["a"],
    ];

    [Fact]
    public void Coverage_is_the_share_of_those_shown_at_all() => Assert.Equal(3.0 / 6, ListMetrics.CatalogueCoverage(s_lists, 6), 12);

    [Fact]
    public void Gini_is_0_for_equals_and_nears_1_where_one_takes_all()
    {
        Assert.Equal(0, ListMetrics.Gini([2, 2, 2]), 12);
        Assert.Equal(0.99, ListMetrics.Gini([.. new double[99], 5]), 12);
        // Mean absolute difference over twice the mean: pairs of 1, 2, 3 differ by 8 in all, 8 / (2 · 9 · 2).
        Assert.Equal(8.0 / 36, ListMetrics.Gini([3, 1, 2]), 12);
        Assert.Equal(0, ListMetrics.Gini([0, 0]));
        Assert.Throws<ArgumentException>(() => ListMetrics.Gini([-1]));
    }

    [Fact]
    public void Who_is_never_shown_counts_for_the_inequality() =>
        Assert.Equal(ListMetrics.Gini([3, 1, 1, 0]), ListMetrics.GiniOfExposure(s_lists, ["a", "b", "c", "d"]), 12);

    [Fact]
    public void Diversity_is_the_mean_distance_of_two()
    {
        Assert.Equal((1.0 + 3 + 2) / 3, ListMetrics.IntraListDiversity([1, 2, 4], (a, b) => Math.Abs(a - b)), 12);
        Assert.Equal(0, ListMetrics.IntraListDiversity([1], (a, b) => Math.Abs(a - b)));
    }

    [Fact]
    public void Novelty_is_told_in_bits()
    {
        Assert.Equal((1.0 + 3) / 2, ListMetrics.Novelty(["half", "eighth"], item => item == "half" ? 0.5 : 0.125), 12);
        Assert.Throws<ArgumentException>(() => ListMetrics.Novelty(["nobody"], _ => 0));
    }

    [Fact]
    public void A_mutual_hit_needs_both_lists()
    {
        var lists = new Dictionary<string, IReadOnlyList<string>>
        {
            ["a"] = ["x", "y"],
            ["b"] = ["x"],
            ["x"] = ["b", "a"],
            ["y"] = [],
        };
        (string, string)[] matches = [("a", "x"), ("b", "x"), ("a", "y")];
        Assert.Equal(1.0 / 3, ReciprocalMetrics.MutualHits(lists, matches, 1), 12);
        Assert.Equal(2.0 / 3, ReciprocalMetrics.MutualHits(lists, matches, 2), 12);
        Assert.Equal(1, ReciprocalMetrics.MutualPrecision(lists, matches, 2), 12);
        Assert.Equal(0.5, ReciprocalMetrics.MutualPrecision(lists, [("x", "b")], 2), 12);
    }
}
