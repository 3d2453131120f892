using System.Collections.Concurrent;

namespace Matchmaking;

/// <summary>
/// Rows of weighted topics, and the exact best of them by the cosine with another row: the search of
/// <see cref="Matchmaker.Nearest"/> by interests, on bare rows. Immutable; for any number of threads.
/// </summary>
internal sealed class CosineIndex
{
    private readonly ConcurrentStack<Scratch> _idle = [];
    private readonly CosinePostings _postings;
    private readonly float[] _weights;
    private readonly float[] _norms;
    private readonly SimdWidth _width;

    private CosineIndex(TopicRows rows, float[] weights, float[] norms, SimdWidth width)
    {
        (Rows, _weights, _norms, _width) = (rows, weights, norms, width);
        _postings = CosinePostings.Build(rows, weights);
    }

    public TopicRows Rows { get; }

    /// <summary>The memory taken, in bytes.</summary>
    public long Bytes => _postings.Bytes + (4L * (Rows.Starts.Length + Rows.Topics.Length + _weights.Length + _norms.Length));

    /// <param name="rows">Topics by row.</param>
    /// <param name="weights">Of each entry, not negative.</param>
    /// <param name="width">How wide to compute.</param>
    public static CosineIndex Build(TopicRows rows, float[] weights, SimdWidth width)
    {
        float[] norms = new float[rows.RowCount];
        for (int row = 0; row < norms.Length; row++)
            norms[row] = FixedOrder.Norm(weights.AsSpan(rows.Starts[row]..rows.Starts[row + 1]));
        return new CosineIndex(rows, weights, norms, width);
    }

    public ReadOnlySpan<int> TopicsOf(int row) => Rows.Of(row);

    public ReadOnlySpan<float> WeightsOf(int row) => _weights.AsSpan(Rows.Starts[row]..Rows.Starts[row + 1]);

    /// <summary>The best k rows by cosine with a row of topics, best first; those without a common topic are none.</summary>
    public Candidate[] Search<TFilter>(ReadOnlySpan<int> topics, ReadOnlySpan<float> weights, int k, TFilter filter)
        where TFilter : struct, IRowFilter
    {
        if (!_idle.TryPop(out Scratch? scratch))
            scratch = new Scratch(new PostingQuery(), new PostingSearch(Rows.RowCount, _width), new float[Rows.TopicCount]);
        float norm = Prepare(scratch.Query, scratch.Dense, topics, weights);
        var top = new TopK(k);
        scratch.Search.Best(scratch.Query, new Score<TFilter>(this, scratch.Dense, norm, filter), double.Epsilon, top);
        Clear(scratch.Dense, topics);
        _idle.Push(scratch);
        return top.ToSortedArray();
    }

    /// <summary>Sets up the bounds of the cosine with a row of topics.</summary>
    /// <param name="query">Is filled.</param>
    /// <param name="dense">By topic: takes the weights of those that the index knows; to be taken out again.</param>
    /// <param name="topics">Of the row asked for.</param>
    /// <param name="weights">Of its topics.</param>
    /// <returns>The length of the row asked for.</returns>
    internal float Prepare(PostingQuery query, float[] dense, ReadOnlySpan<int> topics, ReadOnlySpan<float> weights)
    {
        _postings.Prepare(query, topics, weights);
        for (int i = 0; i < topics.Length; i++)
        {
            if (topics[i] < dense.Length && weights[i] > 0)
                dense[topics[i]] = weights[i];
        }

        return FixedOrder.Norm(weights);
    }

    /// <summary>Takes a row out again that was laid out by topic.</summary>
    internal static void Clear(float[] dense, ReadOnlySpan<int> topics)
    {
        foreach (int topic in topics)
        {
            if (topic < dense.Length)
                dense[topic] = 0;
        }
    }

    /// <summary>
    /// The cosine of a row with one that was laid out by topic; summed by ascending topics, as when two rows are walked side by side.
    /// </summary>
    internal double Cosine(float[] query, float norm, int row)
    {
        double sum = 0;
        for (int i = Rows.Starts[row]; i < Rows.Starts[row + 1]; i++)
            sum += (double)query[Rows.Topics[i]] * _weights[i];
        return Intersection.Share(sum, (double)norm * _norms[row]);
    }

    private sealed record Scratch(PostingQuery Query, PostingSearch Search, float[] Dense);

    private readonly struct Score<TFilter>(CosineIndex index, float[] query, float norm, TFilter filter) : IRowScore
        where TFilter : struct, IRowFilter
    {
        double IRowScore.Score(int row) => index.Cosine(query, norm, row);

        public bool Allows(int row) => filter.Allows(row);

        public ulong TieBreak(int row) => filter.TieBreak(row);
    }
}
