namespace Matchmaking.Similarity;

/// <inheritdoc cref="SimilarityMeasure.Jaccard"/>
internal sealed class JaccardSimilarity : ITopicSimilarity
{
    public double Compute(in SparseVector a, in SparseVector b)
    {
        int common = Intersection.Of(a, b).Count;
        return Intersection.Share(common, a.Count + b.Count - common);
    }
}
