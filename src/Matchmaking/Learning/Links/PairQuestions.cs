namespace Matchmaking;

/// <summary>Past questions of the form "whom will this member come to know?".</summary>
internal static class PairQuestions
{
    private const int Hard = 40, Uniform = 60;

    public static List<LinkQuery> Of(LinkMoment moment, BoundPairFeaturizer featurizer, bool bridges, int most, int seed, CancellationToken cancellationToken)
    {
        int[] members = [.. moment.Queries];
        if (bridges)
            members = [.. members.Where(member => moment.TiesOf(member).Keys.Any(other => !moment.Index.Network.ShareActivity(member, other)))];
        if (members.Length > most)
        {
            new Random(seed).Shuffle(members);
            members = [.. members.Take(most).Order()];
        }

        var rulesScorer = new PairScorer(moment.Index, bridges ? IntroductionKind.Bridge : IntroductionKind.Any);
        var queries = new LinkQuery[members.Length];
        int columns = featurizer.Columns;
        Parallel.For(0, members.Length, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            int member = members[i];
            using var query = new PairQuery(moment.Index, member, bridges ? IntroductionKind.Bridge : IntroductionKind.Any, moment.Cut);
            int[] candidates = moment.Candidates(member, bridges);
            double[] rules = Array.ConvertAll(candidates, candidate => rulesScorer.Score(query, candidate).Score);
            IReadOnlyDictionary<int, DateTimeOffset> ties = moment.TiesOf(member);
            (int[] at, float[] weights) = CandidateSample.Draw(candidates, rules, ties.Keys.ToHashSet(), Hard, Uniform, new Random(unchecked((seed * 1_000_003) + member)));
            queries[i] = LinkQuery.Of(
                at, weights, columns, rules, a => ties.TryGetValue(candidates[a], out DateTimeOffset time) ? time : null, (a, row) => featurizer.Write(query, candidates[a], row.Span));
        });
        return [.. queries.Where(query => query.Positives > 0)];
    }
}
