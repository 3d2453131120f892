namespace Matchmaking.Learning;

/// <summary>Past questions of the form "who came, too?": a small gathering after the cut, one of its people hidden.</summary>
internal static class GroupQuestions
{
    private const int Fewest = 3,
        Most = 10;

    public static LinkQuestions Of(CommunityIndex index, LinkMoment moment, int seed)
    {
        HashSet<int> active = [.. moment.Active];
        (DateTimeOffset Time, int[] Members)[] gatherings =
        [
            .. index
                .Network.Log.Visits.Where(visit => visit.Time >= moment.Cut && visit.Time < moment.Until && active.Contains(visit.Member))
                .GroupBy(visit => visit.Occasion)
                .OrderBy(occasion => occasion.Key)
                .Select(occasion =>
                    (Time: occasion.Max(visit => visit.Time)!.Value, Members: occasion.Select(visit => visit.Member).Order().ToArray())
                )
                .Where(gathering => gathering.Members.Length is >= Fewest and <= Most),
        ];
        var random = new Random(seed);
        random.Shuffle(gatherings);
        // Made ready here, not under a lock by whichever thread opens the first question.
        NetworkFeatures features = moment.Index.NetworkFeatures();
        return new LinkQuestions(
            GroupFeatureQuery.Columns,
            [.. gatherings.Select(gathering => Hide(moment, features, gathering.Time, gathering.Members, random))]
        );
    }

    private static Func<LinkQuestion> Hide(LinkMoment moment, NetworkFeatures features, DateTimeOffset time, int[] members, Random random)
    {
        int hidden = members[random.Next(members.Length)];
        int[] given = [.. members.Where(member => member != hidden)];
        return () => new Question(moment, features, given, new Dictionary<int, DateTimeOffset> { [hidden] = time });
    }

    private sealed class Question : LinkQuestion
    {
        private readonly GroupScorer _scorer;
        private readonly GroupFeatureQuery _asked;

        public Question(LinkMoment moment, NetworkFeatures features, int[] given, Dictionary<int, DateTimeOffset> hidden)
            : base([.. moment.Active.Except(given)], hidden)
        {
            _scorer = new GroupScorer(moment.Index, given, moment.Cut);
            _asked = new GroupFeatureQuery(features, moment.Index, given, _scorer);
        }

        public override double Rules(int candidate) => _asked.Rules(candidate);

        public override void Write(int candidate, Span<float> row) => _asked.Write(candidate, row);

        public override void Dispose()
        {
            _asked.Dispose();
            _scorer.Dispose();
        }
    }
}
