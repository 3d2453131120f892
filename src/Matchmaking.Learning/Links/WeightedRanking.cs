namespace Matchmaking.Learning;

/// <summary>
/// How well a sampled question is answered, as if all candidates had been there: each stands for as many as its weight says.
/// </summary>
internal static class WeightedRanking
{
    private const int First = 10;

    /// <summary>NDCG@10 (Järvelin and Kekäläinen 2002) and the area under the ROC curve.</summary>
    public static (double Ndcg, double Auc) Of(ReadOnlySpan<double> scores, ReadOnlySpan<float> labels, ReadOnlySpan<float> weights)
    {
        double[] keys = new double[scores.Length];
        int[] order = new int[scores.Length];
        for (int i = 0; i < keys.Length; i++)
            (keys[i], order[i]) = (-scores[i], i);
        Array.Sort(keys, order);
        double above = 0,
            negatives = 0,
            gain = 0,
            area = 0;
        int positives = 0;
        for (int i = 0; i < order.Length; i++)
            negatives += labels[order[i]] > 0 ? 0 : weights[order[i]];
        for (int start = 0, end; start < order.Length; start = end)
        {
            double tied = 0;
            int chosen = 0;
            for (end = start; end < order.Length && keys[end] == keys[start]; end++)
            {
                tied += labels[order[end]] > 0 ? 0 : weights[order[end]];
                chosen += labels[order[end]] > 0 ? 1 : 0;
            }

            // In a tie a positive has half of the others above it.
            for (int i = 0; i < chosen; i++)
            {
                double rank = 1 + positives + above + (tied / 2);
                gain += rank <= First ? 1 / Math.Log2(rank + 1) : 0;
                area += above + (tied / 2);
                positives++;
            }

            above += tied;
        }

        double ideal = 0;
        for (int i = 0; i < Math.Min(positives, First); i++)
            ideal += 1 / Math.Log2(i + 2);
        return positives == 0 ? (0, .5) : (gain / ideal, negatives == 0 ? .5 : 1 - (area / (positives * negatives)));
    }
}
