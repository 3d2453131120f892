namespace Matchmaking.Similarity;

/// <summary>The similarity that an option names.</summary>
internal static class TopicSimilarity
{
    /// <param name="measure">Which.</param>
    /// <param name="topicCount">How many topics there are; only a correlation needs to know how many both members lack.</param>
    public static ITopicSimilarity Of(SimilarityMeasure measure, int topicCount) =>
        measure switch
        {
            SimilarityMeasure.Cosine => new CosineSimilarity(),
            SimilarityMeasure.Jaccard => new JaccardSimilarity(),
            SimilarityMeasure.WeightedJaccard => new WeightedJaccardSimilarity(),
            SimilarityMeasure.Dice => new DiceSimilarity(),
            SimilarityMeasure.Tversky => new TverskySimilarity(),
            SimilarityMeasure.Overlap => new OverlapSimilarity(),
            SimilarityMeasure.Pearson => new PearsonSimilarity(topicCount),
            SimilarityMeasure.Euclidean => new EuclideanSimilarity(),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "is not a similarity measure"),
        };
}
