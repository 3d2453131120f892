namespace Matchmaking.Similarity;

/// <inheritdoc cref="SimilarityMeasure.Pearson"/>
internal sealed class PearsonSimilarity(int topicCount) : ITopicSimilarity
{
    public double Compute(in SparseVector a, in SparseVector b)
    {
        Intersection common = Intersection.Of(a, b);
        // Topics seen after the vocabulary was fitted are not in its count.
        double n = Math.Max(topicCount, a.Count + b.Count - common.Count);
        double sumA = Intersection.Weight(a);
        double sumB = Intersection.Weight(b);
        double covariance = (n * common.Product) - (sumA * sumB);
        double varianceA = (n * Intersection.Squares(a)) - (sumA * sumA);
        double varianceB = (n * Intersection.Squares(b)) - (sumB * sumB);
        return varianceA > 0 && varianceB > 0 ? Intersection.Share(covariance, Math.Sqrt(varianceA) * Math.Sqrt(varianceB)) : 0;
    }
}
