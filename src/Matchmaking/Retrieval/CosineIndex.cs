using System.Collections.Concurrent;

namespace Matchmaking.Retrieval;

/// <summary>
/// Rows of weighted topics, and the exact best of them by the cosine with another row. Immutable; for any number of threads. Ten of 100,000
/// are found in some tens of microseconds.
/// </summary>
internal sealed class CosineIndex
{
    private readonly ConcurrentStack<Scratch> _idle = [];
    private readonly float[] _weights;
    private readonly float[] _norms;
    private readonly float[] _steps;
    private readonly SimdWidth _width;

    private CosineIndex(TopicRows rows, float[] weights, float[] norms, float[] steps, Postings postings, SimdWidth width)
    {
        (Rows, _weights, _norms, _steps, Postings, _width) = (rows, weights, norms, steps, postings, width);
    }

    public TopicRows Rows { get; }

    public Postings Postings { get; }

    /// <summary>The memory taken, in bytes.</summary>
    public long Bytes =>
        Postings.Bytes + (4L * (Rows.Starts.Length + Rows.Topics.Length + _weights.Length + _norms.Length + _steps.Length));

    /// <param name="rows">Topics by row.</param>
    /// <param name="weights">Of each entry, not negative.</param>
    /// <param name="width">How wide to compute.</param>
    public static CosineIndex Build(TopicRows rows, float[] weights, SimdWidth width)
    {
        float[] norms = new float[rows.RowCount];
        float[] steps = new float[rows.TopicCount];
        for (int row = 0; row < norms.Length; row++)
        {
            int start = rows.Starts[row],
                end = rows.Starts[row + 1];
            norms[row] = FixedOrder.Norm(weights.AsSpan(start..end));
            for (int i = start; i < end && norms[row] > 0; i++)
                steps[rows.Topics[i]] = Math.Max(steps[rows.Topics[i]], weights[i] / norms[row]);
        }

        for (int topic = 0; topic < steps.Length; topic++)
            steps[topic] /= byte.MaxValue;
        byte[] codes = new byte[weights.Length];
        for (int row = 0; row < norms.Length; row++)
        {
            // Rounded up, so that what a code is worth is never less than the weight.
            for (int i = rows.Starts[row]; i < rows.Starts[row + 1]; i++)
                codes[i] =
                    weights[i] > 0
                        ? (byte)Math.Clamp(MathF.Ceiling(weights[i] / norms[row] / steps[rows.Topics[i]]), 1, byte.MaxValue)
                        : (byte)1;
        }

        return new CosineIndex(rows, weights, norms, steps, Postings.Build(rows, codes, columns: true), width);
    }

    public ReadOnlySpan<int> TopicsOf(int row) => Rows.Of(row);

    public ReadOnlySpan<float> WeightsOf(int row) => _weights.AsSpan(Rows.Starts[row]..Rows.Starts[row + 1]);

    /// <summary>The best k rows by cosine with a row of topics, best first; those without a common topic are none.</summary>
    public Candidate[] Search<TFilter>(ReadOnlySpan<int> topics, ReadOnlySpan<float> weights, int k, TFilter filter)
        where TFilter : struct, IRowFilter
    {
        Scratch scratch = Rent();
        float norm = Prepare(scratch.Search.Query, scratch.Query, topics, weights);
        var top = new TopK(k);
        scratch.Search.Best(new Score<TFilter>(this, scratch.Query, norm, filter), top);
        Clear(scratch.Query, topics);
        _idle.Push(scratch);
        return top.ToSortedArray();
    }

    /// <summary>Sets up the bounds of the cosine with a row of topics.</summary>
    /// <param name="query">Is filled.</param>
    /// <param name="dense">By topic: takes the weights of those that the index knows; to be taken out again.</param>
    /// <param name="topics">Of the row asked for.</param>
    /// <param name="weights">Of its topics.</param>
    /// <param name="factor">By what to multiply the cosine.</param>
    /// <returns>The length of the row asked for.</returns>
    internal float Prepare(PostingQuery query, float[]? dense, ReadOnlySpan<int> topics, ReadOnlySpan<float> weights, float factor = 1)
    {
        float norm = FixedOrder.Norm(weights);
        query.Start(Postings);
        for (int i = 0; i < topics.Length; i++)
        {
            int topic = topics[i];
            // A community goes on to meet topics that no row of this index has.
            if (topic >= _steps.Length || !(weights[i] > 0))
                continue;
            if (dense is not null)
                dense[topic] = weights[i];
            float share = weights[i] / norm * factor;
            query.AddSteps(topic, share * _steps[topic], share * _steps[topic] * byte.MaxValue, share);
        }

        query.Complete(longest: 1);
        return norm;
    }

    private Scratch Rent() =>
        _idle.TryPop(out Scratch? scratch) ? scratch : new Scratch(new PostingSearch(Rows.RowCount, _width), new float[_steps.Length]);

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

    private sealed record Scratch(PostingSearch Search, float[] Query);

    private readonly struct Score<TFilter>(CosineIndex index, float[] query, float norm, TFilter filter) : IRowScore
        where TFilter : struct, IRowFilter
    {
        double IRowScore.Score(int row) => index.Cosine(query, norm, row);

        public bool Allows(int row) => filter.Allows(row);

        public ulong TieBreak(int row) => filter.TieBreak(row);
    }
}
