using CsCheck;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Selection;

public class NearestTests
{
    private static readonly ScorePart[] s_parts = [.. PartSet.BuiltIn.Select(part => part.Part)];

    [Fact]
    public void Those_nearest_by_one_part_are_those_of_comparing_everybody() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 100_000], Gen.Double[0, .99], Gen.Enum<SimilarityMeasure>())
            .Sample(
                (large, seed, reciprocity, similarity) =>
                {
                    int size = large ? Selector.SmallCommunity + 1 + (seed % 200) : 2 + (seed % 40);
                    var options = AtNow(new() { Reciprocity = reciprocity, InterestSimilarity = similarity });
                    var matchmaker = Matchmaking.Matchmaker.Create(RandomCommunity.Generate(size, seed), options);
                    Check(matchmaker, seed);
                },
                iter: 12
            );

    [Fact]
    public void So_they_are_after_any_changes() =>
        Gen.Int[0, 100_000]
            .Sample(
                seed =>
                {
                    Community community = RandomCommunity.Generate(600, seed),
                        others = RandomCommunity.Generate(600, seed + 1);
                    var matchmaker = Matchmaking.Matchmaker.Create(community, AtNow());
                    Check(matchmaker, seed);
                    for (int i = 0; i < 20; i++)
                        matchmaker.Upsert(others.Members[i] with { Id = community.Members[7 * i].Id, Blocks = [community.Members[0].Id] });
                    matchmaker.Upsert(others.Members[30] with { Id = "new", Blocks = [] });
                    matchmaker.Remove(community.Members[1].Id);
                    Check(matchmaker, seed);
                },
                iter: 3
            );

    [Fact]
    public void No_rule_counts_but_blocks()
    {
        Member[] members =
        [
            Person("a", likes: ["chess"]) with
            {
                Languages = ["fr"],
            },
            Person("b", likes: ["chess"]) with
            {
                Languages = ["ja"],
                Availability = new() { PausedUntil = Now.AddYears(1) },
            },
            Person("c", likes: ["chess"]) with
            {
                Blocks = ["a"],
            },
            Person("d", likes: ["golf"]),
        ];
        var matchmaker = Matchmaking.Matchmaker.Create(new Community(members), AtNow());
        Assert.Equal(["b"], matchmaker.Nearest("a", ScorePart.SharedInterests).Select(near => near.MemberId));
        Assert.Empty(matchmaker.Nearest("a", ScorePart.Text));
    }

    [Fact]
    public void A_part_that_the_rules_do_not_know_is_refused()
    {
        var matchmaker = Matchmaking.Matchmaker.Create(new Community([Person("a")]), AtNow());
        Assert.Throws<ArgumentException>(() => matchmaker.Nearest("a", ScorePart.Baseline));
        Assert.Throws<ArgumentException>(() => matchmaker.Nearest("a", default));
        Assert.Throws<MemberNotFoundException>(() => matchmaker.Nearest("b", ScorePart.Text));
    }

    private static void Check(Matchmaker matchmaker, int seed)
    {
        CommunityIndex index = matchmaker.Index;
        string id = matchmaker.Community.Members[seed % matchmaker.Community.Members.Count].Id;
        int member = index.IndexOf(id);
        using var query = new PairQuery(index, member, IntroductionKind.Any, Now);
        foreach (ScorePart part in s_parts)
        {
            var scorer = new PairScorer(index, PartWeights.Alone(part));
            ulong start = TieBreak.Start(id, index.Options.Seed);
            RankedMember[] expected =
            [
                .. Enumerable
                    .Range(0, scorer.HasData ? index.Members.Count : 0)
                    .Where(other => other != member && !index.IsRemoved(other) && !index.Blocks.Contains(member, other))
                    .Where(other => !Array.Exists(PartSet.Of(index).Find(part)!.RestsOn!, index.Members[other].Hides))
                    .Select(other => (Id: index.Members[other].Id, Pair: scorer.Score(query, other)))
                    .Where(other => other.Pair.Score > 0)
                    .OrderByDescending(other => other.Pair.Score)
                    .ThenBy(other => TieBreak.Of(other.Pair.Forward, start, other.Id))
                    .Take(5)
                    .Select(other => new RankedMember { MemberId = other.Id, Score = other.Pair.Score }),
            ];
            Assert.Equal(expected, matchmaker.Nearest(id, part, 5));
        }
    }
}
