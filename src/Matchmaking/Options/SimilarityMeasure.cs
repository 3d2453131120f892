namespace Matchmaking;

/// <summary>How alike two members' weighted topics are; every measure gives values in [0, 1].</summary>
public enum SimilarityMeasure
{
    /// <summary>The cosine of the angle between the weighted topics (Salton and McGill 1983).</summary>
    Cosine,

    /// <summary>Topics in common divided by topics of either, weights ignored (Jaccard 1901).</summary>
    Jaccard,

    /// <summary>Sum of the smaller weights divided by the sum of the larger ones (Ruzicka 1958).</summary>
    WeightedJaccard,

    /// <summary>Twice the weight in common divided by the weight of both (Dice 1945; Sørensen 1948).</summary>
    Dice,

    /// <summary>Weight in common, with the weight of topics that only one has counted half against it (Tversky 1977, α = β = ½).</summary>
    Tversky,

    /// <summary>Weight in common divided by the smaller member's weight (Szymkiewicz 1934; Simpson 1943).</summary>
    Overlap,

    /// <summary>The correlation of the weights over all topics, negative ones taken as 0 (Pearson 1895).</summary>
    Pearson,

    /// <summary>1 / (1 + d), where d is the Euclidean distance of the weights.</summary>
    Euclidean,
}
