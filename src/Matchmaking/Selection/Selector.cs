namespace Matchmaking.Selection;

/// <summary>
/// The best of all members whom the rules allow. By the rules' scores the answer is exact, however large the community is: who is not
/// scored cannot be in it. Of what was learned there are no bounds, so that in large communities the candidates of all sources are scored:
/// those best by the rules, and the best of each part alone.
/// </summary>
internal static class Selector
{
    /// <summary>In communities up to this size everybody is scored: nothing is gained by knowing whom to leave out.</summary>
    public const int SmallCommunity = 512;

    /// <param name="query">The question.</param>
    /// <param name="scorer">What scores.</param>
    /// <param name="options">The call's.</param>
    /// <param name="host">The host's rules; null: those of the options, asked one way.</param>
    public static Candidate[] Select(PairQuery query, IPairScorer scorer, SuggestOptions options, HostRules? host = null)
    {
        var rules = new RuleQuery(query, options, host);
        ulong start = TieBreak.Start(query.Profile.Id, query.Index.Options.Seed);
        if (!RuleSet.AllowsAnybody(rules))
            return [];
        if (rules.Host is not null)
            return ByTiers(rules, scorer, start);
        Candidate[] best = Best(rules, scorer, new RuledScore(rules, scorer, start), options.Count);
        return options.Diversity > 0 ? Diversifier.Choose(query.Index, best, options.Count, options.Diversity) : best;
    }

    /// <summary>
    /// A search for each tier, until there are enough. A search whose answer is not full has asked the rules of everybody of at least the
    /// least score: it has met every later tier.
    /// </summary>
    private static Candidate[] ByTiers(RuleQuery rules, IPairScorer scorer, ulong start)
    {
        SuggestOptions options = rules.Options;
        SortedSet<int> later = [0];
        List<Candidate> chosen = [];
        while (later.Count > 0 && chosen.Count < options.Count)
        {
            int tier = later.Min;
            later.Remove(tier);
            int left = options.Count - chosen.Count;
            Candidate[] best = Best(rules, scorer, new TieredScore(rules, scorer, start, tier, later), left);
            chosen.AddRange(options.Diversity > 0 ? Diversifier.Choose(rules.Index, best, left, options.Diversity, chosen) : best);
        }

        return [.. chosen];
    }

    /// <summary>The best by a score, enough of them for as much variety as is asked for.</summary>
    private static Candidate[] Best<TScore>(RuleQuery rules, IPairScorer scorer, in TScore score, int count)
        where TScore : struct, IRowScore
    {
        PairQuery query = rules.Pair;
        SuggestOptions options = rules.Options;
        int members = query.Index.Members.Count;
        int poolSize = options.Diversity > 0 ? (int)Math.Min((long)count * Diversifier.PoolFactor, members) : count;
        var top = new TopK(poolSize);
        if (members <= SmallCommunity || poolSize > members / 8)
            OfEverybody(members, score, options.MinimumScore, top);
        else if (scorer is PairScorer bounded)
            CandidateSearch.Best(query, bounded, score, Segments.Of(query.Index), options.MinimumScore, top);
        else if (!CandidateSearch.IsWorthIt(members) || poolSize > CandidateSearch.Budget / 4)
            OfEverybody(members, score, options.MinimumScore, top);
        else
            OfAllSources(rules, score, options.MinimumScore, top);
        return top.ToSortedArray();
    }

    internal static void OfEverybody<TScore>(int members, in TScore score, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        for (int candidate = 0; candidate < members; candidate++)
            Offer(candidate, score, minimum, top);
    }

    private static void OfAllSources<TScore>(RuleQuery rules, in TScore score, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        PairQuery query = rules.Pair;
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

        // Where nothing speaks for enough of them, all others are asked too, so that the best ten are returned where ten are allowed; and
        // so that no later tier of the host's rules is missed.
        bool isEnough = top.IsFull || (candidates.Count >= CandidateSearch.Budget && rules.Host is null);
        for (int candidate = 0; candidate < query.Index.Members.Count && !isEnough; candidate++)
        {
            if (!candidates.Contains(candidate))
                Offer(candidate, score, minimum, top);
        }
    }

    private static void Offer<TScore>(int candidate, in TScore score, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        if (!score.Allows(candidate))
            return;
        double exact = score.Score(candidate);
        if (exact >= minimum)
            top.Offer(new Candidate(candidate, exact, score.TieBreak(candidate)));
    }
}

/// <summary>A candidate's exact score, whom the rules allow, and which of equals comes first: what a search asks.</summary>
internal readonly struct RuledScore(RuleQuery rules, IPairScorer scorer, ulong start) : IRowScore
{
    private readonly LastScore _last = new(rules.Pair, scorer, start);

    double IRowScore.Score(int row) => _last.Score(row);

    public bool Allows(int row) => RuleSet.Allows(rules, row);

    public ulong TieBreak(int row) => _last.TieBreak(row);
}

/// <summary>The same of one tier of the host's rules; the later ones that it meets are noted.</summary>
internal readonly struct TieredScore(RuleQuery rules, IPairScorer scorer, ulong start, int tier, SortedSet<int> later) : IRowScore
{
    private readonly LastScore _last = new(rules.Pair, scorer, start);

    double IRowScore.Score(int row) => _last.Score(row);

    public bool Allows(int row)
    {
        if (RuleSet.Tier(rules, row) is not { } found)
            return false;
        if (found > tier)
            later.Add(found);
        return found == tier;
    }

    public ulong TieBreak(int row) => _last.TieBreak(row);
}

/// <summary>
/// The score looked at last: of equal scores the asker's own gain decides, and whoever scores has it at hand. For one thread.
/// </summary>
internal sealed class LastScore(PairQuery query, IPairScorer scorer, ulong start)
{
    private int _row = -1;
    private PairScore _score;

    public double Score(int row)
    {
        _row = row;
        _score = scorer.Score(query, row);
        return _score.Score;
    }

    public ulong TieBreak(int row)
    {
        if (row != _row)
            Score(row);
        return Collections.TieBreak.Of(_score.Forward, start, query.Index.Members[row].Id);
    }
}
