using CsCheck;

namespace Matchmaking.Tests.Retrieval;

public class CandidateSearchTests
{
    private static readonly Gen<SimdWidth> s_width = Gen.Int[0, 2].Select(width => (SimdWidth)width);

    [Fact]
    public void It_answers_as_scoring_everybody_does() =>
        Gen.Select(Gen.Int[2, 120], Gen.Int[0, 100_000], Gen.Double[0, .99], s_width)
            .Sample(
                (size, seed, reciprocity, width) =>
                {
                    var options = new MatchmakerOptions
                    {
                        Reciprocity = reciprocity,
                        RequireCommonLanguage = seed % 3 != 0,
                        MinimumCommonHours = seed % 4 == 0 ? 1 : 0,
                    };
                    Check(RandomCommunity.Generate(size, seed), options, width, seed);
                },
                iter: 60
            );

    [Fact]
    public void In_thousands_of_small_communities_it_answers_as_scoring_everybody_does() =>
        Gen.Select(Gen.Int[2, 14], Gen.Int[0, 1_000_000], Gen.Double[0, .99], s_width)
            .Sample(
                (size, seed, reciprocity, width) =>
                    Check(
                        RandomCommunity.Generate(size, seed),
                        new MatchmakerOptions { Reciprocity = reciprocity, RequireCommonLanguage = seed % 2 == 0 },
                        width,
                        seed
                    ),
                iter: 2000
            );

    [Fact]
    public void In_a_community_of_several_tiles_it_answers_as_scoring_everybody_does()
    {
        foreach (SimdWidth width in Enum.GetValues<SimdWidth>())
            Check(RandomCommunity.Generate(9_000, 5), new MatchmakerOptions(), width, 5);
    }

    [Fact]
    public void Among_many_equals_the_order_is_that_of_scoring_everybody() =>
        Gen.Select(Gen.Int[2, 90], Gen.Int[0, 100_000], s_width)
            .Sample(
                (size, seed, width) =>
                {
                    // Three kinds of people, so that nearly everybody ties with many.
                    var random = new Random(seed);
                    IReadOnlyList<Member> kinds = RandomCommunity.Generate(3, seed).Members;
                    Member[] members = [.. Enumerable.Range(0, size).Select(i => kinds[random.Next(3)] with { Id = $"m{i}", Blocks = [] })];
                    Check(new Community(members), new MatchmakerOptions(), width, seed);
                },
                iter: 30
            );

    [Fact]
    public void Interests_may_be_compared_by_any_measure() =>
        Gen.Select(Gen.Int[2, 60], Gen.Int[0, 100_000], Gen.Enum<SimilarityMeasure>())
            .Sample(
                (size, seed, measure) =>
                    Check(RandomCommunity.Generate(size, seed), new MatchmakerOptions { InterestSimilarity = measure }, Simd.Best, seed),
                iter: 30
            );

    [Fact]
    public void Who_changed_is_a_candidate_whatever_the_index_says() =>
        Gen.Select(Gen.Int[4, 60], Gen.Int[0, 100_000])
            .Sample(
                (size, seed) =>
                {
                    var options = new MatchmakerOptions();
                    CommunityIndex before = Index(RandomCommunity.Generate(size, seed), options),
                        after = before;
                    var old = Segment.Build(before);
                    Community others = RandomCommunity.Generate(size, seed + 1);
                    var random = new Random(seed);
                    int[] changed = [.. Enumerable.Range(0, 3).Select(_ => random.Next(size)).Distinct().Order(), size];
                    foreach (int position in changed)
                    {
                        Member member =
                            position < size
                                ? others.Members[position] with
                                {
                                    Id = before.Members[position].Id,
                                    Blocks = [],
                                }
                                : others.Members[0] with
                                {
                                    Id = "new",
                                    Blocks = [],
                                };
                        after = after.With(member, after.Vectorizer.Vectorize(member));
                    }

                    Check(after, new Segments(old, null, changed), IntroductionKind.Any, 8, 0, random.Next(size));
                },
                iter: 30
            );

