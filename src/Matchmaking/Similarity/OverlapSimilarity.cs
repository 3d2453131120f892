namespace Matchmaking.Similarity;

/// <inheritdoc cref="SimilarityMeasure.Overlap"/>
internal sealed class OverlapSimilarity : ITopicSimilarity
{
    public double Compute(in SparseVector a, in SparseVector b) =>
        Intersection.Share(Intersection.Of(a, b).Minimum, Math.Min(Intersection.Weight(a), Intersection.Weight(b)));
}
