using System.Globalization;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Rounds;

public sealed class GroupWordingTests
{
    private static readonly CultureInfo s_french = CultureInfo.GetCultureInfo("fr");
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void What_all_like_takes_no_article_in_French()
    {
        Assert.Contains(
            "Vous pourrez parler d’escalade, un centre d’intérêt que tout le groupe partage.",
            Group(s_french, [.. Trio().Select(member => member with { Interests = [new() { Topic = "escalade" }] })]).Because,
            StringComparison.Ordinal
        );
        Member[] two = [.. Trio().Select((member, i) => i == 0 ? member : member with { Interests = [new() { Topic = "jardinage" }] })];
        Assert.Contains("2 d’entre vous pourront parler de jardinage.", Group(s_french, two).Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_are_said_to_be_those_of_all_only_where_all_told_them()
    {
        Member[] all = [.. Trio().Select(member => Available(member, 1))];

        Assert.Contains("You all have about 1 hour a week in common.", Group(s_english, all).Because, StringComparison.Ordinal);
        Assert.Contains("Le groupe a environ 1 heure commune par semaine.", Group(s_french, all).Because, StringComparison.Ordinal);
        string some = Group(s_english, [all[0], all[1], all[2] with { Availability = null }]).Because;
        Assert.Contains("Those of you who tell their hours have about 1 hour a week in common.", some, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "You all",
            Group(s_english, [all[0], all[1], all[2] with { TimeZone = null }]).Because,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Languages_are_said_to_be_those_of_all_only_where_all_told_them()
    {
        Member[] all = [.. Trio().Select(member => member with { Languages = ["fr"] })];

        Assert.Contains("You all speak French.", Group(s_english, all).Because, StringComparison.Ordinal);
        Assert.Contains(
            "Those of you who tell their languages all speak French.",
            Group(s_english, [all[0], all[1], all[2] with { Languages = [] }]).Because,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "speak",
            Group(s_english, [all[0], all[1] with { Languages = [] }, all[2] with { Languages = [] }]).Because,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Help_for_one_is_singular() =>
        Assert.Contains(
            "Dans ce groupe, 1 d’entre vous peut trouver de l’aide.",
            Group(s_french, [Person("ada", needs: ["plomberie"]), Person("bob", offers: ["plomberie"]), Person("carol")]).Because,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_rule_that_is_named_is_the_one_that_is_in_the_way()
    {
        // Two have an hour in common and the third tells none; all of them speak French.
        Member[] hours = [.. Trio().Select((member, i) => (i == 2 ? member : Available(member, 1)) with { Languages = ["fr"] })];
        Assert.All(LeftOut(hours, new() { CommonHours = 3 }, s_french), text =>
            Assert.Equal("Ne demander que 1 heure commune à un groupe.", text)
        );
        Assert.All(LeftOut(hours, new() { CommonHours = 3 }, s_english), text => Assert.Equal("Ask a group for 1 common hour.", text));

        // Each two have a language in common, and all three none.
        string[][] languages =
        [
            ["fr", "en"],
            ["en", "de"],
            ["de", "fr"],
        ];
        Member[] speakers = [.. Trio().Select((member, i) => Available(member, 4) with { Languages = languages[i] })];
        Assert.All(LeftOut(speakers, new() { CommonHours = 3 }, s_english), text =>
            Assert.Equal("Do not require a language that all of a group speak.", text)
        );

        Member[] colleagues =
        [
            .. Trio().Select(member => member with { Attributes = new Dictionary<string, AttributeValue> { ["team"] = "red" } }),
        ];
        Assert.All(LeftOut(colleagues, new() { Quotas = [new("team") { AtMost = 1 }] }, s_english), text =>
            Assert.Equal("Loosen the quota of groups for team.", text)
        );
        Assert.All(
            LeftOut(
                Trio(),
                new()
                {
                    Apart =
                    [
                        ["ada", "bob", "carol"],
                    ],
                },
                s_english
            ),
            Assert.Null
        );
    }

    private static Member[] Trio() => [Person("ada"), Person("bob"), Person("carol")];

    private static Member Available(Member member, int hours) =>
        member with
        {
            TimeZone = "Europe/Paris",
            Availability = new()
            {
                Windows =
                [
                    new()
                    {
                        Day = DayOfWeek.Monday,
                        From = new(10, 0),
                        To = new(10 + hours, 0),
                    },
                ],
            },
        };

    private static RoundGroup Group(CultureInfo culture, Member[] members) =>
        Assert.Single(
            Matchmaker(members)
                .PlanRound(new() { GroupSize = 3, Culture = culture }, cancellationToken: TestContext.Current.CancellationToken)
                .Groups
        );

    private static string?[] LeftOut(Member[] members, GroupRoundOptions rules, CultureInfo culture)
    {
        Round round = Matchmaker(members)
            .PlanRound(
                new()
                {
                    GroupSize = 3,
                    Groups = rules,
                    Culture = culture,
                },
                cancellationToken: TestContext.Current.CancellationToken
            );
        Assert.Equal(members.Length, round.Unmatched.Count);
        return [.. round.Unmatched.Select(member => member.Relaxation?.Text)];
    }
}
