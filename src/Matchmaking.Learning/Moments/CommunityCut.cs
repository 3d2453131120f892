namespace Matchmaking.Learning;

/// <summary>A community as it was at an earlier moment.</summary>
internal static class CommunityCut
{
    /// <summary>
    /// What was there strictly before the cut: participations (at the activity's time where they tell none), interactions, outcomes;
    /// activities that had begun, or to which somebody had already said yes, with whatever contains them. Undated participations in what
    /// lasts are taken to have been there. Members stay all, at their positions: what they tell of themselves has no history.
    /// </summary>
    /// <returns>The community and which of the activities are left, by position.</returns>
    public static (Community Community, int[] Activities) Before(Community community, DateTimeOffset cut)
    {
        Dictionary<string, int> positions = new(StringComparer.Ordinal);
        for (int i = 0; i < community.Activities.Count; i++)
            positions.Add(community.Activities[i].Id, i);

        Participation[] participations =
        [
            .. community.Participations.Where(row =>
                (row.Time ?? community.Activities[positions[row.ActivityId]].Time) is not { } time || time < cut
            ),
        ];
        bool[] kept = [.. community.Activities.Select(activity => activity.Time is not { } time || time < cut)];
        foreach (Participation row in participations)
            kept[positions[row.ActivityId]] = true;
        for (int i = 0; i < kept.Length; i++)
        {
            for (int at = i; kept[at] && community.Activities[at].Parent is { } parent; at = positions[parent])
                kept[positions[parent]] = true;
        }

        int[] activities = [.. Enumerable.Range(0, kept.Length).Where(i => kept[i])];
        return (
            new Community(
                community.Members,
                [.. activities.Select(i => community.Activities[i])],
                participations,
                [.. community.Interactions.Where(row => row.Time < cut)],
                [.. community.Outcomes.Where(row => row.Time < cut)]
            ),
            activities
        );
    }
}
