using System.Globalization;
using CsCheck;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Parts;

public class HostPartTests
{
    [Fact]
    public void In_small_and_large_communities_the_answer_is_that_of_scoring_everybody() =>
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[0, 100_000], Gen.Double[0, .99], Gen.Double[.05, 2])
            .Sample(
                (large, bounded, seed, reciprocity, weight) =>
                {
                    int size = large ? Selector.SmallCommunity + 1 + (seed % 300) : 2 + (seed % 60);
                    var matchmaker = Matchmaking.Matchmaker.Create(
                        RandomCommunity.Generate(size, seed),
                        Options(weight, reciprocity, new Chemistry(bounded))
                    );
                    var options = new SuggestOptions { Count = 5 };
                    foreach (string id in matchmaker.Community.Members.Take(3).Select(member => member.Id))
                        Assert.Equal(OfEverybody(matchmaker, id, options), matchmaker.Rank(id, options));
                },
                iter: 12
            );

    [Fact]
    public void A_bound_and_no_bound_give_the_same_answer_after_changes() =>
        Gen.Int[0, 100_000]
            .Sample(
                seed =>
                {
                    Community community = RandomCommunity.Generate(700, seed);
                    Matchmaker[] both =
                    [
                        .. new[] { true, false }.Select(bounded =>
                            Matchmaking.Matchmaker.Create(community, Options(1, .9, new Chemistry(bounded)))
                        ),
                    ];
                    foreach (Matchmaker one in both)
                    {
                        _ = one.Rank(community.Members[0].Id);
                        one.Upsert(community.Members[1] with { Id = "new", Blocks = [] });
                        one.Remove(community.Members[2].Id);
                    }

                    string id = community.Members[0].Id;
                    Assert.Equal(both[0].Rank(id), both[1].Rank(id));
                    Assert.Equal(OfEverybody(both[0], id, new SuggestOptions()), both[0].Rank(id));
                },
                iter: 3
            );

    [Fact]
    public void It_counts_in_score_and_parts_and_tells_its_reason_in_the_readers_language()
    {
        Matchmaker matchmaker = Matchmaking.Matchmaker.Create(
            new Community([
                new Member
                {
                    Id = "a",
                    Languages = ["fr"],
                    TimeZone = "Europe/Paris",
                },
                new Member
                {
                    Id = "b",
                    Languages = ["fr"],
                    TimeZone = "Europe/Paris",
                },
                new Member
                {
                    Id = "c",
                    Languages = ["fr"],
                    TimeZone = "Asia/Tokyo",
                },
            ]),
            Options(1, .9, new SameTimeZone())
        );

        Introduction first = matchmaker.Suggest("a")[0];
        Assert.Equal("b", first.To.Id);
        Assert.Equal(first.Score, first.Parts.Sum(part => part.Contribution), 1e-9);
        Assert.Contains(first.Parts, part => part.Part == SameTimeZone.Name && part is { Forward: 1, Contribution: > 0 });
        Assert.Contains(first.ReasonsForFrom, reason =>
            reason is { Text: "Vous vivez à la même heure." } && reason.Part == SameTimeZone.Name
        );
        Assert.Equal("b", matchmaker.Nearest("a", SameTimeZone.Name).Single().MemberId);
    }

    [Fact]
    public void Where_nobody_tells_anything_it_has_no_weight()
    {
        Member[] members = [Person("a", likes: ["chess"]) with { TimeZone = null }, Person("b", likes: ["chess"]) with { TimeZone = null }];
        Introduction only = Matchmaking.Matchmaker.Create(new Community(members), Options(5, .9, new SameTimeZone())).Suggest("a")[0];
        Assert.DoesNotContain(only.Parts, part => part.Part == SameTimeZone.Name);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(1.5)]
    [InlineData(-.1)]
    public void A_value_that_is_no_share_is_refused_by_the_parts_name(double value)
    {
        Matchmaker matchmaker = Matchmaking.Matchmaker.Create(new Community([Person("a"), Person("b")]), Options(1, .9, new Wrong(value)));
        Assert.Contains(
            "'wrong'",
            Assert.Throws<InvalidOperationException>(() => matchmaker.Suggest("a")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Weights_are_saved_and_the_part_is_given_again()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("matchmaking-").FullName, "community.snapshot");
        CancellationToken stop = TestContext.Current.CancellationToken;
        MatchmakerOptions options = Options(1, .9, new Chemistry(bounded: true));
        var matchmaker = Matchmaking.Matchmaker.Create(RandomCommunity.Generate(40, 7), options);
        string id = matchmaker.Community.Members[0].Id;
        matchmaker.Save(path, stop);

        Assert.Equal(matchmaker.Rank(id), Matchmaking.Matchmaker.Load(path, options, stop).Rank(id));
        var without = Matchmaking.Matchmaker.Load(path, cancellationToken: stop);
        Assert.Equal(1, without.Index.Options.Weights[IntroductionKind.Any][Chemistry.Name]);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    private static MatchmakerOptions Options(double weight, double reciprocity, IScorePart part) =>
        AtNow(
            new()
            {
                Reciprocity = reciprocity,
                Parts = [part],
                Weights = new Dictionary<IntroductionKind, PartWeights>
                {
                    [IntroductionKind.Any] = PartWeights.For(IntroductionKind.Any) with
                    {
                        Others = new Dictionary<ScorePart, double> { [part.Part] = weight },
                    },
                },
            }
        );

    private static RankedMember[] OfEverybody(Matchmaker matchmaker, string id, SuggestOptions options)
    {
        CommunityIndex index = matchmaker.Index;
        using var query = new PairQuery(index, index.IndexOf(id), options.Kind, Now);
        var rules = new RuleQuery(query, options);
        var top = new TopK(options.Count);
        if (RuleSet.AllowsAnybody(rules))
            Selector.OfEverybody(
                index.Members.Count,
                new RuledScore(rules, new PairScorer(index, options.Kind), TieBreak.Start(id, index.Options.Seed)),
                options.MinimumScore,
                top
            );
        return Array.ConvertAll(top.ToSortedArray(), found => new RankedMember
        {
            MemberId = index.Members[found.Member].Id,
            Score = found.Score,
        });
    }

    private sealed class Wrong(double value) : IScorePart
    {
        public ScorePart Part { get; } = new("wrong");

        public DirectedValue Value(Member from, Member to, DateTimeOffset moment) => new(.5, value);

        public string? Reason(Member reader, Member other, CultureInfo culture) => null;
    }
}
