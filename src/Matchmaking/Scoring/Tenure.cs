namespace Matchmaking.Scoring;

/// <summary>
/// How long a member has been here, as far as is known: by the day they joined, else by what they did. Whoever says so of a member asks
/// this, so that nothing is said that is not known.
/// </summary>
internal static class Tenure
{
    /// <summary>Whether a member is known to have joined of late.</summary>
    public static bool IsNewcomer(CommunityIndex index, int member, DateTimeOffset now) =>
        index.Members[member].Joined is { } joined && now - joined < index.Options.NewcomerPeriod;

    /// <summary>Whether a member joined long enough ago to show others around, or has done anything here where that is not told.</summary>
    public static bool IsSettled(CommunityIndex index, int member, DateTimeOffset now) =>
        index.Members[member].Joined is { } joined ? now - joined >= index.Options.NewcomerPeriod : Doings(index, member, now).Any();

    /// <summary>Whether it is known that a member has been here for longer than newcomers have.</summary>
    public static bool IsHereForAWhile(CommunityIndex index, int member, DateTimeOffset now) =>
        (index.Members[member].Joined ?? Doings(index, member, now).Min()) is { } since && now - since >= index.Options.NewcomerPeriod;

    /// <summary>When a member did anything up to a moment; null for what has no time.</summary>
    private static IEnumerable<DateTimeOffset?> Doings(CommunityIndex index, int member, DateTimeOffset now)
    {
        IReadOnlyList<Activity> activities = index.Live.Tree.Activities;
        foreach (EventLog<Participation>.Entry entry in index.Live.Participations.From(member))
        {
            DateTimeOffset? time = entry.Row!.Time ?? activities[entry.Second].Time;
            if (!(time > now))
                yield return time;
        }

        foreach (EventLog<Interaction>.Entry entry in index.Live.Interactions.From(member))
        {
            if (!(entry.Row!.Time > now))
                yield return entry.Row.Time;
        }

        foreach (Meeting meeting in Meetings.Of(index.Live, member))
        {
            if (!(meeting.Time > now))
                yield return meeting.Time;
        }
    }
}
