namespace Matchmaking;

/// <summary>Lets those who are over join the pairs that suit them best, at most one each, where all three are allowed to each other. A settled pair is joined as others are: it stays together.</summary>
internal sealed class Trios(RoundContext context, CandidateGraph graph, CandidateLists lists, Func<int, int, bool> mayMeet)
{
    public void Add(RoundDraft draft, IEnumerable<int> open)
    {
        var pairOf = new Dictionary<int, (int From, int To)>();
        foreach ((int from, int to) in draft.Pairs)
            pairOf[from] = pairOf[to] = (from, to);
        foreach (int member in open.OrderByDescending(context.Past.Precedence).ThenBy(member => graph.Of(member).Length).ThenBy(member => member).ToArray())
        {
            if (Best(member, pairOf) is not { } pair)
                continue;
            draft.Pairs.Remove(pair);
            draft.Groups.Add([pair.From, pair.To, member]);
            pairOf.Remove(pair.From);
            pairOf.Remove(pair.To);
        }
    }

    private (int From, int To)? Best(int member, Dictionary<int, (int From, int To)> pairOf)
    {
        (int, int)? best = null;
        double most = double.NegativeInfinity;
        using PairQuery query = context.Query(member);
        RuleQuery rules = context.Rules(query);
        foreach (ListedCandidate candidate in graph.Of(member))
        {
            if (!pairOf.TryGetValue(candidate.Member, out (int From, int To) pair) || !mayMeet(member, candidate.Member))
                continue;
            int third = pair.From == candidate.Member ? pair.To : pair.From;
            if (!mayMeet(member, third) || Score(query, rules, third) is not { } score)
                continue;
            double weight = MeetingChance.Weight(candidate.Score) + MeetingChance.Weight(score);
            if (weight > most)
                (best, most) = (pair, weight);
        }

        return best;
    }

    /// <summary>How good it is for the member to meet the third, too; null where something stands against it.</summary>
    private double? Score(PairQuery query, RuleQuery rules, int third)
    {
        if (graph.TryFind(query.Member, third, out ListedCandidate found))
            return found.Score;
        if (lists.IsWhole(query.Member) || lists.IsWhole(third) || !context.Allows(rules, third))
            return null;
        double score = context.Scorer.Score(query, third).Score;
        return score >= context.Options.MinimumScore ? score * context.Past.Freshness(query.Member, third) : null;
    }
}
