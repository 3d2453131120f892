using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Rounds;

public class RoundSeriesTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(14)]
    public void So_many_members_less_one_is_how_far_pairs_without_repeats_go(int members)
    {
        Matchmaker matchmaker = Matchmaker([.. Enumerable.Range(0, members).Select(i => Person($"m{i}", likes: [$"t{i % 3}"]))]);
        RoundSeries series = matchmaker.PlanRounds(members + 1, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(members - 1, series.WholeRounds);
        Assert.Contains($"{members - 1} of {members + 1}", series.Text, StringComparison.Ordinal);
        (string, string)[] pairs =
        [
            .. series
                .Rounds.SelectMany(RoundCheck.Pairs)
                .Select(pair => string.CompareOrdinal(pair.A, pair.B) < 0 ? pair : (pair.B, pair.A)),
        ];
        Assert.Equal(pairs.Distinct().Count(), pairs.Length);
        Assert.Equal(members * (members - 1) / 2, pairs.Length);
        Assert.All(series.Rounds[^1].Unmatched, unmatched => Assert.Equal(UnmatchedReason.NobodyAllowed, unmatched.Reason));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Rounds_ahead_repeat_nobody_and_keep_to_caps(int size)
    {
        for (int seed = 0; seed < 4; seed++)
        {
            var matchmaker = global::Matchmaking.Matchmaker.Create(RandomCommunity.Generate(40, seed), AtNow());
            RoundSeries series = matchmaker.PlanRounds(
                4,
                new() { GroupSize = size },
                cancellationToken: TestContext.Current.CancellationToken
            );
            (string, string)[] pairs =
            [
                .. series
                    .Rounds.SelectMany(RoundCheck.Pairs)
                    .Select(pair => string.CompareOrdinal(pair.A, pair.B) < 0 ? pair : (pair.B, pair.A)),
            ];
            Assert.Equal(pairs.Distinct().Count(), pairs.Length);
            Assert.Equal(Enumerable.Range(0, 4).Select(i => Now.AddDays(7 * i)), series.Rounds.Select(round => round.Time));
            foreach (Member member in matchmaker.Community.Members.Where(member => member.Availability?.IntroductionsPerMonth is not null))
            {
                int meetings = series.Rounds.Sum(round =>
                    round.Introductions.Count(pair => pair.From == member || pair.To == member)
                    + round.Groups.Count(group => group.Members.Contains(member))
                );
                Assert.True(meetings <= member.Availability!.IntroductionsPerMonth);
            }
        }
    }

    [Fact]
    public void Odd_ones_out_take_turns_over_the_rounds()
    {
        Matchmaker matchmaker = Matchmaker([.. Enumerable.Range(0, 7).Select(i => Person($"m{i}", likes: [$"t{i % 3}"]))]);
        RoundSeries series = matchmaker.PlanRounds(
            7,
            new() { OddOnesSitOut = true },
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.Equal(7, series.WholeRounds);
        Assert.Equal(7, series.Rounds.Select(round => Assert.Single(round.Unmatched).Member.Id).Distinct().Count());
    }

    [Fact]
    public void Where_the_planned_rounds_leave_nobody_new_no_shorter_cool_down_is_promised_to_help()
    {
        RoundSeries series = Matchmaker(Person("ada"), Person("bob"))
            .PlanRounds(2, new() { CoolDown = TimeSpan.Zero }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(series.Rounds[1].Unmatched, unmatched => Assert.Equal("Plan fewer rounds ahead.", unmatched.Relaxation!.Text));
    }

    [Fact]
    public void A_history_is_read_as_it_was_written_and_faults_name_their_line()
    {
        string path = Path.GetTempFileName();
        try
        {
            HistoryEntry[] rounds =
            [
                new()
                {
                    Time = Now,
                    Groups =
                    [
                        ["ada", "bob"],
                        ["cem", "dan", "ève"],
                    ],
                    LeftOut = [.. Enumerable.Range(0, 2500).Select(i => $"m{i}")],
                },
                new()
                {
                    Time = Now.AddDays(7),
                    Kind = IntroductionKind.Mentor,
                    Groups =
                    [
                        ["ada", "cem"],
                    ],
                },
            ];
            RoundHistory.Append(path, rounds[0]);
            RoundHistory.Append(path, rounds[1]);
            RoundHistory read = RoundHistory.Load(path);
            Assert.Equal(2, read.Rounds.Count);
            Assert.Equal(rounds.Select(Text), read.Rounds.Select(Text));
            Assert.True(File.ReadLines(path).Max(line => line.Length) < 20_000);

            foreach (
                (string line, string fault) in new[]
                {
                    ("""{"time":"2026-01-01","met":["a"]}""", "two members"),
                    ("""{"met":["a","b"]}""", "time"),
                    ("""{"time":"2026-01-01"}""", "met or leftOut"),
                    ("""{"time":"2026-01-01","met":["a","b"],"x":1}""", "not as expected"),
                    ("{", "truncated"),
                    ("""{"time":"2026-01-01","met":["a",""]}""", "met"),
                    ("""{"time":"soon","met":["a","b"]}""", "time"),
                }
            )
            {
                File.WriteAllText(path, $$"""{"time":"2026-01-01","met":["a","b"]}""" + "\n" + line + "\n");
                CommunityFormatException refused = Assert.Throws<CommunityFormatException>(() => RoundHistory.Load(path));
                Assert.Equal(2, refused.Line);
                Assert.Contains(fault, refused.Message, StringComparison.Ordinal);
            }
        }
        finally
        {
            File.Delete(path);
        }

        static string Text(HistoryEntry round) =>
            $"{round.Time:O} {round.Kind} {string.Join(';', round.Groups.Select(group => string.Join(',', group)))} "
            + $"{string.Join(',', round.LeftOut)}";
    }

    [Fact]
    public void A_history_that_is_missing_is_a_fault() =>
        Assert.Throws<CommunityFormatException>(() => RoundHistory.Load("there-is-no-such-file.jsonl"));
}
