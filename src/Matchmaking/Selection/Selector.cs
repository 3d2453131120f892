namespace Matchmaking;

/// <summary>
/// The best of all members whom the rules allow. By the rules' scores the answer is exact, however large the community is: who is not
/// scored cannot be in it. Of what was learned there are no bounds, so that in large communities the candidates of all sources are scored:
/// those best by the rules, and the best of each part alone.
/// </summary>
internal static class Selector
{
    /// <summary>In communities up to this size everybody is scored: nothing is gained by knowing whom to leave out.</summary>
    public const int SmallCommunity = 512;

    public static Candidate[] Select(PairQuery query, IPairScorer scorer, SuggestOptions options)
    {
        int members = query.Index.Members.Count;
        int poolSize = options.Diversity > 0 ? (int)Math.Min((long)options.Count * Diversifier.PoolFactor, members) : options.Count;
        var rules = new RuleQuery(query, options);
        var score = new RuledScore(rules, scorer, TieBreak.Start(query.Profile.Id, query.Index.Options.Seed));
        var top = new TopK(poolSize);
        if (!RuleSet.AllowsAnybody(rules))
            return [];
        if (members <= SmallCommunity || poolSize > members / 8)
            OfEverybody(members, score, options.MinimumScore, top);
        else if (scorer is PairScorer bounded)
            CandidateSearch.Best(query, bounded, score, Segments.Of(query.Index), options.MinimumScore, top);
        else if (!CandidateSearch.IsWorthIt(members) || poolSize > CandidateSearch.Budget / 4)
            OfEverybody(members, score, options.MinimumScore, top);
        else
            OfAllSources(query, score, options.MinimumScore, top);
        Candidate[] best = top.ToSortedArray();
        return options.Diversity > 0 ? Diversifier.Choose(query.Index, best, options.Count, options.Diversity) : best;
    }

    internal static void OfEverybody(int members, in RuledScore score, double minimum, TopK top)
    {
        for (int candidate = 0; candidate < members; candidate++)
            Offer(candidate, score, minimum, top);
    }

    private static void OfAllSources(PairQuery query, in RuledScore score, double minimum, TopK top)
    {
        HashSet<int> candidates = [.. Segments.Of(query.Index).Recent];
        CandidateSearch.Largest(
            query,
            new PairScorer(query.Index, query.Kind),
            score,
            Segments.Of(query.Index),
            CandidateSearch.Budget,
            candidates
        );
        foreach (ScoringPart part in PairScorer.PartsWithData(query.Index).Where(part => part.IsSource))
            CandidateSearch.Largest(
                query,
                new PairScorer(query.Index, PartWeights.Alone(part.Part)),
                score,
                Segments.Of(query.Index),
                CandidateSearch.BudgetOfPart,
                candidates
            );

        foreach (int candidate in candidates)
            Offer(candidate, score, minimum, top);

        // Where nothing speaks for enough of them, all others are asked too, so that the best ten are returned where ten are allowed.
        bool isEnough = top.IsFull || candidates.Count >= CandidateSearch.Budget;
        for (int candidate = 0; candidate < query.Index.Members.Count && !isEnough; candidate++)
        {
            if (!candidates.Contains(candidate))
                Offer(candidate, score, minimum, top);
        }
    }

    private static void Offer(int candidate, in RuledScore score, double minimum, TopK top)
    {
        if (!score.Allows(candidate))
            return;
        double exact = Exact(score, candidate);
        if (exact >= minimum)
            top.Offer(new Candidate(candidate, exact, score.TieBreak(candidate)));
    }

    private static double Exact<TScore>(in TScore score, int candidate)
        where TScore : struct, IRowScore => score.Score(candidate);
}
