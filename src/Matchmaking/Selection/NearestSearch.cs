namespace Matchmaking.Selection;

/// <summary>
/// Those nearest to a member by one part alone, exactly. No rule counts but that nobody is introduced to themselves, to somebody who left,
/// or across a block; and nobody is listed who hides what the part rests on.
/// </summary>
internal static class NearestSearch
{
    /// <param name="query">The question; one that ignores the rules (<see cref="PairQuery.IgnoresRules"/>).</param>
    /// <param name="part">By which part; one that the rules know.</param>
    /// <param name="count">How many at the most.</param>
    /// <param name="minimumScore">The least score.</param>
    public static Candidate[] Find(PairQuery query, ScorePart part, int count, double minimumScore)
    {
        CommunityIndex index = query.Index;
        var scorer = new PairScorer(index, PartWeights.Alone(part));
        int members = index.Members.Count;
        var top = new TopK(Math.Min(count, members));
        if (!scorer.HasData)
            return [];
        var score = new ScoreAlone(
            query,
            scorer,
            PartSet.Of(index).Find(part)!.RestsOn,
            TieBreak.Start(query.Profile.Id, index.Options.Seed)
        );

        // Who has nothing of the part is not near: the least score is the least that there is above 0.
        double minimum = Math.Max(minimumScore, double.Epsilon);
        if (members > Selector.SmallCommunity && count <= members / 8)
        {
            CandidateSearch.Best(query, scorer, score, Segments.Of(index), minimum, top);
            return top.ToSortedArray();
        }

        for (int member = 0; member < members; member++)
            CandidateSearch.Offer(member, score, minimum, top);
        return top.ToSortedArray();
    }

    private readonly struct ScoreAlone(PairQuery query, PairScorer scorer, string[]? restsOn, ulong start) : IRowScore
    {
        private readonly LastScore _last = new(query, scorer, start);

        public bool Allows(int row) =>
            row != query.Member
            && !query.Index.IsRemoved(row)
            && !query.Index.Blocks.Contains(query.Member, row)
            && (!query.Index.Members[row].HidesAnything || Shows(query.Index.Members[row]));

        // A score of one part alone tells what it rests on.
        private bool Shows(Member member) => restsOn is not null && !Array.Exists(restsOn, member.Hides);

        public ulong TieBreak(int row) => _last.TieBreak(row);

        double IRowScore.Score(int row) => _last.Score(row);
    }
}
