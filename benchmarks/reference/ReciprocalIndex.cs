using System.Collections.Concurrent;

namespace Matchmaking;

/// <summary>
/// What rows look for and what they have, and the exact best of them for a row by the harmonic mean of what either has for the other, each
/// by the cosine. Immutable; for any number of threads.
/// </summary>
internal sealed class ReciprocalIndex(CosineIndex needs, CosineIndex offers, SimdWidth width)
{
    private readonly ConcurrentStack<Scratch> _idle = [];

    /// <summary>The memory taken, in bytes.</summary>
    public long Bytes => needs.Bytes + offers.Bytes;

    /// <summary>The best k rows for one of them, best first; those of whom one has nothing for the other are none.</summary>
    public Candidate[] Search<TFilter>(int asker, int k, TFilter filter)
        where TFilter : struct, IRowFilter
    {
        if (!_idle.TryPop(out Scratch? scratch))
            scratch = new Scratch(
                new HarmonicSearch(needs.Rows.RowCount, width),
                new float[offers.Rows.TopicCount],
                new float[needs.Rows.TopicCount]
            );
        ReadOnlySpan<int> needed = needs.TopicsOf(asker),
            offered = offers.TopicsOf(asker);
        float needNorm = offers.Prepare(scratch.Search.Left, scratch.Needs, needed, needs.WeightsOf(asker));
        float offerNorm = needs.Prepare(scratch.Search.Right, scratch.Offers, offered, offers.WeightsOf(asker));
        var top = new TopK(k);
        scratch.Search.Best(new Score<TFilter>(needs, offers, scratch, needNorm, offerNorm, filter), top);
        CosineIndex.Clear(scratch.Needs, needed);
        CosineIndex.Clear(scratch.Offers, offered);
        _idle.Push(scratch);
        return top.ToSortedArray();
    }

    private sealed record Scratch(HarmonicSearch Search, float[] Needs, float[] Offers);

    private readonly struct Score<TFilter>(
        CosineIndex needs,
        CosineIndex offers,
        Scratch asked,
        float needNorm,
        float offerNorm,
        TFilter filter
    ) : IRowScore
        where TFilter : struct, IRowFilter
    {
        double IRowScore.Score(int row)
        {
            double forward = offers.Cosine(asked.Needs, needNorm, row);
            return forward == 0 ? 0 : ReciprocalMean.Of(1, forward, needs.Cosine(asked.Offers, offerNorm, row));
        }

        public bool Allows(int row) => filter.Allows(row);

        public ulong TieBreak(int row) => filter.TieBreak(row);
    }
}
