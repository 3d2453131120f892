using Matchmaking.Tests.Retrieval;

namespace Matchmaking.Tests.Selection;

public class SelectorTests
{
    [Theory]
    [InlineData(100, 20)]
    [InlineData(3, 10)]
    [InlineData(700, 50)]
    public void Whom_a_host_allows_is_found_among_thousands_however_few_they_are(int oneIn, int count)
    {
        Community community = RandomCommunity.Generate(2_600, 7);
        MatchmakerOptions options = People.AtNow(
            new MatchmakerOptions { Allow = (_, to) => to.Id.Sum(letter => letter * 31) % oneIn == 0 }
        );
        CommunityIndex index = IndexBuilder.Build(community, options, Vectorizer.Fit(community.Members, options));
        var suggest = new SuggestOptions { Count = count };
        foreach (int asker in new[] { 0, 1_001, 2_599 })
        {
            using var query = new PairQuery(index, asker, IntroductionKind.Any, People.Now);
            var scorer = new Unbounded(new PairScorer(index, IntroductionKind.Any));
            var everybody = new TopK(count);
            Selector.OfEverybody(
                index.Members.Count,
                new RuledScore(new RuleQuery(query, suggest), scorer, TieBreak.Start(query.Profile.Id, options.Seed)),
                0,
                everybody
            );

            Candidate[] found = Selector.Select(query, scorer, suggest);

            Assert.Equal(everybody.ToSortedArray().Select(candidate => candidate.Score), found.Select(candidate => candidate.Score));
        }
    }

    /// <summary>A scorer of which no bounds are known, as those that were learned.</summary>
    private sealed class Unbounded(PairScorer rules) : IPairScorer
    {
        public PairScore Score(PairQuery query, int candidate) => rules.Score(query, candidate);

        public (PairScore Score, PartScore[] Parts) Explain(PairQuery query, int candidate) => rules.Explain(query, candidate);
    }
}
