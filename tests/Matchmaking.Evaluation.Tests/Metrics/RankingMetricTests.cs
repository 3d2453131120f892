using CsCheck;

namespace Matchmaking.Evaluation.Tests;

public class RankingMetricTests
{
    // Ten candidates, scores 10 … 1 down: the ranks are 1 … 10. Positives at ranks 1, 4 and 6.
    private static readonly double[] s_scores = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    private static readonly RankedQuery s_query = RankedQuery.Of(s_scores, [0, 3, 5], null, new Random(1));

    [Fact]
    public void Ndcg_is_the_discounted_gain_beside_the_best_possible()
    {
        double ideal = 1 + (1 / Math.Log2(3)) + 0.5;
        Assert.Equal((1 + (1 / Math.Log2(5)) + (1 / Math.Log2(7))) / ideal, RankingMetric.Ndcg(10).Of(s_query), 12);
        Assert.Equal((1 + (1 / Math.Log2(5))) / ideal, RankingMetric.Ndcg(5).Of(s_query), 12);
        // Only two can stand among the first two.
        Assert.Equal(1 / (1 + (1 / Math.Log2(3))), RankingMetric.Ndcg(2).Of(s_query), 12);
    }

    [Fact]
    public void Graded_gains_are_discounted_like_those_of_scikit_learn()
    {
        // sklearn.metrics.ndcg_score([[10, 0, 0, 1, 5]], [[.1, .2, .3, 4, 70]]) is 0.6956… in its documentation (gains linear).
        var query = RankedQuery.Of([.1, .2, .3, 4, 70], [0, 3, 4], [10, 1, 5], new Random(1));
        Assert.Equal(0.695694, RankingMetric.Ndcg(5).Of(query), 6);
    }

    [Fact]
    public void The_other_metrics_have_their_textbook_values()
    {
        Assert.Equal(2.0 / 3, RankingMetric.Recall(5).Of(s_query), 12);
        Assert.Equal(2.0 / 5, RankingMetric.Precision(5).Of(s_query), 12);
        Assert.Equal(1, RankingMetric.Mrr.Of(s_query), 12);
        Assert.Equal(((1.0 / 1) + (2.0 / 4) + (3.0 / 6)) / 3, RankingMetric.Map.Of(s_query), 12);
        // Of 3 · 7 pairs, those in the wrong order: 0 above rank 1, 2 above rank 4, 3 above rank 6.
        Assert.Equal(1 - (5.0 / 21), RankingMetric.Auc.Of(s_query), 12);
    }

    [Fact]
    public void Ties_are_broken_at_random_each_order_alike()
    {
        double[] mean = new double[RankingMetric.Default.Count];
        const int Draws = 20_000;
        var random = new Random(5);
        for (int i = 0; i < Draws; i++)
        {
            var query = RankedQuery.Of(new double[10], [2, 7], null, random);
            for (int m = 0; m < mean.Length; m++)
                mean[m] += RankingMetric.Default[m].Of(query) / Draws;
        }

        var expected = new Dictionary<string, double>
        {
            ["recall@10"] = 1,
            ["auc"] = 0.5,
            ["precision@10"] = 0.2,
            ["mrr"] = ExpectedMrr(),
        };
        for (int m = 0; m < mean.Length; m++)
        {
            if (expected.TryGetValue(RankingMetric.Default[m].Name, out double value))
                Assert.Equal(value, mean[m], 0.01);
        }

        // The first of two among ten stands at rank r with probability (10 − r)/45.
        static double ExpectedMrr() => Enumerable.Range(1, 9).Sum(r => (10.0 - r) / 45 / r);
    }

    [Fact]
    public void Ranks_are_those_of_a_full_sort_and_every_metric_lies_between_0_and_1() =>
        Gen.Select(Gen.Int[0, 9].Array[2, 40], Gen.Int[0, 100_000])
            .Sample(
                (values, seed) =>
                {
                    double[] scores = [.. values.Select(v => (double)v)];
                    int[] positives = [.. Enumerable.Range(0, scores.Length).Where(i => (i * 7 + seed) % 3 == 0)];
                    if (positives.Length == 0)
                        return;
                    var query = RankedQuery.Of(scores, positives, null, new Random(seed));
                    Assert.Equal(query.Ranks.Distinct().Order(), query.Ranks);
                    double[] sorted = [.. scores.OrderDescending()];
                    Assert.Equal(positives.Select(p => scores[p]).OrderDescending(), query.Ranks.Select(rank => sorted[rank - 1]));
                    Assert.All(RankingMetric.Default, metric => Assert.InRange(metric.Of(query), 0, 1));
                }
            );

    [Fact]
    public void A_score_that_is_no_number_is_refused() =>
        Assert.Throws<ArgumentException>(() => RankedQuery.Of([1, double.NaN], [0], null, new Random(1)));
}
