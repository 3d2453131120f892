namespace Matchmaking.Similarity;

/// <inheritdoc cref="SimilarityMeasure.WeightedJaccard"/>
internal sealed class WeightedJaccardSimilarity : ITopicSimilarity
{
    public double Compute(in SparseVector a, in SparseVector b)
    {
        double smaller = Intersection.Of(a, b).Minimum;
        // What is not in the smaller of the two weights is in the larger.
        return Intersection.Share(smaller, Intersection.Weight(a) + Intersection.Weight(b) - smaller);
    }
}
