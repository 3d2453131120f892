using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Rounds;

/// <summary>Somebody new comes before somebody met, also where nobody tells anything about themselves.</summary>
public class NoveltyTests
{
    [Theory]
    [InlineData(14, 13, 7, 0, 2)]
    [InlineData(14, 4, 106, 90, 2)]
    [InlineData(30, 12, 7, 0, 2)]
    [InlineData(16, 3, 7, 0, 4)]
    public void Members_who_tell_nothing_meet_nobody_again_while_strangers_wait(int members, int rounds, int days, int coolDown, int size)
    {
        Member[] nobodies = [.. Enumerable.Range(0, members).Select(i => Person($"m{i:00}"))];
        HashSet<(string, string)> met = [];
        RoundHistory history = RoundHistory.Empty;
        int repeats = 0;
        for (int i = 0; i < rounds; i++)
        {
            var matchmaker = global::Matchmaking.Matchmaker.Create(
                new Community(nobodies),
                new() { TimeProvider = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Now.AddDays(i * days)) }
            );
            RoundOptions options = new()
            {
                GroupSize = size,
                History = history,
                CoolDown = TimeSpan.FromDays(coolDown),
            };
            Round round = matchmaker.PlanRound(options, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(members, round.Figures.Served);
            RoundCheck.BreaksNothing(matchmaker, round, options);
            repeats += RoundCheck.Pairs(round).Count(pair => !met.Add(string.CompareOrdinal(pair.A, pair.B) < 0 ? pair : (pair.B, pair.A)));
            history = history.With(round.ToHistoryEntry());
        }

        // A matching of strangers is sure to be there for half of the rounds; later ones may have painted themselves into a corner.
        Assert.True(repeats <= (rounds > members / 2 ? members / 4 : 0), $"{repeats} repeats");
    }

    [Fact]
    public void A_good_pair_that_met_last_week_waits_for_strangers_too()
    {
        Member[] members = [.. Enumerable.Range(0, 4).Select(i => Person($"m{i}", i < 2 ? ["chess", "jazz"] : ["cooking"]))];
        var history = new RoundHistory([
            new HistoryEntry
            {
                Time = Now.AddDays(-7),
                Groups =
                [
                    ["m0", "m1"],
                    ["m2", "m3"],
                ],
            },
        ]);
        Round round = Matchmaker(members)
            .PlanRound(new() { History = history, CoolDown = TimeSpan.Zero }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(0, round.Figures.Repeats);
    }
}
