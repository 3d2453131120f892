namespace Matchmaking.Evaluation;

/// <summary>A measure of one ranked query, in [0, 1].</summary>
/// <param name="Name">Its name in reports.</param>
/// <param name="Of">Its value for a query with at least one positive.</param>
public sealed record RankingMetric(string Name, Func<RankedQuery, double> Of)
{
    /// <summary>The reciprocal of the first positive's rank (Voorhees 1999).</summary>
    public static RankingMetric Mrr { get; } = new("mrr", query => 1.0 / query.Ranks[0]);

    /// <summary>The mean, over the positives, of the precision at their ranks.</summary>
    public static RankingMetric Map { get; } = new("map", query =>
        {
            double sum = 0;
            for (int i = 0; i < query.Ranks.Count; i++)
                sum += (i + 1.0) / query.Ranks[i];
            return sum / query.Ranks.Count;
        });

    /// <summary>The share of pairs of a positive and a negative that stand in the right order; ½ where there is no negative.</summary>
    public static RankingMetric Auc { get; } = new("auc", query =>
        {
            long positives = query.Ranks.Count,
                negatives = query.Candidates - positives;
            if (negatives == 0)
                return 0.5;
            // Rank-sum form (Mann and Whitney 1947): the negatives above the i-th positive are its rank less the positives up to it.
            double above = 0;
            for (int i = 0; i < query.Ranks.Count; i++)
                above += query.Ranks[i] - (i + 1);
            return 1 - (above / ((double)positives * negatives));
        });

    /// <summary>What every report holds.</summary>
    public static IReadOnlyList<RankingMetric> Default { get; } = [Ndcg(10), Recall(10), Mrr, Auc, Precision(10), Map];

    /// <summary>
    /// Normalised discounted cumulative gain: Σ gain / log₂(rank + 1) over the first k, divided by its greatest possible value (Järvelin
    /// and Kekäläinen 2002).
    /// </summary>
    public static RankingMetric Ndcg(int k) => new($"ndcg@{k}", query =>
        {
            double gain = 0,
                ideal = 0;
            for (int i = 0; i < query.Ranks.Count && query.Ranks[i] <= k; i++)
                gain += query.Gains[i] / Math.Log2(query.Ranks[i] + 1);
            int rank = 1;
            foreach (double best in query.Gains.OrderDescending().Take(k))
                ideal += best / Math.Log2(++rank);
            return gain / ideal;
        });

    /// <summary>The share of the positives that stand among the first k.</summary>
    public static RankingMetric Recall(int k) =>
        new($"recall@{k}", query => (double)query.Ranks.Count(rank => rank <= k) / query.Ranks.Count);

    /// <summary>The share of positives among the first k.</summary>
    public static RankingMetric Precision(int k) => new($"precision@{k}", query => (double)query.Ranks.Count(rank => rank <= k) / k);
}