    [Fact]
    public void After_any_changes_it_still_answers_as_scoring_everybody_does() =>
        Gen.Int[0, 1_000_000]
            .Sample(
                seed =>
                {
                    var changes = new LiveChanges(seed);
                    Community community = changes.Community();
                    var live = new Matchmaker(
                        IndexBuilder.Build(community, LiveChanges.Options, Vectorizer.Fit(community.Members, LiveChanges.Options)),
                        policy: UpkeepPolicy.Never
                    );
                    // Made ready before anything changed, or after.
                    _ = seed % 2 == 0 ? Segments.Of(live.Index) : default;
                    for (int i = 0; i < 40; i++)
                        changes.Change(live);
                    CommunityIndex index = live.Index;
                    var random = new Random(seed);
                    foreach (int asker in Enumerable.Range(0, index.Members.Count).Where(member => !index.IsRemoved(member)).Take(6))
                    {
                        foreach (IntroductionKind kind in Enum.GetValues<IntroductionKind>())
                            Check(index, Segments.Of(index), kind, random.Next(1, 12), 0, asker);
                    }
                },
                iter: 40
            );

    [Fact]
    public void Laid_out_in_segments_however_often_it_answers_as_scoring_everybody_does() =>
        Gen.Int[0, 1_000_000]
            .Sample(
                seed =>
                {
                    var changes = new LiveChanges(seed);
                    Community community = changes.Community();
                    var policy = UpkeepPolicy.Never with { SegmentAfter = 1 + (seed % 7), SegmentAtShare = 0 };
                    var live = new Matchmaker(
                        IndexBuilder.Build(community, LiveChanges.Options, Vectorizer.Fit(community.Members, LiveChanges.Options)),
                        policy: policy
                    );
                    _ = Segments.Of(live.Index);
                    var random = new Random(seed);
                    for (int i = 0; i < 60; i++)
                    {
                        changes.Change(live);
                        if (random.Next(3) == 0)
                            live.UpkeepWork.Wait(TestContext.Current.CancellationToken);
                        CommunityIndex index = live.Index;
                        int asker = random.Next(index.Members.Count);
                        if (i % 10 == 9 && !index.IsRemoved(asker))
                            Check(
                                index,
                                Segments.Of(index),
                                (IntroductionKind)random.Next(Enum.GetValues<IntroductionKind>().Length),
                                random.Next(1, 12),
                                0,
                                asker
                            );
                    }

                    Assert.True(live.Index.Delta is { Count: > 0 });
                },
                iter: 40
            );

    private static CommunityIndex Index(Community community, MatchmakerOptions options) =>
        IndexBuilder.Build(community, People.AtNow(options), Vectorizer.Fit(community.Members, options));

    /// <summary>A community is costly to make and cheap to ask: several members of each are asked, for every kind.</summary>
    private static void Check(Community community, MatchmakerOptions options, SimdWidth width, int seed)
    {
        CommunityIndex index = Index(community, options);
        var segments = new Segments(Segment.Build(index, width: width), null, []);
        var random = new Random(seed);
        foreach (IntroductionKind kind in Enum.GetValues<IntroductionKind>())
        {
            for (int asker = 0; asker < 4; asker++)
                Check(index, segments, kind, random.Next(1, 25), random.Next(3) == 0 ? .3 : 0, random.Next(community.Members.Count));
        }
    }

    private static void Check(CommunityIndex index, Segments segments, IntroductionKind kind, int count, double minimum, int asker)
    {
        using var query = new PairQuery(index, asker, kind, People.Now);
        var scorer = new PairScorer(index, kind);
        var rules = new RuleQuery(query, new SuggestOptions { Kind = kind });
        var score = new RuledScore(rules, scorer, TieBreak.Start(query.Profile.Id, 1));
        TopK plain = new(count),
            fast = new(count);
        Selector.OfEverybody(index.Members.Count, score, minimum, plain);

        // Twice: the second time its memory holds what the first left.
        CandidateSearch.Best(query, scorer, score, segments, minimum, fast);
        fast.Clear();
        CandidateSearch.Best(query, scorer, score, segments, minimum, fast);

        Assert.Equal(plain.ToSortedArray(), fast.ToSortedArray());
    }
}
