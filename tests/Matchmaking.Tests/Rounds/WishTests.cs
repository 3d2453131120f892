using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Rounds;

/// <summary>Wishes come true where no rule stands against them, the dearest first.</summary>
public class WishTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Two_who_wish_to_meet_each_other_do(int size)
    {
        Member[] members = [.. Enumerable.Range(0, 40).Select(i => Person($"m{i:00}", [$"t{i / 4}"]))];
        members[5] = members[5] with { Blocks = ["m30"] };
        Dictionary<string, IReadOnlyList<string>> wishes = new()
        {
            ["m01"] = ["m38"],
            ["m38"] = ["m01"],
            ["m30"] = ["m05", "m11"],
            ["m11"] = ["m30", "nobody"],
        };
        RoundOptions options = new()
        {
            GroupSize = size,
            Candidates = 3,
            Wishes = wishes,
        };
        Matchmaker matchmaker = Matchmaker(members);
        Round round = matchmaker.PlanRound(options, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains(RoundCheck.Meetings(round), meeting => meeting.Contains("m01") && meeting.Contains("m38"));
        Assert.Contains(RoundCheck.Meetings(round), meeting => meeting.Contains("m11") && meeting.Contains("m30"));
        RoundCheck.BreaksNothing(matchmaker, round, options);
    }

    [Fact]
    public void Of_two_wishes_for_one_the_dearer_comes_true()
    {
        Member[] members = [.. "abcd".Select(id => Person($"{id}"))];
        Round round = Matchmaker(members)
            .PlanRound(
                new()
                {
                    Wishes = new Dictionary<string, IReadOnlyList<string>>
                    {
                        ["a"] = ["b", "c"],
                        ["c"] = ["d", "b"],
                        ["d"] = ["b"],
                    },
                    OddOnesSitOut = true,
                },
                cancellationToken: TestContext.Current.CancellationToken
            );
        Assert.Contains(RoundCheck.Meetings(round), meeting => meeting.Contains("a") && meeting.Contains("b"));
        Assert.Contains(RoundCheck.Meetings(round), meeting => meeting.Contains("c") && meeting.Contains("d"));
    }

    [Fact]
    public void Mentees_get_the_mentors_they_wish()
    {
        Member[] members =
        [
            .. new[] { "m1", "m2" }.Select(id => Person(id, needs: ["law"]) with { Mentoring = new() { Role = MentoringRole.Mentee } }),
            .. new[] { "n1", "n2" }.Select(id => Person(id, offers: ["law"]) with { Mentoring = new() { Role = MentoringRole.Mentor } }),
        ];
        foreach (bool stable in (bool[])[false, true])
        {
            Round round = Matchmaker(members)
                .PlanRound(
                    new()
                    {
                        Kind = IntroductionKind.Mentor,
                        Mentors = new() { Stable = stable },
                        Wishes = new Dictionary<string, IReadOnlyList<string>> { ["m1"] = ["n2"], ["n1"] = ["m2"] },
                    },
                    cancellationToken: TestContext.Current.CancellationToken
                );
            Assert.Equal(["m1 n2", "m2 n1"], round.Introductions.Select(pair => $"{pair.From.Id} {pair.To.Id}").Order());
        }
    }
}
