namespace Matchmaking.Rounds;

/// <summary>Lets those who are over join pairs, at most one each, where all three are allowed to each other.</summary>
internal sealed class TripleFormation(RoundContext context, CandidateGraph graph, CandidateLists lists)
{
    /// <summary>
    /// Free pairs first. A pair that is to be kept is joined by whom none of them suits, and only once all whom the rules allow are known:
    /// looking further might find them a partner.
    /// </summary>
    public void Add(RoundDraft draft, IEnumerable<int> open, bool[] kept)
    {
        int[] inTurn =
        [
            .. open.OrderByDescending(context.Past.Precedence).ThenBy(member => graph.Of(member).Length).ThenBy(member => member),
        ];
        int[] over = Join(draft, inTurn, draft.Pairs.Where(pair => !kept[pair.From]));
        Join(draft, over.Where(lists.IsWhole), draft.Pairs.Where(pair => kept[pair.From]));
    }

    /// <returns>Those who could join none of the pairs.</returns>
    private int[] Join(RoundDraft draft, IEnumerable<int> members, IEnumerable<(int From, int To)> pairs)
    {
        var pairOf = new Dictionary<int, (int From, int To)>();
        foreach ((int from, int to) in pairs)
            pairOf[from] = pairOf[to] = (from, to);
        List<int> over = [];
        foreach (int member in members)
        {
            if (Best(member, pairOf) is not { } pair)
            {
                over.Add(member);
                continue;
            }

            draft.Pairs.Remove(pair);
            draft.Groups.Add([pair.From, pair.To, member]);
            pairOf.Remove(pair.From);
            pairOf.Remove(pair.To);
        }

        return [.. over];
    }

    private (int From, int To)? Best(int member, Dictionary<int, (int From, int To)> pairOf)
    {
        (int, int)? best = null;
        (int Tiers, double Weight) most = (int.MinValue, double.NegativeInfinity);
        using PairQuery query = context.Query(member);
        RuleQuery rules = context.Rules(query);
        foreach (ListedCandidate candidate in graph.Of(member))
        {
            if (!pairOf.TryGetValue(candidate.Member, out (int From, int To) pair))
                continue;
            int third = pair.From == candidate.Member ? pair.To : pair.From;
            if (Score(query, rules, third) is not { } score)
                continue;
            (int Tiers, double Weight) found = (
                context.HasTiers ? -context.Tier(member, candidate.Member) - context.Tier(member, third) : 0,
                MeetingChance.Weight(candidate.Score) + MeetingChance.Weight(score)
            );
            if (found.CompareTo(most) > 0)
                (best, most) = (pair, found);
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
        return score >= context.Options.MinimumScore ? score + context.Past.Novelty(query.Member, third) : null;
    }
}
