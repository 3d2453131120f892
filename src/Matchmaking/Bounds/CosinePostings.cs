using System.Numerics.Tensors;

namespace Matchmaking.Bounds;

/// <summary>Postings of weighted topics by which cosines of rows with another row are bounded. Immutable.</summary>
internal sealed class CosinePostings
{
    private readonly float[] _steps;

    private CosinePostings(Postings postings, float[] steps) => (Postings, _steps) = (postings, steps);

    public Postings Postings { get; }

    /// <summary>The memory taken, in bytes.</summary>
    public long Bytes => Postings.Bytes + (4L * _steps.Length);

    /// <param name="rows">Topics by row.</param>
    /// <param name="weights">Of each entry, not negative.</param>
    public static CosinePostings Build(TopicRows rows, ReadOnlySpan<float> weights)
    {
        float[] norms = new float[rows.RowCount];
        float[] steps = new float[rows.TopicCount];
        for (int row = 0; row < norms.Length; row++)
        {
            int start = rows.Starts[row],
                end = rows.Starts[row + 1];
            norms[row] = FixedOrder.Norm(weights[start..end]);
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

        return new CosinePostings(Postings.Build(rows, codes, columns: true), steps);
    }

    /// <summary>Sets up the bounds of the cosine with a row of topics.</summary>
    /// <param name="query">Is filled.</param>
    /// <param name="topics">Of the row asked for.</param>
    /// <param name="weights">Of its topics.</param>
    /// <param name="factor">By what to multiply the cosine.</param>
    public void Prepare(PostingQuery query, ReadOnlySpan<int> topics, ReadOnlySpan<float> weights, float factor = 1)
    {
        float norm = FixedOrder.Norm(weights);
        query.Start(Postings);
        for (int i = 0; i < topics.Length; i++)
        {
            int topic = topics[i];
            // A community goes on to meet topics that no row has.
            if (topic >= _steps.Length || !(weights[i] > 0))
                continue;
            float share = weights[i] / norm * factor;
            query.AddSteps(topic, share * _steps[topic], share * _steps[topic] * byte.MaxValue, share);
        }

        query.Complete(longest: 1);
    }
}
