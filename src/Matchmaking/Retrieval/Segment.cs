using System.Collections.Concurrent;

namespace Matchmaking.Retrieval;

/// <summary>
/// Members of a community, as they were at a moment, laid out in rows as each part asks for it, so that what any of them can score with
/// another at most is worked out for all in a fraction of a millisecond. For any number of threads: nothing of it changes but caches.
/// </summary>
internal sealed class Segment : IChangedMembers
{
    // No ConcurrentBag: the thread's own part of one keeps its items, these keep the segment, and that keeps the bag, for ever.
    private readonly ConcurrentStack<SegmentSearch> _idle = [];

    private Segment(SegmentRows rows, (ScorePart Part, PartColumns? Columns)[] parts) => (Rows, Parts) = (rows, parts);

    /// <summary>Who stands where.</summary>
    public SegmentRows Rows { get; }

    /// <summary>What each part of the community laid out, in the order of parts; null: a part without a bound of its own.</summary>
    public (ScorePart Part, PartColumns? Columns)[] Parts { get; }

    /// <inheritdoc/>
    public int Count => Rows.Count;

    /// <inheritdoc/>
    public ReadOnlySpan<int> Positions => Rows.Positions;

    /// <inheritdoc/>
    public ActivityBounds Activity => Rows.Activity;

    /// <param name="index">The community.</param>
    /// <param name="positions">Of whom, ascending; null: of all.</param>
    /// <param name="width">What the machine has, or less.</param>
    public static Segment Build(CommunityIndex index, int[]? positions = null, SimdWidth? width = null)
    {
        var rows = new SegmentRows(index, positions, width ?? Simd.Best);
        return new Segment(rows, [.. PartSet.Of(index).Parts.Select(part => (part.Part, part.LayOut(index, rows)))]);
    }

    public SegmentSearch Rent() => _idle.TryPop(out SegmentSearch? search) ? search : new SegmentSearch(this);

    public void Return(SegmentSearch search) => _idle.Push(search);
}
