namespace Matchmaking.Similarity;

/// <inheritdoc cref="SimilarityMeasure.Tversky"/>
internal sealed class TverskySimilarity : ITopicSimilarity
{
    private const double Alpha = 0.5;
    private const double Beta = 0.5;

    // Alone is a topic that the other lacks. Were it also the weight that one has more of a common topic, this would be Dice again.
    public double Compute(in SparseVector a, in SparseVector b)
    {
        Intersection common = Intersection.Of(a, b);
        double aloneA = Math.Max(0, Intersection.Weight(a) - common.WeightA);
        double aloneB = Math.Max(0, Intersection.Weight(b) - common.WeightB);
        return Intersection.Share(common.Minimum, common.Minimum + ((Alpha * aloneA) + (Beta * aloneB)));
    }
}
