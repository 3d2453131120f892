namespace Matchmaking.Learning;

/// <summary>An index as it was, or as it would be without what is to be learned.</summary>
internal static class IndexMoments
{
    /// <summary>
    /// As it was at an earlier moment, which is also its now. Nothing dated from then on reaches it; vectors and vocabulary are shared, for
    /// profiles have no history. Members who joined later keep their positions, and must not be taken for candidates.
    /// </summary>
    public static CommunityIndex AsOf(this CommunityIndex index, DateTimeOffset cut)
    {
        (Community community, int[] activities) = CommunityCut.Before(index.Community, cut);
        return IndexBuilder.Of(
            LiveCommunity.Of(community),
            index.Options with
            {
                TimeProvider = new FixedTime(cut),
            },
            index.Vectorizer,
            index.Compact.Vectors,
            [.. activities.Select(i => index.ActivityVectors[i])]
        );
    }

    /// <summary>
    /// Without what became of introductions, for features of which outcomes are the target: they must not come back through the network.
    /// This same index where there are none.
    /// </summary>
    public static CommunityIndex WithoutOutcomes(this CommunityIndex index)
    {
        if (index.Live.Outcomes.Count == 0)
            return index;
        Community all = index.Community;
        return IndexBuilder.Of(
            LiveCommunity.Of(new Community(all.Members, all.Activities, all.Participations, all.Interactions)),
            index.Options,
            index.Vectorizer,
            index.Compact.Vectors,
            index.ActivityVectors
        );
    }
}
