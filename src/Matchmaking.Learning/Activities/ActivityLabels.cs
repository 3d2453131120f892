namespace Matchmaking.Learning;

/// <summary>Which places members came to for the first time after an earlier moment.</summary>
internal static class ActivityLabels
{
    /// <summary>Of whom less is known there is nothing to learn from.</summary>
    private const int FewestVisits = 2;

    /// <param name="index">The community now.</param>
    /// <param name="before">The community as of the cut.</param>
    /// <param name="from">The cut.</param>
    /// <param name="until">Where the window ends.</param>
    /// <returns>
    /// By member the places with the first visit, as they are numbered before the cut; places that were not there yet are left out.
    /// </returns>
    public static SortedDictionary<int, Dictionary<int, DateTimeOffset>> Joined(
        CommunityIndex index,
        CommunityIndex before,
        DateTimeOffset from,
        DateTimeOffset until
    )
    {
        Dictionary<string, int> known = [];
        for (int place = 0; place < before.Network.Places.Places.Count; place++)
            known.Add(before.Community.Activities[before.Network.Places.Places[place]].Id, place);
        int[] visits = new int[index.Members.Count];
        foreach (AttendanceLog.Visit visit in before.Network.Log.Visits)
            visits[visit.Member]++;
        SortedDictionary<int, Dictionary<int, DateTimeOffset>> joined = [];
        MemberNetwork network = index.Network;
        foreach (AttendanceLog.Visit visit in network.Log.Visits)
        {
            if (!(visit.Time >= from && visit.Time < until) || visits[visit.Member] < FewestVisits)
                continue;
            foreach (int activity in network.Tree.PlacesOf(network.Log.Occasions[visit.Occasion].Activity))
            {
                if (
                    !known.TryGetValue(network.Tree.Activities[activity].Id, out int place)
                    || before.Network.Places.Attendance.ByMember.Has(visit.Member, place)
                )
                    continue;
                if (!joined.TryGetValue(visit.Member, out Dictionary<int, DateTimeOffset>? places))
                    joined.Add(visit.Member, places = []);
                places[place] = places.TryGetValue(place, out DateTimeOffset first) && first < visit.Time ? first : visit.Time!.Value;
            }
        }

        return joined;
    }
}
