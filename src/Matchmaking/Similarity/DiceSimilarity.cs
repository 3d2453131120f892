namespace Matchmaking.Similarity;

/// <inheritdoc cref="SimilarityMeasure.Dice"/>
internal sealed class DiceSimilarity : ITopicSimilarity
{
    public double Compute(in SparseVector a, in SparseVector b) =>
        Intersection.Share(2 * Intersection.Of(a, b).Minimum, Intersection.Weight(a) + Intersection.Weight(b));
}
