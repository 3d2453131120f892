using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Rounds;

public sealed class RoundHistoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("matchmaking-").FullName;

    private string File => Path.Combine(_folder, "rounds.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_member_is_taken_out_of_every_round_and_the_others_of_a_group_have_met_still()
    {
        var history = new RoundHistory([
            new HistoryEntry
            {
                Time = Now.AddDays(-21),
                Groups =
                [
                    ["bob", "cem"],
                ],
            },
            new HistoryEntry
            {
                Time = Now.AddDays(-14),
                Groups =
                [
                    ["ada", "bob", "cem"],
                    ["dan", "eve"],
                ],
                LeftOut = ["fay"],
            },
            new HistoryEntry
            {
                Time = Now.AddDays(-7),
                Kind = IntroductionKind.Mentor,
                Groups =
                [
                    ["dan", "ada"],
                ],
                LeftOut = ["bob", "cem"],
            },
        ]);

        RoundHistory without = history.Without("bob");

        Assert.Equal([Now.AddDays(-14), Now.AddDays(-7)], without.Rounds.Select(round => round.Time));
        Assert.Equal(
            [
                ["ada", "cem"],
                ["dan", "eve"],
            ],
            without.Rounds[0].Groups
        );
        Assert.Equal(["fay"], without.Rounds[0].LeftOut);
        Assert.Equal(IntroductionKind.Mentor, without.Rounds[1].Kind);
        Assert.Equal(["cem"], without.Rounds[1].LeftOut);
        Assert.Equal(3, history.Without("nobody").Rounds.Count);
    }

    [Fact]
    public void A_file_is_written_anew_without_somebody_and_appended_to_again()
    {
        RoundHistory.Append(
            File,
            new HistoryEntry
            {
                Time = Now.AddDays(-14),
                Groups =
                [
                    ["ada", "bob"],
                    ["cem", "dan"],
                ],
            },
            new HistoryEntry
            {
                Time = Now.AddDays(-7),
                Groups =
                [
                    ["ada", "bob", "dan"],
                ],
                LeftOut = ["bobby"],
            }
        );

        RoundHistory.Load(File).Without("bob").Save(File);

        Assert.DoesNotContain("\"bob\"", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
        RoundHistory.Append(
            File,
            new HistoryEntry
            {
                Time = Now,
                Groups =
                [
                    ["ada", "cem"],
                ],
            }
        );
        RoundHistory now = RoundHistory.Load(File);
        Assert.Equal(
            [
                ["cem", "dan"],
                ["ada", "dan"],
                ["ada", "cem"],
            ],
            now.Rounds.SelectMany(round => round.Groups)
        );
        Assert.Equal(["bobby"], now.Rounds[1].LeftOut);
        Assert.Equal([File], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_history_of_nothing_can_be_saved_and_loaded()
    {
        RoundHistory.Empty.Save(File);

        Assert.Empty(RoundHistory.Load(File).Rounds);
    }
}
