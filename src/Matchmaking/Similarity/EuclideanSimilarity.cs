namespace Matchmaking.Similarity;

/// <inheritdoc cref="SimilarityMeasure.Euclidean"/>
internal sealed class EuclideanSimilarity : ITopicSimilarity
{
    public double Compute(in SparseVector a, in SparseVector b)
    {
        if (a.Count == 0 && b.Count == 0)
            return 0;
        // Summed by entries in common and entries of one alone: |a|² + |b|² − 2ab would lose a small distance to rounding.
        double squares = 0;
        int i = 0,
            j = 0;
        while (i < a.Count || j < b.Count)
        {
            int order =
                i == a.Count ? 1
                : j == b.Count ? -1
                : a.Indices[i].CompareTo(b.Indices[j]);
            double difference =
                order == 0 ? (double)a.Values[i] - b.Values[j]
                : order < 0 ? a.Values[i]
                : b.Values[j];
            squares += difference * difference;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return 1 / (1 + Math.Sqrt(squares));
    }
}
