namespace Matchmaking;

/// <summary>A candidate's exact score, whom the rules allow, and which of equals comes first: what a search asks.</summary>
internal readonly struct RuledScore(RuleQuery rules, IPairScorer scorer, ulong start) : IRowScore
{
    double IRowScore.Score(int row) => scorer.Score(rules.Pair, row).Score;

    public bool Allows(int row) => RuleSet.Allows(rules, row);

    public ulong TieBreak(int row) => Matchmaking.TieBreak.Of(start, rules.Index.Members[row].Id);
}

/// <summary>The same of one tier of the host's rules; the later ones that it meets are noted.</summary>
internal readonly struct TieredScore(RuleQuery rules, IPairScorer scorer, ulong start, int tier, SortedSet<int> later) : IRowScore
{
    double IRowScore.Score(int row) => scorer.Score(rules.Pair, row).Score;

    public bool Allows(int row)
    {
        if (RuleSet.Tier(rules, row) is not { } found)
            return false;
        if (found > tier)
            later.Add(found);
        return found == tier;
    }

    public ulong TieBreak(int row) => Matchmaking.TieBreak.Of(start, rules.Index.Members[row].Id);
}
