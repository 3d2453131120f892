using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Rounds;

public class MarketTests
{
    [Theory]
    [InlineData(IntroductionKind.Any)]
    [InlineData(IntroductionKind.Mentor)]
    public void Lists_hold_nobody_whom_a_rule_forbids(IntroductionKind kind)
    {
        var matchmaker = global::Matchmaking.Matchmaker.Create(RandomCommunity.Generate(40, 1), AtNow());
        foreach (MarketMethod method in Enum.GetValues<MarketMethod>())
        {
            MarketRankings rankings = matchmaker.RankForAll(
                new()
                {
                    Kind = kind,
                    Method = method,
                    Count = 4,
                },
                cancellationToken: TestContext.Current.CancellationToken
            );
            Assert.NotEmpty(rankings.Lists);
            Assert.InRange(rankings.AskedExposureGini, 0, 1);
            foreach ((string id, IReadOnlyList<RankedMember> list) in rankings.Lists)
            {
                Assert.InRange(list.Count, 1, 4);
                Assert.Equal(list.Count, list.Select(ranked => ranked.MemberId).Distinct().Count());
                Assert.All(list, ranked =>
                    Assert.True(
                        matchmaker.Explain(id, ranked.MemberId, new() { Kind = kind }).IsAllowed
                            || matchmaker.Explain(ranked.MemberId, id, new() { Kind = kind }).IsAllowed
                    )
                );
            }
        }
    }

    [Fact]
    public void Lists_for_the_most_matches_bring_more_than_everybodys_own_preferences()
    {
        // One star has all topics; the others like their own and the star's first topic.
        string[] topics = ["a", "b", "c", "d", "e", "f"];
        Matchmaker matchmaker = Matchmaker([
            Person("star", likes: topics),
            .. Enumerable.Range(0, 18).Select(i => Person($"m{i}", likes: [topics[i % 6], topics[(i / 6) + 1]])),
        ]);
        MarketRankings Rank(MarketMethod method) =>
            matchmaker.RankForAll(new() { Method = method }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(Rank(MarketMethod.SocialWelfare).ExpectedMatches > Rank(MarketMethod.OwnPreference).ExpectedMatches);
    }

    [Theory]
    [InlineData(IntroductionKind.Any)]
    [InlineData(IntroductionKind.Mentor)]
    public void The_same_seed_gives_the_same_lists_and_figures_whatever_the_number_of_threads(IntroductionKind kind)
    {
        var matchmaker = global::Matchmaking.Matchmaker.Create(RandomCommunity.Generate(150, 2), AtNow());
        foreach (MarketMethod method in Enum.GetValues<MarketMethod>())
        {
            string[] texts = [.. new[] { 1, 2, 8 }.Select(threads => Threads.On(threads, () => Text(
                            matchmaker,
                            new()
                            {
                                Kind = kind,
                                Method = method,
                                Candidates = 10,
                            }
                        )))];
            Assert.Contains("m1", texts[0], StringComparison.Ordinal);
            Assert.All(texts, text => Assert.Equal(texts[0], text));
        }
    }

    /// <summary>All that an answer tells, to the last bit.</summary>
    private static string Text(Matchmaker matchmaker, MarketOptions options)
    {
        MarketRankings rankings = matchmaker.RankForAll(options, cancellationToken: TestContext.Current.CancellationToken);
        double[] figures =
        [
            rankings.ExpectedMatches,
            rankings.AskingEnvy,
            rankings.AskedEnvy,
            rankings.AskingExposureGini,
            rankings.AskedExposureGini,
        ];
        return string.Join(
            '\n',
            rankings
                .Lists.Select(list => $"{list.Key} {string.Join(' ', list.Value)}")
                .Order(StringComparer.Ordinal)
                .Append(string.Join(' ', figures.Select(BitConverter.DoubleToInt64Bits)))
        );
    }
}
