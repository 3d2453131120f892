namespace Matchmaking.Introductions;

/// <summary>Makes the answers about activities and groups: what was selected, with its reasons.</summary>
internal static class SuggestionWriter
{
    public static IReadOnlyList<ActivitySuggestion> Activities(PairQuery query, ModelView? view, ActivityOptions options)
    {
        var phrases = Phrases.For(query.Index.Options.Books, options.Culture, query.Profile);
        var writer = new ActivityReasonWriter(query, new ActivityScorer(query), phrases);
        return Array.ConvertAll(ActivitySelector.Rank(query, view, options), chosen => new ActivitySuggestion
        {
            Activity = query.Index.Live.Tree.Activities[chosen.Member],
            Score = chosen.Score,
            Reasons = writer.Write(chosen.Member),
        });
    }

    public static IReadOnlyList<GroupSuggestion> ForGroup(
        CommunityIndex index,
        ModelView? view,
        IReadOnlyList<int> group,
        DateTimeOffset now,
        GroupOptions options
    )
    {
        using var scorer = new GroupScorer(index, group, now);
        var writer = new GroupReasonWriter(index, group, Phrases.For(index.Options.Books, options.Culture, index.Members[group[0]]));
        return Array.ConvertAll(GroupSelector.Rank(scorer, index, view, group, options), chosen => new GroupSuggestion
        {
            Member = index.Members[chosen.Member].Record,
            Score = chosen.Score,
            Reasons = writer.Write(scorer, chosen.Member),
        });
    }
}
