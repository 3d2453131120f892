namespace Matchmaking.Learning;

/// <summary>
/// The community as of when introductions were made: who is introduced and says yes writes to each other and meets afterwards, and ties
/// that came of an introduction must not tell how it ended. Introductions of about one time share a moment, which is that of the earliest
/// of them.
/// </summary>
internal static class OutcomeMoments
{
    /// <summary>More would cost a build of the community each, and see little more of what came between.</summary>
    private const int Most = 8;

    /// <summary>
    /// Each moment with the pairs that are described as of it, by their places; the community itself for all where nothing is dated after
    /// the first of them.
    /// </summary>
    public static IEnumerable<(CommunityIndex Index, int[] Pairs)> Of(CommunityIndex basis, LabelledPair[] pairs)
    {
        int[] byTime = [.. Enumerable.Range(0, pairs.Length).OrderBy(i => pairs[i].Time)];
        if (byTime.Length == 0 || !HasDoingsFrom(basis.Community, pairs[byTime[0]].Time))
        {
            yield return (basis, [.. Enumerable.Range(0, pairs.Length)]);
            yield break;
        }

        for (int start = 0, end; start < byTime.Length; start = end)
        {
            DateTimeOffset moment = pairs[byTime[start]].Time;
            end = Math.Min(byTime.Length, start + ((byTime.Length + Most - 1) / Most));
            while (end < byTime.Length && pairs[byTime[end]].Time == pairs[byTime[end - 1]].Time)
                end++;
            yield return (basis.AsOf(moment), byTime[start..end]);
        }
    }

    private static bool HasDoingsFrom(Community community, DateTimeOffset first)
    {
        if (community.Interactions.Any(row => row.Time >= first))
            return true;
        HashSet<string> later = new(
            community.Activities.Where(activity => activity.Time >= first).Select(activity => activity.Id),
            StringComparer.Ordinal
        );
        return community.Participations.Any(row => row.Time is { } time ? time >= first : later.Contains(row.ActivityId));
    }
}
