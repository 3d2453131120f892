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

    /// <summary>
    /// Who knows both and may be named to both, the nearest first: they could introduce the two. None where either hides whom they have to
    /// do with.
    /// </summary>
    public static string[] Introducers(PairQuery query, Side side)
    {
        if (!side.Shows(MemberField.Activities))
            return [];
        List<string>? introducers = null;
        foreach (int person in query.Network.CommonAcquaintances(side.Other, query.Now, Asked))
        {
            Member known = query.Index.Members[person];
            if (
                introducers?.Count != AtMost
                && !query.Index.Blocks.Contains(person, side.Reader)
                && !query.Index.Blocks.Contains(person, side.Other)
                && !known.Hides(MemberField.Activities)
                && (known.Hides(MemberField.Availability) || !(known.Availability?.PausedUntil > query.Now))
            )
                (introducers ??= new(AtMost)).Add(known.Id);
        }

        return introducers?.ToArray() ?? [];
    }

    /// <summary>
    /// What is said of the activities that two have in common; null: nothing. Of what is over only where nothing goes on.
    /// </summary>
    public static Statement? CommonActivities(ReasonList reasons)
    {
        PairQuery query = reasons.Query;
        int[] activities = query.Network.CommonActivities(reasons.Candidate, Asked);
        return Of(isOver: false) ?? Of(isOver: true);

        Statement? Of(bool isOver)
        {
            double special = 0;
            List<WantedTopic>? named = null;
            string opening = "";
            foreach (int activity in activities)
            {
                Activity known = query.Index.Live.Tree.Activities[activity];
                if (
                    named?.Count == AtMost
                    || (known.Time <= query.Now) != isOver
                    || reasons.Commonness.OfActivity(activity) is not (> 0 and double information)
                )
                    continue;
                if (named is null)
                    opening = Opening(query, activity);
                special = Math.Max(special, information);
                (named ??= new(AtMost)).Add(WantedTopic.Named(known.Name));
            }

            return named is null
                ? null
                : new(ScorePart.Network, isOver ? "PastActivities" : "CommonActivities", special)
                {
                    Topics = [.. named],
                    Opening = opening,
                };
        }
    }

    /// <summary>How to begin by an activity: to meet there is only for what will happen.</summary>
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
