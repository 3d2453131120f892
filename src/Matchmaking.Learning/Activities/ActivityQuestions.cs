namespace Matchmaking.Learning;

/// <summary>Past questions of the form "where will this member go that is new to them?". Candidates are places by position.</summary>
internal static class ActivityQuestions
{
    public static LinkQuestions Of(CommunityIndex index, LinkMoment moment, int seed)
    {
        SortedDictionary<int, Dictionary<int, DateTimeOffset>> joined = ActivityLabels.Joined(
            index,
            moment.Index,
            moment.Cut,
            moment.Until
        );
        int[] members = [.. joined.Keys];
        new Random(seed).Shuffle(members);
        var features = ActivityFeatures.Of(moment.Index);
        return new LinkQuestions(
            ActivityFeatures.Columns,
            [.. members.Select(member => new Func<LinkQuestion>(() => new Question(moment, features, member, joined[member])))]
        );
    }

    private static int[] Candidates(MemberNetwork network, int member) =>
        [
            .. Enumerable
                .Range(0, network.Places.Places.Count)
                .Where(place => !network.Places.Attendance.ByMember.Has(member, place) && network.Tree.Lasts(network.Places.Places[place])),
        ];

    private sealed class Question : LinkQuestion
    {
        private readonly PlaceForecast _places;
        private readonly PairQuery _query;
        private readonly ActivityFeatureQuery _asked;

        public Question(LinkMoment moment, ActivityFeatures features, int member, Dictionary<int, DateTimeOffset> joined)
            : base(ActivityQuestions.Candidates(moment.Index.Network, member), joined)
        {
            _places = moment.Index.Network.Places;
            _query = new PairQuery(moment.Index, member, IntroductionKind.Any, moment.Cut);
            _asked = new ActivityFeatureQuery(features, _query);
        }

        public override double Rules(int candidate) => _asked.Rules(_places.Places[candidate]);

        public override void Write(int candidate, Span<float> row) => _asked.Write(_places.Places[candidate], candidate, row);

        public override void Dispose() => _query.Dispose();
    }
}
