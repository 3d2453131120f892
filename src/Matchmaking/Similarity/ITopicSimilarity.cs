namespace Matchmaking.Similarity;

/// <summary>
/// How alike two members' weighted topics are: symmetric, in [0, 1], 0 where neither has any. Stateless or immutable, without allocation;
/// both vectors are walked once, side by side.
/// </summary>
internal interface ITopicSimilarity
{
    double Compute(in SparseVector a, in SparseVector b);
}
