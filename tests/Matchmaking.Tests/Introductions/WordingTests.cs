using System.Globalization;
using System.Text.RegularExpressions;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Introductions;

public sealed partial class WordingTests
{
    private static readonly CultureInfo s_french = CultureInfo.GetCultureInfo("fr");
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    [Theory]
    [InlineData("en", 1, "You’re both free at the same time for about 1 hour a week.")]
    [InlineData("en", 1.5, "You’re both free at the same time for about 1.5 hours a week.")]
    [InlineData("en", .5, "You’re both free at the same time for about 0.5 hours a week.")]
    [InlineData("fr", .5, "Vous êtes disponibles en même temps environ 0,5 heure par semaine.")]
    [InlineData("fr", 1.5, "Vous êtes disponibles en même temps environ 1,5 heure par semaine.")]
    [InlineData("fr", 2, "Vous êtes disponibles en même temps environ 2 heures par semaine.")]
    public void Hours_are_singular_where_the_language_has_them_so(string culture, double hours, string expected)
    {
        Introduction introduction = Explain(Available("ada", hours), Available("bob", hours), CultureInfo.GetCultureInfo(culture));
        Assert.Contains(introduction.ReasonsForFrom, reason => reason.Text == expected);
    }

    [Theory]
    [InlineData("CommonHours", 1.04, 1)] // told as 1, so said as 1
    [InlineData("CommonHours", 1.06, 1.1)]
    public void What_is_said_of_a_number_fits_the_number_that_is_told(string phrase, double hours, double told) =>
        Assert.Equal(
            Phrases.For(PhraseShelf.BuiltIn, s_english).Count(phrase, told),
            Phrases.For(PhraseShelf.BuiltIn, s_english).Count(phrase, WeekHours.Told(hours))
        );

    [Theory]
    [InlineData("RoundAllTaken")]
    [InlineData("RoundSitsOut")]
    [InlineData("RoundComposition")]
    [InlineData("RelaxQuota")]
    [InlineData("RelaxCoolDown")]
    [InlineData("RelaxTooFewCommonHours")]
    [InlineData("GroupHelps")]
    [InlineData("GroupHours")]
    [InlineData("GroupSomeHours")]
    [InlineData("SeriesWhole")]
    [InlineData("SeriesPart")]
    public void What_is_said_of_one_is_singular(string phrase)
    {
        string Without(Phrases phrases, double number) => Digits().Replace(phrases.Count(phrase, number, 9), "#");

        // In one of the two, some numbers change nothing about the rest: "help for 1 of you".
        Assert.Contains((Phrases[])[Phrases.For(PhraseShelf.BuiltIn, s_english), Phrases.For(PhraseShelf.BuiltIn, s_french)], phrases =>
            Without(phrases, 1) != Without(phrases, 2)
        );
    }

    [Fact]
    public void Nothing_is_less_than_two_in_French_and_many_in_English()
    {
        Assert.Equal("Shorten the cool-down to 0 days.", Phrases.For(PhraseShelf.BuiltIn, s_english).Count("RelaxCoolDown", 0));
        Assert.Equal(
            "Réduire le délai entre deux rencontres à 0 jour.",
            Phrases.For(PhraseShelf.BuiltIn, s_french).Count("RelaxCoolDown", 0)
        );
    }

    [Theory]
    [InlineData("fr", "Vous avez des langues en commun, le français et l’anglais.")]
    [InlineData("en", "You both speak French and English.")]
    [InlineData("de", "You both speak French and English.")]
    public void Languages_are_named_in_the_readers_language(string culture, string expected)
    {
        Introduction introduction = Explain(
            Person("ada") with
            {
                Languages = ["fr-CA", "en"],
            },
            Person("bob") with
            {
                Languages = ["en-GB", "fr"],
            },
            CultureInfo.GetCultureInfo(culture)
        );
        Assert.Contains(introduction.ReasonsForFrom, reason => reason.Text == expected);
    }

    [Fact]
    public void One_language_in_common_is_singular_in_French()
    {
        Introduction introduction = Explain(
            Person("ada") with
            {
                Languages = ["fr", "en"],
            },
            Person("bob") with
            {
                Languages = ["en"],
            },
            s_french
        );
        Assert.Contains(introduction.ReasonsForFrom, reason => reason.Text == "Vous avez une langue en commun, l’anglais.");
    }

    [Fact]
    public void Both_languages_name_the_same_languages_and_one_that_they_do_not_know_has_its_own_name()
    {
        Assert.Equal(PhraseResources.Languages("en").Keys.Order(), PhraseResources.Languages("fr").Keys.Order());
        Assert.Equal("occitan", Phrases.For(PhraseShelf.BuiltIn, s_french).LanguageName("oc"));
        Assert.Equal(CultureInfo.GetCultureInfo("gsw").NativeName, Phrases.For(PhraseShelf.BuiltIn, s_french).LanguageName("gsw"));
    }

    [Fact]
    public void French_marks_are_held_to_their_words_by_no_break_spaces() =>
        Assert.All(PhraseResources.Phrases("fr"), phrase =>
            Assert.DoesNotMatch("[^\u00A0][:»]|[^\u202F][;?!]|«[^\u00A0]", Placeholder().Replace(phrase.Value, "x"))
        );

    [Fact]
    public void Reasons_stand_one_after_the_other_as_sentences_do()
    {
        string because = Explain(
            Person("ada", likes: ["chess"]) with
            {
                Languages = ["en"],
            },
            Person("bob", likes: ["chess"]) with
            {
                Languages = ["en"],
            },
            s_english
        ).Because;
        Assert.Equal("You both like chess. You both speak English.", because);
    }

    [Fact]
    public void A_topic_that_one_needs_and_wants_to_learn_is_said_once()
    {
        Member ada = Person("ada", needs: ["French", "cooking"]) with
        {
            Mentoring = new() { Role = MentoringRole.Mentee, Topics = ["french"] },
        };
        Member bob = Person("bob", offers: ["French", "cooking"]) with
        {
            Mentoring = new() { Role = MentoringRole.Mentor, Topics = ["French"] },
        };
        Introduction introduction = Explain(ada, bob, s_english);

        Assert.Single(introduction.ReasonsForFrom, reason => reason.Text.Contains("French", StringComparison.OrdinalIgnoreCase));
        Assert.Single(introduction.ReasonsForTo, reason => reason.Text.Contains("French", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(introduction.ReasonsForFrom, reason => reason.Text.Contains("cooking", StringComparison.Ordinal));
    }

    private static Introduction Explain(Member from, Member to, CultureInfo culture) =>
        Matchmaker(from, to).Explain(from.Id, to.Id, new() { Culture = culture }).Introduction;

    private static Member Available(string id, double hours) =>
        Person(id) with
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
                        To = new TimeOnly(10, 0).AddMinutes(60 * hours),
                    },
                ],
            },
        };

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
