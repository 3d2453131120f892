namespace Matchmaking;

/// <summary>Past questions of the form "who came, too?": a small gathering after the cut, one of its people hidden.</summary>
internal static class GroupQuestions
{
    private const int Hard = 60, Uniform = 60;
    private const int Fewest = 3, Most = 10;

    public static List<LinkQuery> Of(CommunityIndex index, LinkMoment moment, NetworkFeatures features, int most, int seed, CancellationToken cancellationToken)
    {
        HashSet<int> active = [.. moment.Active];
        AttendanceLog log = index.Network.Log;
        (DateTimeOffset Time, int[] Members)[] gatherings =
        [
            .. log.Visits.Where(visit => visit.Time >= moment.Cut && visit.Time < moment.Until && active.Contains(visit.Member)).GroupBy(visit => visit.Occasion)
                .OrderBy(occasion => occasion.Key).Select(occasion => (Time: occasion.Max(visit => visit.Time)!.Value, Members: occasion.Select(visit => visit.Member).Order().ToArray())).Where(gathering => gathering.Members.Length is >= Fewest and <= Most),
        ];
        var random = new Random(seed);
        random.Shuffle(gatherings);
        gatherings = gatherings[..Math.Min(most, gatherings.Length)];
        int[] hidden = Array.ConvertAll(gatherings, gathering => gathering.Members[random.Next(gathering.Members.Length)]);
        var queries = new LinkQuery[gatherings.Length];
        _ = moment.Index.Groups;
        Parallel.For(0, gatherings.Length, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            int[] given = [.. gatherings[i].Members.Where(member => member != hidden[i])];
            int[] candidates = [.. moment.Active.Except(given)];
            using var scorer = new GroupScorer(moment.Index, given, moment.Cut);
            using var asked = new GroupFeatureQuery(features, moment.Index, given, scorer);
            double[] rules = Array.ConvertAll(candidates, asked.Rules);
            (int[] at, float[] weights) = CandidateSample.Draw(candidates, rules, new HashSet<int> { hidden[i] }, Hard, Uniform, new Random(unchecked((seed * 1_000_003) + i)));
            queries[i] = LinkQuery.Of(
                at, weights, GroupFeatureQuery.Columns, rules, a => candidates[a] == hidden[i] ? gatherings[i].Time : null, (a, row) => asked.Write(candidates[a], row.Span));
        });
        return [.. queries];
    }
}
