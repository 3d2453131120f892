using CsCheck;

namespace Matchmaking.Tests.Retrieval;

public class CandidateSearchTests
{
    private static readonly Gen<SimdWidth> s_width = Gen.Int[0, 2].Select(width => (SimdWidth)width);

    [Fact]
    public void It_answers_as_scoring_everybody_does() =>
        Gen.Select(Gen.Int[2, 120], Gen.Int[0, 100_000], Gen.Enum<IntroductionKind>(), Gen.Enum<Reciprocity>(), s_width, Gen.Int[1, 30], Gen.Int[0, 2].Select(i => i == 2 ? .3 : 0)).Sample(
            (size, seed, kind, reciprocity, width, count, minimum) =>
            {
                var options = new MatchmakerOptions { Reciprocity = reciprocity, RequireCommonLanguage = seed % 3 != 0, MinimumCommonHours = seed % 4 == 0 ? 1 : 0 };
                Check(RandomCommunity.Generate(size, seed), options, kind, width, count, minimum, seed);
            },
            iter: 600);

    [Fact]
    public void Among_many_equals_the_order_is_that_of_scoring_everybody() =>
        Gen.Select(Gen.Int[2, 90], Gen.Int[0, 100_000], s_width, Gen.Int[1, 20]).Sample(
            (size, seed, width, count) =>
            {
                // Three kinds of people, so that nearly everybody ties with many.
                var random = new Random(seed);
                Member[] kinds = [.. Enumerable.Range(0, 3).Select(i => RandomCommunity.Generate(3, seed).Members[i])];
                Member[] members = [.. Enumerable.Range(0, size).Select(i => kinds[random.Next(3)] with { Id = $"m{i}", Blocks = [] })];
                Check(new Community(members), new MatchmakerOptions(), IntroductionKind.Any, width, count, 0, seed);
            },
            iter: 300);

    [Fact]
    public void Interests_may_be_compared_by_any_measure() =>
        Gen.Select(Gen.Int[2, 60], Gen.Int[0, 100_000], Gen.Enum<SimilarityMeasure>()).Sample(
            (size, seed, measure) => Check(
                RandomCommunity.Generate(size, seed), new MatchmakerOptions { InterestSimilarity = measure }, IntroductionKind.Peer, Simd.Best, 5, 0, seed),
            iter: 150);

    [Fact]
    public void Who_changed_is_a_candidate_whatever_the_index_says() =>
        Gen.Select(Gen.Int[4, 60], Gen.Int[0, 100_000]).Sample(
            (size, seed) =>
            {
                var options = new MatchmakerOptions();
                CommunityIndex before = Index(RandomCommunity.Generate(size, seed), options), after = before;
                var old = CandidateIndex.Build(before);
                Community others = RandomCommunity.Generate(size, seed + 1);
                var random = new Random(seed);
                int[] changed = [.. Enumerable.Range(0, 3).Select(_ => random.Next(size)).Distinct(), size];
                foreach (int position in changed)
                {
                    Member member = position < size ? others.Members[position] with { Id = before.Members[position].Id, Blocks = [] } : others.Members[0] with { Id = "new", Blocks = [] };
                    after = after.With(member, after.Vectorizer.Vectorize(member));
                }

                Check(after, old, changed, IntroductionKind.Any, 8, 0, random.Next(size));
            },
            iter: 150);

    private static CommunityIndex Index(Community community, MatchmakerOptions options) =>
        CommunityIndex.Build(community, People.AtNow(options), Vectorizer.Fit(community.Members, options));

    private static void Check(Community community, MatchmakerOptions options, IntroductionKind kind, SimdWidth width, int count, double minimum, int seed)
    {
        CommunityIndex index = Index(community, options);
        Check(index, CandidateIndex.Build(index, width), [], kind, count, minimum, seed % community.Members.Count);
    }

    private static void Check(CommunityIndex index, CandidateIndex candidates, int[] changed, IntroductionKind kind, int count, double minimum, int asker)
    {
        using var query = new PairQuery(index, asker, kind, People.Now);
        var scorer = new PairScorer(index, kind);
        var rules = new RuleQuery(query, new SuggestOptions { Kind = kind });
        var score = new RuledScore(rules, scorer, TieBreak.Start(query.Profile.Id, 1));
        TopK plain = new(count), fast = new(count);
        Selector.OfEverybody(index.Members.Count, score, minimum, plain);

        // Twice: the second time its memory holds what the first left.
        CandidateSearch search = candidates.Rent();
        search.Best(query, scorer, score, changed, minimum, fast);
        fast.Clear();
        search.Best(query, scorer, score, changed, minimum, fast);

        Assert.Equal(plain.ToSortedArray(), fast.ToSortedArray());
    }
}
