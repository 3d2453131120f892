namespace Matchmaking.Learning;

/// <summary>Neighbouring rows that share one probability.</summary>
internal readonly record struct IsotonicPool(double First, double Last, double Yes, double Weight)
{
    public double Mean => Yes / Weight;

    public IsotonicPool Join(IsotonicPool next) => new(First, next.Last, Yes + next.Yes, Weight + next.Weight);

    /// <summary>One for each logit that occurs, rising.</summary>
    public static List<IsotonicPool> Points(ReadOnlySpan<double> logits, ReadOnlySpan<float> labels, ReadOnlySpan<float> weights)
    {
        double[] keys = logits.ToArray();
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        List<IsotonicPool> points = [];
        for (int i = 0; i < order.Length; i++)
        {
            double weight = weights[order[i]];
            var point = new IsotonicPool(keys[i], keys[i], labels[order[i]] > 0 ? weight : 0, weight);
            if (weight == 0)
                continue;
            if (points.Count > 0 && points[^1].First == keys[i])
                points[^1] = points[^1].Join(point);
            else
                points.Add(point);
        }

        return points.Count > 0 ? points : throw new ArgumentException("all rows have the weight 0", nameof(weights));
    }
}
