namespace Matchmaking;

/// <summary>Chooses who should join a group: the best of those against whom nothing stands with anybody in it.</summary>
internal static class GroupSelector
{
    // A group is no introduction: caps and cool-downs of its members do not count, and they may know each other.
    private static readonly IRule[] s_rules =
    [
        new SameMemberRule(),
        new ExclusionRule(),
        new BlockRule(),
        new CommonLanguageRule(),
        new HostRule(),
    ];

    /// <summary>The best, by position. By what was learned, or by the rules where nothing was.</summary>
    public static Candidate[] Rank(
        GroupScorer scorer,
        CommunityIndex index,
        ModelView? view,
        IReadOnlyList<int> group,
        GroupOptions options
    )
    {
        using IGroupQuery? learned = view?.Group(index, group, scorer);
        var calls = new SuggestOptions { Exclude = options.Exclude, Allow = options.Allow };
        RuleQuery[] rules = [.. scorer.Queries.Select(query => new RuleQuery(query, calls))];
        ulong start = TieBreak.Start(
            string.Join('\n', group.Select(member => index.Members[member].Id).Order(StringComparer.Ordinal)),
            index.Options.Seed
        );
        var top = new TopK(options.Count);
        for (int candidate = 0; candidate < index.Members.Count; candidate++)
        {
            if (Allows(rules, candidate))
                top.Offer(
                    new Candidate(
                        candidate,
                        learned?.Score(candidate) ?? scorer.Score(candidate),
                        TieBreak.Of(start, index.Members[candidate].Id)
                    )
                );
        }

        return top.ToSortedArray();
    }

    private static bool Allows(RuleQuery[] group, int candidate)
    {
        CommunityIndex index = group[0].Index;
        DateTimeOffset now = group[0].Now;
        if (PauseRule.IsPaused(index.Members[candidate], now) || index.Introductions.HasReachedCap(candidate, now))
            return false;
        foreach (RuleQuery member in group)
        {
            if (
                index.Introductions.HasDeclined(member.Member, candidate, now)
                || s_rules.Any(rule => rule.Check(member, candidate) is not null)
            )
                return false;
        }

        return true;
    }
}
