namespace Matchmaking.Evaluation.Tests;

/// <summary>
/// Values written down from scikit-learn 1.2.1: roc_auc_score, average_precision_score, log_loss, brier_score_loss, ndcg_score,
/// recall_score, precision_score.
/// </summary>
public class PairMetricsTests
{
    private static readonly bool[] s_labels = [true, false, true, false, false, true, false, false, true, false];

    /// <summary>With ties, within a class and across.</summary>
    private static readonly double[] s_scores = [.9, .8, .8, .6, .55, .5, .4, .4, .4, .1];

    private static readonly double[] s_distinct = [.91, .82, .73, .64, .55, .46, .37, .28, .19, .1];

    [Fact]
    public void Auc_and_average_precision_are_those_of_scikit_learn_ties_included()
    {
        Assert.Equal(0.6875, PairMetrics.Auc(s_scores, s_labels), 12);
        Assert.Equal(0.6527777777777778, PairMetrics.AveragePrecision(s_scores, s_labels), 12);
        Assert.Equal(0.625, PairMetrics.Auc(s_distinct, s_labels), 12);
        Assert.Equal(0.75, PairMetrics.Auc([.1, .4, .35, .8], [false, false, true, true]), 12);
        Assert.Equal(0.8333333333333333, PairMetrics.AveragePrecision([.1, .4, .35, .8], [false, false, true, true]), 12);
    }

    [Fact]
    public void Log_loss_and_brier_score_are_those_of_scikit_learn()
    {
        Assert.Equal(0.6389190083121971, PairMetrics.LogLoss(s_scores, s_labels), 12);
        Assert.Equal(0.22925, PairMetrics.Brier(s_scores, s_labels), 12);
        Assert.Equal(0.47228795380917615, PairMetrics.LogLoss([.1, .4, .35, .8], [false, false, true, true]), 12);
        // A certain and wrong probability is bounded alike.
        Assert.Equal(9.184200142419275, PairMetrics.LogLoss([0, 1, 1, .5], [false, false, true, true]), 9);
    }

    [Fact]
    public void Rows_can_count_more_than_once_as_by_sample_weight()
    {
        double[] weights = [1, 2, 0, 3, 1, 2, 1, 0, 1, 4];
        var pairs = new OrderedPairs(s_scores, s_labels);
        Assert.Equal(0.5795454545454546, pairs.Auc(weights), 12);
        Assert.Equal(0.5075757575757576, pairs.AveragePrecision(weights), 12);
    }

    [Fact]
    public void Ranking_metrics_are_those_of_scikit_learn()
    {
        var binary = RankedQuery.Of(s_distinct, [0, 2, 5, 8], null, new Random(1));
        Assert.Equal(0.8421423592553555, RankingMetric.Ndcg(10).Of(binary), 12);
        Assert.Equal(0.5855700749881526, RankingMetric.Ndcg(5).Of(binary), 12);
        Assert.Equal(0.6527777777777777, RankingMetric.Map.Of(binary), 12);
        Assert.Equal(0.625, RankingMetric.Auc.Of(binary), 12);
        Assert.Equal(0.5, RankingMetric.Recall(5).Of(binary), 12);
        Assert.Equal(0.4, RankingMetric.Precision(5).Of(binary), 12);
        var graded = RankedQuery.Of(s_distinct, [0, 2, 4, 5, 8], [3, 2, 1, 5, 4], new Random(1));
        Assert.Equal(0.44327621390553396, RankingMetric.Ndcg(3).Of(graded), 12);
        Assert.Equal(0.4270721246363423, RankingMetric.Ndcg(5).Of(graded), 12);
        Assert.Equal(0.7176852216274884, RankingMetric.Ndcg(10).Of(graded), 12);
    }

    [Fact]
    public void What_cannot_be_measured_is_refused()
    {
        Assert.Throws<ArgumentException>(() => PairMetrics.Auc([1, 2], [true]));
        Assert.Throws<ArgumentException>(() => PairMetrics.Auc([double.NaN], [true]));
        Assert.Throws<ArgumentException>(() => PairMetrics.LogLoss([1.01], [true]));
        Assert.Throws<ArgumentException>(() => PairMetrics.Brier([], []));
    }

    [Fact]
    public void Where_one_class_is_missing_auc_knows_nothing() => Assert.Equal(0.5, PairMetrics.Auc([.2, .7], [true, true]));
}
