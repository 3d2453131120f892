using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Rounds;

/// <summary>Seasons look ahead: as many rounds as the number of members has, whatever the order in which they are planned.</summary>
public class SeasonTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3, 3)]
    [InlineData(6, 5)]
    [InlineData(7, 7)]
    [InlineData(10, 9)]
    [InlineData(17, 17)]
    [InlineData(20, 19)]
    public void Everybody_meets_everybody_in_pairs_and_sits_satOutno_more_than_once(int members, int rounds)
    {
        var matchmaker = Nobodies(members);
        RoundSeries series = matchmaker.PlanRounds(rounds, cancellationToken: Cancel);

        Assert.Equal(members * (members - 1) / 2, series.Rounds.Sum(round => round.Introductions.Count));
        Assert.All(series.Rounds, round => Assert.Empty(round.Groups));
        Assert.Equal(rounds, series.WholeRounds);
        string[] satOut = [.. series.Rounds.SelectMany(round => round.Unmatched).Select(unmatched => unmatched.Member.Id)];
        Assert.Equal(satOut.Distinct().Count(), satOut.Length);
        RoundCheck.HoldsTogether(matchmaker, series.Rounds, new());
    }

    [Theory]
    [InlineData(9, 3, 4)]
    [InlineData(12, 3, 4)]
    [InlineData(15, 3, 5)]
    [InlineData(16, 4, 5)]
    [InlineData(20, 4, 5)]
    [InlineData(25, 5, 6)]
    [InlineData(27, 3, 13)]
    [InlineData(18, 3, 5)]
    public void Groups_go_on_withsatOutrepeats_as_far_as_designs_do(int members, int size, int rounds)
    {
        var matchmaker = Nobodies(members);
        RoundOptions options = new() { GroupSize = size };
        RoundSeries series = matchmaker.PlanRounds(rounds, options, cancellationToken: Cancel);

        Assert.Equal(rounds, series.WholeRounds);
        Assert.All(series.Rounds, round => Assert.All(round.Groups, group => Assert.Equal(size, group.Members.Count)));
        Assert.All(series.Rounds, round => Assert.Empty(round.Unmatched));
        RoundCheck.HoldsTogether(matchmaker, series.Rounds, options);
    }

    [Fact]
    public void Where_a_block_interferes_all_other_pairs_meet_still()
    {
        Member[] members = [.. Enumerable.Range(0, 10).Select(i => Person($"m{i}"))];
        members[3] = members[3] with { Blocks = ["m7"] };
        Matchmaker matchmaker = Matchmaker(members);
        RoundSeries series = matchmaker.PlanRounds(9, cancellationToken: Cancel);

        Assert.Equal(44, series.Rounds.Sum(round => round.Introductions.Count));
        RoundCheck.HoldsTogether(matchmaker, series.Rounds, new());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_season_keeps_to_all_rules_of_any_community(int size)
    {
        for (int seed = 0; seed < 4; seed++)
        {
            var matchmaker = global::Matchmaking.Matchmaker.Create(RandomCommunity.Generate(9 + (3 * seed), seed), AtNow());
            RoundOptions options = new()
            {
                GroupSize = size,
                IncludeConnected = seed % 2 == 0,
                OddOnesSitOut = seed % 2 == 1,
            };
            RoundSeries series = matchmaker.PlanRounds(6, options, cancellationToken: Cancel);
            RoundCheck.HoldsTogether(matchmaker, series.Rounds, options);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_cap_holds_over_a_season_and_its_history(int cap)
    {
        Member[] members =
        [
            .. Enumerable
                .Range(0, 8)
                .Select(i => Person($"m{i}", ["jazz"]) with { Availability = i < 3 ? new() { IntroductionsPerMonth = cap } : null }),
        ];
        Matchmaker matchmaker = Matchmaker(members);
        RoundOptions options = new()
        {
            CoolDown = TimeSpan.Zero,
            History = new([
                new()
                {
                    Time = Now.AddDays(-10),
                    Groups =
                    [
                        ["m0", "m5"],
                    ],
                },
                new()
                {
                    Time = Now.AddDays(25),
                    Groups =
                    [
                        ["m1", "m6"],
                    ],
                },
            ]),
        };
        foreach (int rounds in new[] { 2, 5, 9 })
            RoundCheck.HoldsTogether(matchmaker, matchmaker.PlanRounds(rounds, options, cancellationToken: Cancel).Rounds, options);
    }

    [Fact]
    public void What_is_said_of_those_who_are_left_satOutis_true()
    {
        RoundSeries all = Nobodies(4).PlanRounds(4, cancellationToken: Cancel);
        Assert.Equal(3, all.WholeRounds);
        Assert.Contains("4 members meet nobody: by then they have met everybody whom the rules allow", all.Text, StringComparison.Ordinal);

        // Three threes of nine have met 8 of 8 after four rounds; of twelve, in a fifth, nobody has met all 11.
        RoundSeries twelve = Nobodies(12).PlanRounds(6, new() { GroupSize = 3, OddOnesSitOut = true }, cancellationToken: Cancel);
        if (twelve.WholeRounds < 6)
            Assert.DoesNotContain("everybody whom the rules allow", twelve.Text, StringComparison.Ordinal);
        RoundCheck.HoldsTogether(Nobodies(12), twelve.Rounds, new() { GroupSize = 3, OddOnesSitOut = true });
    }

    [Fact]
    public void A_season_is_the_same_whatever_the_number_of_threads_and_the_order_of_calls()
    {
        string first = Text(),
            second = Text();
        Assert.Equal(first, second);

        static string Text() => string.Join('\n', Nobodies(11).PlanRounds(9, cancellationToken: Cancel).Rounds.Select(RoundCheck.Text));
    }

    private static Matchmaker Nobodies(int count) => Matchmaker([.. Enumerable.Range(0, count).Select(i => Person($"m{i:00}"))]);
}
