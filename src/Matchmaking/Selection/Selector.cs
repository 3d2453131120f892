namespace Matchmaking;

/// <summary>Scores every member whom the rules allow and keeps the best: exact, so that ten are returned where ten are allowed.</summary>
internal static class Selector
{
    public static Candidate[] Select(PairQuery query, IPairScorer scorer, SuggestOptions options)
    {
        var rules = new RuleQuery(query, options);
        PersistentArray<Member> members = query.Index.Members;
        ulong start = TieBreak.Start(query.Profile.Id, query.Index.Options.Seed);
        int poolSize = options.Diversity > 0 ? (int)Math.Min((long)options.Count * Diversifier.PoolFactor, members.Count) : options.Count;
        var top = new TopK(poolSize);
        for (int candidate = 0; candidate < members.Count; candidate++)
        {
            if (!RuleSet.Allows(rules, candidate))
                continue;
            double score = scorer.Score(query, candidate).Score;
            if (score >= options.MinimumScore)
                top.Offer(new Candidate(candidate, score, TieBreak.Of(start, members[candidate].Id)));
        }

        Candidate[] best = top.ToSortedArray();
        return options.Diversity > 0 ? Diversifier.Choose(query.Index, best, options.Count, options.Diversity) : best;
    }
}
