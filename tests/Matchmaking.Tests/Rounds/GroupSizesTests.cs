using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Rounds;

/// <summary>Sizes asked for come first, and what no group can mix is divided by itself.</summary>
public class GroupSizesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(21, 4, true, 1)]
    [InlineData(29, 4, true, 1)]
    [InlineData(65, 4, true, 1)]
    [InlineData(65, 4, false, 1)]
    [InlineData(97, 4, false, 1)]
    [InlineData(99, 4, true, 1)]
    [InlineData(37, 5, true, 2)]
    [InlineData(72, 4, true, 0)]
    public void Composition_and_gains_decide_among_divisions_of_the_best_sizes(int members, int size, bool balanced, int off)
    {
        Matchmaker matchmaker = Matchmaker([
            .. Enumerable
                .Range(0, members)
                .Select(i =>
                    Person($"m{i:00}", [$"t{i % 5}", $"t{i % 7}"]) with
                    {
                        Attributes = new Dictionary<string, AttributeValue> { ["senior"] = AttributeValue.Of(i % 3 == 0 ? "yes" : "no") },
                    }
                ),
        ]);
        RoundOptions options = new()
        {
            GroupSize = size,
            Groups = new() { Balanced = balanced ? ["senior"] : [] },
        };
        Round round = matchmaker.PlanRound(options, cancellationToken: Cancel);
        Assert.Empty(round.Unmatched);
        Assert.Equal(off, round.Groups.Sum(group => Math.Abs(group.Members.Count - size)));
        RoundCheck.BreaksNothing(matchmaker, round, options);
    }

    [Theory]
    [InlineData(2, 16, 5, 6)]
    [InlineData(2, 16, 5, 8)]
    [InlineData(2, 16, 4, 8)]
    [InlineData(3, 14, 4, 7)]
    public void Sections_that_no_group_can_mix_are_served_as_well_together_as_apart(int sections, int each, int size, int hours)
    {
        var random = new Random(5);
        Member[] members =
        [
            .. Enumerable
                .Range(0, sections * each)
                .Select(i =>
                    Person($"m{i:00}") with
                    {
                        Languages = [new[] { "en", "fr", "de" }[i % sections]],
                        Availability = new()
                        {
                            Windows =
                            [
                                .. Enumerable
                                    .Range(0, 50)
                                    .Where(_ => random.Next(2) == 0)
                                    .Select(hour => new WeeklyWindow
                                    {
                                        Day = (DayOfWeek)(1 + (hour / 10)),
                                        From = new(9 + (hour % 10), 0),
                                        To = new(10 + (hour % 10), 0),
                                    }),
                            ],
                        },
                    }
                ),
        ];
        Matchmaker matchmaker = Matchmaker(members);
        RoundOptions options = new()
        {
            GroupSize = size,
            Groups = new() { CommonHours = hours },
        };
        int apart = Enumerable
            .Range(0, sections)
            .Sum(section =>
                matchmaker
                    .PlanRound(
                        options with
                        {
                            Participants = [.. members.Where((_, i) => i % sections == section).Select(member => member.Id)],
                        },
                        cancellationToken: Cancel
                    )
                    .Figures.Served
            );
        Round together = matchmaker.PlanRound(options, cancellationToken: Cancel);
        Assert.Equal(apart, together.Figures.Served);
        RoundCheck.BreaksNothing(matchmaker, together, options);
    }

    [Theory]
    [InlineData(12, 3)]
    [InlineData(44, 9)]
    [InlineData(60, 13)]
    public void Nobody_is_the_only_one_of_a_group(int members, int women)
    {
        Matchmaker matchmaker = Matchmaker([
            .. Enumerable
                .Range(0, members)
                .Select(i =>
                    Person($"m{i:00}", [$"t{i % 5}"]) with
                    {
                        Attributes = new Dictionary<string, AttributeValue> { ["gender"] = AttributeValue.Of(i < women ? "woman" : "man") },
                    }
                ),
        ]);
        RoundOptions options = new()
        {
            GroupSize = 4,
            Groups = new() { Quotas = [new("gender", "woman") { NobodyAlone = true }] },
        };
        Round round = matchmaker.PlanRound(options, cancellationToken: Cancel);
        Assert.Equal(members, round.Figures.Served);
        RoundCheck.BreaksNothing(matchmaker, round, options);
    }
}
