namespace Matchmaking.Selection;

/// <summary>Chooses activities for a member: the best of those that are not over, not excluded, and not yet the member's.</summary>
internal static class ActivitySelector
{
    /// <summary>The best, by position. By what was learned, or by the rules where nothing was.</summary>
    public static Candidate[] Rank(PairQuery query, ModelView? view, ActivityOptions options)
    {
        Func<int, double> score = view?.Activities(query) ?? new ActivityScorer(query).Score;
        IReadOnlyList<Activity> activities = query.Index.Live.Tree.Activities;
        HashSet<string> excluded = [.. options.Exclude];
        ulong start = TieBreak.Start(query.Profile.Id, query.Index.Options.Seed);
        var top = new TopK(options.Count);
        for (int i = 0; i < activities.Count; i++)
        {
            Activity activity = activities[i];
            bool allowed =
                (options.Kind is not { } kind || activity.Kind == kind)
                && !(activity.Time <= query.Now || activity.Ended <= query.Now)
                && !excluded.Contains(activity.Id)
                && !query.Index.Network.Takes.Has(query.Member, i);
            if (allowed)
                top.Offer(new Candidate(i, score(i), TieBreak.Of(start, activity.Id)));
        }

        return top.ToSortedArray();
    }
}
