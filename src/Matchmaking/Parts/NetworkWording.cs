namespace Matchmaking.Parts;

/// <summary>
/// Names of the people and activities that two have in common, as far as nobody hides or blocks anything and not nearly everybody has them.
/// </summary>
internal static class NetworkWording
{
    private const int AtMost = 3;

    // More are asked for than are named, for some may not be named.
    private const int Asked = 10;

    public static WantedTopic[] CommonAcquaintances(ReasonList reasons, out double special)
    {
        (PairQuery query, Side side) = (reasons.Query, reasons.Side);
        special = 0;
        List<WantedTopic>? named = null;
        foreach (int person in query.Network.CommonAcquaintances(reasons.Candidate, query.Now, Asked))
        {
            Member known = query.Index.Members[person];
            if (
                named?.Count == AtMost
                || query.Index.Blocks.Contains(person, side.Reader)
                || query.Index.Blocks.Contains(person, side.Other)
                || known.Hides(MemberField.Activities)
                || reasons.Commonness.OfAcquaintance(person, query.Now) is not (> 0 and double information)
            )
                continue;
            special = Math.Max(special, information);
            (named ??= new(AtMost)).Add(WantedTopic.Named(ReasonWords.NameOf(known, query.Index.Options)));
        }

        return named?.ToArray() ?? [];
    }

    /// <param name="reasons">Of whom.</param>
    /// <param name="special">How much the most telling of them says.</param>
    /// <param name="opening">How to begin by the first of them: there is a next time only of what will happen.</param>
    public static WantedTopic[] CommonActivities(ReasonList reasons, out double special, out string opening)
    {
        PairQuery query = reasons.Query;
        (special, opening) = (0, "OpenActivity");
        List<WantedTopic>? named = null;
        foreach (int activity in query.Network.CommonActivities(reasons.Candidate, Asked))
        {
            if (named?.Count == AtMost || reasons.Commonness.OfActivity(activity) is not (> 0 and double information))
                continue;
            if (named is null)
                opening = Opening(query, activity);
            special = Math.Max(special, information);
            (named ??= new(AtMost)).Add(WantedTopic.Named(query.Index.Live.Tree.Activities[activity].Name));
        }

        return named?.ToArray() ?? [];
    }

    private static string Opening(PairQuery query, int activity)
    {
        IReadOnlyList<Activity> activities = query.Index.Live.Tree.Activities;
        Activity named = activities[activity];
        if (named.Time > query.Now)
            return "OpenActivityNext";
        if (named.Time is not null)
            return "OpenActivityPast";
        for (int other = 0; other < activities.Count; other++)
        {
            if (query.Index.Live.Tree.ParentOf(other) == activity && activities[other].Time > query.Now && activities[other].Ended is null)
                return "OpenActivityNext";
        }

        return "OpenActivity";
    }
}
