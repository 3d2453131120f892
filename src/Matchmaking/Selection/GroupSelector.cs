namespace Matchmaking.Selection;

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
        new HostPredicateRule(),
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
        var calls = new SuggestOptions
        {
            Exclude = options.Exclude,
            Allow = options.Allow,
            Rules = options.Rules,
        };
        RuleQuery[] rules = [.. scorer.Queries.Select(query => new RuleQuery(query, calls))];
        ulong start = TieBreak.Start(
            string.Join('\n', group.Select(member => index.Members[member].Id).Order(StringComparer.Ordinal)),
            index.Options.Seed
        );
        // The best of each tier; without rules of the host there is one.
        SortedDictionary<int, TopK> tiers = [];
        for (int candidate = 0; candidate < index.Members.Count; candidate++)
        {
            if (!Allows(rules, candidate) || Tier(rules, candidate) is not { } tier)
                continue;
            if (!tiers.TryGetValue(tier, out TopK? top))
                tiers.Add(tier, top = new TopK(options.Count));
            top.Offer(
                new Candidate(
                    candidate,
                    learned?.Score(candidate) ?? scorer.Score(candidate),
                    TieBreak.Of(start, index.Members[candidate].Id)
                )
            );
        }

        return [.. tiers.Values.SelectMany(top => top.ToSortedArray()).Take(options.Count)];
    }

    /// <summary>The last tier that the host's rules name for anybody of the group; null where one refuses.</summary>
    private static int? Tier(RuleQuery[] group, int candidate)
    {
        int tier = 0;
        foreach (RuleQuery member in group)
        {
            if (member.Host is not { } host)
                continue;
            if (host.Tier(member.Proposed(candidate)) is not { } found)
                return null;
            tier = Math.Max(tier, found);
        }

        return tier;
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
