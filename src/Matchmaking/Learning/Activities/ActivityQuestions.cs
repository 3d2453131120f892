namespace Matchmaking;

/// <summary>Past questions of the form "where will this member go that is new to them?".</summary>
internal static class ActivityQuestions
{
    private const int Hard = 40, Uniform = 40;

    public static List<LinkQuery> Of(CommunityIndex index, LinkMoment moment, ActivityFeatures features, int most, int seed, CancellationToken cancellationToken)
    {
        SortedDictionary<int, Dictionary<int, DateTimeOffset>> joined = ActivityLabels.Joined(index, moment.Index, moment.Cut, moment.Until);
        int[] members = [.. joined.Keys];
        if (members.Length > most)
        {
            new Random(seed).Shuffle(members);
            members = [.. members.Take(most).Order()];
        }

        var queries = new LinkQuery[members.Length];
        PlaceForecast places = moment.Index.Network.Places;
        Parallel.For(0, members.Length, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            int member = members[i];
            using var query = new PairQuery(moment.Index, member, IntroductionKind.Any, moment.Cut);
            var asked = new ActivityFeatureQuery(features, query);
            int[] candidates = [.. Enumerable.Range(0, places.Places.Count).Where(place => !places.Attendance.ByMember.Has(member, place) && moment.Index.Network.Tree.Lasts(places.Places[place]))];
            double[] rules = Array.ConvertAll(candidates, place => asked.Rules(places.Places[place]));
            (int[] at, float[] weights) = CandidateSample.Draw(candidates, rules, joined[member].Keys.ToHashSet(), Hard, Uniform, new Random(unchecked((seed * 1_000_003) + member)));
            queries[i] = LinkQuery.Of(
                at, weights, ActivityFeatures.Columns, rules, a => joined[member].TryGetValue(candidates[a], out DateTimeOffset time) ? time : null,
                (a, row) => asked.Write(places.Places[candidates[a]], candidates[a], row.Span));
        });
        return [.. queries.Where(query => query.Positives > 0)];
    }
}
