namespace Matchmaking.Selection;

/// <summary>
/// Chooses activities for a member: the best of those that are not over, not excluded, and not yet the member's. Where nobody shows that
/// they take part, an activity is suggested for what it is about alone: who hides it leaves no trace.
/// </summary>
internal static class ActivitySelector
{
    /// <summary>The best, by position. By what was learned, or by the rules where nothing was.</summary>
    public static Candidate[] Rank(PairQuery query, ModelView? view, ActivityOptions options)
    {
        var scorer = new ActivityScorer(query);
        Func<int, double> score = view?.Activities(query) ?? scorer.Score;
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
                && !query.Index.Network.Takes.Has(query.Member, i)
                && (scorer.IsVisited(i) || scorer.IsOfInterest(i));
            if (allowed)
                top.Offer(new Candidate(i, score(i), TieBreak.Of(start, activity.Id)));
        }

        return top.ToSortedArray();
    }
}
