using System.Buffers;

namespace Matchmaking.Evaluation;

/// <summary>
/// Σ over features of what the asker has × what the candidate has: cosine, BM25, Adamic–Adar and item-kNN are such sums, and differ in
/// their matrices. Of several askers, the sums are added.
/// </summary>
/// <param name="name">The method's name in reports.</param>
/// <param name="askers">A row a member: their features.</param>
/// <param name="features">A row a feature: the candidates that have it.</param>
/// <param name="targets">How many candidates there can be.</param>
/// <param name="finish">Makes the score of asker, candidate and sum; null: the sum is the score.</param>
internal sealed class SparseProductRanker(
    string name,
    SparseRows askers,
    SparseRows features,
    int targets,
    Func<int, int, double, double>? finish = null
) : IRanker
{
    public string Name => name;

    public void Score(RankingQuery query, Span<double> scores)
    {
        scores.Clear();
        double[] sums = ArrayPool<double>.Shared.Rent(targets);
        foreach (int member in query.Members)
        {
            Array.Clear(sums);
            AddProducts(member, sums);
            for (int i = 0; i < scores.Length; i++)
                scores[i] += finish is null ? sums[query.Candidates[i]] : finish(member, query.Candidates[i], sums[query.Candidates[i]]);
        }

        ArrayPool<double>.Shared.Return(sums);
    }

    private void AddProducts(int member, double[] sums)
    {
        ReadOnlySpan<int> columns = askers.Columns(member);
        ReadOnlySpan<double> values = askers.Values(member);
        for (int i = 0; i < columns.Length; i++)
        {
            ReadOnlySpan<int> candidates = features.Columns(columns[i]);
            ReadOnlySpan<double> weights = features.Values(columns[i]);
            for (int j = 0; j < candidates.Length; j++)
                sums[candidates[j]] += values[i] * weights[j];
        }
    }
}
