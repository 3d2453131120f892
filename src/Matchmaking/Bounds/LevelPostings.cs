namespace Matchmaking.Bounds;

/// <summary>Postings of topics with levels, and questions to them.</summary>
internal static class LevelPostings
{
    /// <param name="index">The community.</param>
    /// <param name="rows">Of whom.</param>
    /// <param name="levels">What of each.</param>
    /// <param name="code">The code of a topic (<see cref="LevelCodes"/>), by what its member's topics add up to in importance.</param>
    public static Postings Build(
        CommunityIndex index,
        SegmentRows rows,
        Func<MemberVector, IReadOnlyList<TopicLevel>> levels,
        Func<TopicLevel, double, byte> code
    )
    {
        int[] starts = new int[rows.Count + 1];
        for (int i = 0; i < rows.Count; i++)
            starts[i + 1] = starts[i] + levels(index.Vectors[rows.PositionOf(i)]).Count;
        int[] ids = new int[starts[^1]];
        byte[] codes = new byte[starts[^1]];
        for (int i = 0; i < rows.Count; i++)
        {
            IReadOnlyList<TopicLevel> own = levels(index.Vectors[rows.PositionOf(i)]);
            double total = Importance(own);
            for (int t = 0; t < own.Count; t++)
                (ids[starts[i] + t], codes[starts[i] + t]) = (own[t].Topic, code(own[t], total));
        }

        return Postings.Build(new TopicRows(index.Vectorizer.Topics.Count, starts, ids), codes, columns: false);
    }

    /// <summary>Asks for somebody's topics.</summary>
    /// <param name="query">Is filled.</param>
    /// <param name="postings">Of what.</param>
    /// <param name="levels">The topics.</param>
    /// <param name="table">What each code is worth to a level.</param>
    /// <param name="factor">By what to multiply it.</param>
    /// <param name="isShare">Whether a topic counts by its share in the importance of all; otherwise the code tells the share.</param>
    public static void Ask(
        PostingQuery query,
        Postings postings,
        IReadOnlyList<TopicLevel> levels,
        Func<int, float[]> table,
        float factor,
        bool isShare
    )
    {
        query.Start(postings);
        double total = Importance(levels);
        for (int i = 0; i < levels.Count; i++)
            query.AddTable(levels[i].Topic, table(levels[i].Level), isShare ? (float)(factor * levels[i].Importance / total) : factor);
        query.Complete(longest: 0);
    }

    private static double Importance(IReadOnlyList<TopicLevel> levels)
    {
        double total = 0;
        for (int i = 0; i < levels.Count; i++)
            total += levels[i].Importance;
        return total;
    }
}
