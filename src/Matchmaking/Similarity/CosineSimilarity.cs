namespace Matchmaking.Similarity;

/// <inheritdoc cref="SimilarityMeasure.Cosine"/>
internal sealed class CosineSimilarity : ITopicSimilarity
{
    public double Compute(in SparseVector a, in SparseVector b) =>
        Intersection.Share(Intersection.Of(a, b).Product, (double)a.Norm * b.Norm);
}
