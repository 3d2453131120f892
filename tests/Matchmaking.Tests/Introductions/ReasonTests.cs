using System.Globalization;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Introductions;

public class ReasonTests
{
    private static readonly CultureInfo s_french = CultureInfo.GetCultureInfo("fr");
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void Both_read_the_topic_by_its_name_in_the_language()
    {
        Introduction introduction = Explain([Person("ada", likes: ["Photographies"]), Person("bob", likes: ["photographie"])]);

        Assert.Contains(introduction.ReasonsForFrom, reason => reason.Text == "You both like photography.");
        Assert.Contains(introduction.ReasonsForTo, reason => reason.Text == "You both like photography.");
    }

    [Fact]
    public void Each_side_reads_what_it_gains_and_what_it_can_give()
    {
        Introduction introduction = Explain([
            Person("ada", offers: ["design"], needs: ["law"]),
            Person("bob", offers: ["law"], needs: ["design"]),
        ]);

        Assert.Contains(introduction.ReasonsForFrom, reason => reason.Text == "Bob can help you with law.");
        Assert.Contains(introduction.ReasonsForFrom, reason => reason.Text == "You can help Bob with design.");
        Assert.Contains(introduction.ReasonsForTo, reason => reason.Text == "Ada can help you with design.");
    }

    [Fact]
    public void Reasons_and_opening_lines_come_in_French()
    {
        Introduction introduction = Explain([Person("ada", likes: ["échecs"]), Person("bob", likes: ["Échecs"])], culture: s_french);

        Assert.Contains(
            "Vous pourrez parler d’échecs, un centre d’intérêt que vous partagez.",
            introduction.Because,
            StringComparison.Ordinal
        );
        Assert.StartsWith("Bonjour Bob", introduction.OpeningLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_culture_each_side_reads_its_own_first_language()
    {
        Introduction introduction = Explain(
            [
                Person("ada", likes: ["chess"]) with
                {
                    Languages = ["fr", "en"],
                },
                Person("bob", likes: ["chess"]) with
                {
                    Languages = ["en"],
                },
            ],
            culture: null
        );

        Assert.Contains("que vous partagez", introduction.Because, StringComparison.Ordinal);
        Assert.Contains("You both like", introduction.BecauseForTo, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_without_a_translation_reads_English() =>
        Assert.Contains(
            "You both like",
            Explain([Person("ada", likes: ["chess"]), Person("bob", likes: ["chess"])], CultureInfo.GetCultureInfo("fi")).Because,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_two_languages_have_the_same_phrases_with_the_same_places()
    {
        Dictionary<string, string> english = PhraseResources.Phrases("en");
        Dictionary<string, string> french = PhraseResources.Phrases("fr");

        Assert.NotEmpty(english);
        // French may have forms that English does not need: for one, and for those who say « tu ».
        Assert.Empty(english.Keys.Except(french.Keys));
        Assert.All(french.Keys.Except(english.Keys), key => Assert.Matches("(One|Familiar)$", key));
        Assert.All(english.Keys, key => Assert.Equal(Places(english[key]), Places(french[key])));
        Assert.All(ObstacleKind.WellKnown.ToArray(), kind => Assert.Contains("Obstacle" + kind.PhraseName, english.Keys));
    }

    [Theory]
    [InlineData("interests")]
    [InlineData("bio")]
    [InlineData("languages")]
    [InlineData("location")]
    [InlineData("availability")]
    [InlineData("mentoring")]
    [InlineData("activities")]
    public void A_hidden_field_shows_in_no_reason_of_either_side(string field)
    {
        Member full = Only(field, Full("ada"));
        Member other = Only(field, Full("bob"));
        Interaction[] ties = field == "activities" ? [Met("ada", "carol"), Met("bob", "carol")] : [];
        string secret = Secret(field);

        Introduction open = Explain([full, other, Person("carol")], s_english, ties);
        Assert.Contains(secret, AllText(open), StringComparison.Ordinal);
        foreach (
            Member[] members in (Member[][])
                [
                    [full with { Hidden = [field] }, other, Person("carol")],
                    [full, other with { Hidden = [field] }, Person("carol")],
                ]
        )
        {
            Introduction hidden = Explain(members, s_english, ties);
            Assert.DoesNotContain(secret, AllText(hidden), StringComparison.Ordinal);
            // Not to the last digit: what texts are measured by is fitted to what is shown.
            Assert.Equal(open.Score, hidden.Score, 6);
        }
    }

    [Theory]
    [InlineData("ada", "needs")]
    [InlineData("bob", "offers")]
    public void A_hidden_need_or_offer_is_not_told_by_what_it_is_matched_with(string owner, string field)
    {
        Member[] members = [Person("ada", needs: ["plumbing"]), Person("bob", offers: ["plumbing"])];
        Member[] hiding = [.. members.Select(member => member.Id == owner ? member with { Hidden = [field] } : member)];

        Assert.Contains("plumbing", AllText(Explain(members, s_english)), StringComparison.Ordinal);
        Assert.DoesNotContain("plumbing", AllText(Explain(hiding, s_english)), StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_whom_the_reader_has_blocked_is_never_named_as_an_acquaintance()
    {
        Interaction[] ties = [Met("ada", "carol"), Met("bob", "carol")];
        Introduction introduction = Explain([Person("ada") with { Blocks = ["carol"] }, Person("bob"), Person("carol")], s_english, ties);

        Assert.DoesNotContain("Carol", introduction.Because + introduction.OpeningLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_known_the_reason_says_no_more_than_that()
    {
        Introduction introduction = Explain([Person("ada"), Person("bob")], s_english);

        Assert.Equal("You have not met yet.", introduction.Because);
        Assert.StartsWith("Hello Bob, we’re in the same community", introduction.OpeningLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_topics_are_listed_as_people_list_them() =>
        Assert.Matches(
            "You both like [^,]+, [^,]+ and [^,]+\\.",
            Explain([Person("ada", likes: ["a1", "b2", "c3"]), Person("bob", likes: ["a1", "b2", "c3"])], s_english).Because
        );

    private static string Secret(string field) =>
        field switch
        {
            "interests" => "origami",
            "bio" => "similar things",
            "languages" => "French",
            "location" => "same area",
            "availability" => "hours a week",
            "mentoring" => "welding",
            "activities" => "Carol",
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
        };

    /// <summary>With one field alone, so that three reasons are enough to tell of it.</summary>
    private static Member Only(string field, Member full)
    {
        Member none = Person(full.Id);
        return field switch
        {
            "interests" => none with { Interests = full.Interests },
            "bio" => none with { Bio = full.Bio },
            "languages" => none with { Languages = full.Languages },
            "location" => none with { Location = full.Location },
            "availability" => none with { Availability = full.Availability, TimeZone = full.TimeZone },
            "mentoring" => none with { Mentoring = full.Mentoring, Offers = full.Offers },
            _ => none,
        };
    }

    private static Member Full(string id) =>
        Person(id, likes: ["origami"], offers: ["plumbing", "welding"], needs: ["plumbing"]) with
        {
            Bio = "I restore vintage harpsichords and repair old violins",
            Languages = ["fr"],
            TimeZone = "Europe/Paris",
            Location = new() { Latitude = 48.85, Longitude = 2.35 },
            Mentoring =
                id == "ada"
                    ? new() { Role = MentoringRole.Mentee, Topics = ["harpsichord", "welding technique"] }
                    : new() { Role = MentoringRole.Mentor, Topics = ["welding technique"] },
            Availability = new()
            {
                Windows =
                [
                    new()
                    {
                        Day = DayOfWeek.Monday,
                        From = new(18, 0),
                        To = new(20, 0),
                    },
                ],
            },
        };

    private static string AllText(Introduction introduction) =>
        string.Join(
            '\n',
            [
                introduction.OpeningLine,
                .. introduction
                    .ReasonsForFrom.Concat(introduction.ReasonsForTo)
                    .SelectMany(reason => (string[])[reason.Text, .. reason.Topics]),
            ]
        );

    private static Introduction Explain(Member[] members, CultureInfo? culture = null, params Interaction[] interactions) =>
        global::Matchmaking
            .Matchmaker.Create(new Community(members, interactions: interactions), AtNow())
            .Explain("ada", "bob", new() { Culture = culture })
            .Introduction;

    private static string[] Places(string phrase) =>
        [.. System.Text.RegularExpressions.Regex.Matches(phrase, @"\{\d").Select(match => match.Value).Distinct().Order()];
}
