namespace Matchmaking.Retrieval;

/// <summary>The members of a community, as a search takes them: nobody is missing, and who changed counts as they are now.</summary>
/// <param name="Whole">
/// All members there were when the index was built; who is in <paramref name="Delta"/> or in <paramref name="Recent"/> does not count here.
/// </param>
/// <param name="Delta">
/// Those who changed since, or came, up to some moment; who is in <paramref name="Recent"/> does not count here.
/// </param>
/// <param name="Recent">The positions, ascending, of those who were added, replaced or removed since that moment.</param>
internal readonly record struct Segments(Segment Whole, Segment? Delta, int[] Recent)
{
    /// <summary>The segments of an index; the whole one is laid out when it is first asked for.</summary>
    public static Segments Of(CommunityIndex index) =>
        new(index.Base.Derived.Get(static whole => LaidOut(whole)), (Segment?)index.Delta, index.Recent);

    /// <summary>With what is counted for the words of answers, so that the first of them waits for nothing.</summary>
    private static Segment LaidOut(CommunityIndex whole)
    {
        Commonness.Of(whole);
        return Segment.Build(whole);
    }

    /// <summary>Whether anybody has asked for the segments of an index.</summary>
    public static bool AreLaidOut(CommunityIndex index) => index.Base.Derived.Has<Segment>();

    /// <summary>The index with all who changed since <see cref="CommunityIndex.Base"/> laid out in a segment of their own.</summary>
    public static CommunityIndex LayOutChanged(CommunityIndex index)
    {
        int[] positions = [.. index.Recent.Union(index.Delta is null ? [] : index.Delta.Positions.ToArray()).Order()];
        return index.WithDelta(Segment.Build(index, positions));
    }
}
