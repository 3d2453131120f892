namespace Matchmaking.Learning;

/// <summary>Past questions of the form "whom will this member come to know?".</summary>
internal static class PairQuestions
{
    public static LinkQuestions Of(LinkMoment moment, BoundPairFeaturizer featurizer, bool bridges, int seed)
    {
        IntroductionKind kind = bridges ? IntroductionKind.Bridge : IntroductionKind.Any;
        int[] members =
        [
            .. moment.Queries.Where(member =>
                !bridges || moment.TiesOf(member).Keys.Any(other => !moment.Index.Network.ShareActivity(member, other))
            ),
        ];
        new Random(seed).Shuffle(members);
        var rules = new PairScorer(moment.Index, kind);
        return new LinkQuestions(
            featurizer.Columns,
            [.. members.Select(member => new Func<LinkQuestion>(() => new Question(moment, featurizer, rules, member, kind)))]
        );
    }

    private sealed class Question(LinkMoment moment, BoundPairFeaturizer featurizer, PairScorer rules, int member, IntroductionKind kind)
        : LinkQuestion(moment.Candidates(member, kind == IntroductionKind.Bridge), moment.TiesOf(member))
    {
        private readonly PairQuery _query = new(moment.Index, member, kind, moment.Cut);

        public override double Rules(int candidate) => rules.Score(_query, candidate).Score;

        public override void Write(int candidate, Span<float> row) => featurizer.Write(_query, candidate, row);

        public override void Dispose() => _query.Dispose();
    }
}
