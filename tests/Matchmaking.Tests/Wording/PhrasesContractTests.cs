using System.Globalization;
using System.Text;
using Matchmaking.Testing;

namespace Matchmaking.Tests.Wording;

public sealed class PhrasesContractTests
{
    private static readonly string s_german = Path.Combine(RepositoryRoot.Path, "tests", "Matchmaking.Tests", "Wording", "phrases.de.json");

    private static readonly string s_builtIn = Path.Combine(RepositoryRoot.Path, "src", "Matchmaking", "Wording");

    public static TheoryData<string, string> Checks =>
        [
            .. from language in (string[])["en", "fr", "de"]
            from check in PhrasesContract.Checks(() => Load(language))
            select (language, check.Name),
        ];

    [Theory]
    [MemberData(nameof(Checks))]
    public void A_language_keeps_the_contract(string language, string check) =>
        PhrasesContract.Checks(() => Load(language)).Single(c => c.Name == check).Run();

    [Theory]
    [InlineData("\"GroupNew\": \"Ihr habt euch noch nicht kennengelernt.\",", "", "missing: GroupNew")]
    [InlineData("\"GroupNew\"", "\"GroupNow\"", "missing: GroupNew; unknown: GroupNow")]
    [InlineData("Ihr mögt beide {0}.", "Ihr mögt beides.", "SharedInterests: holds no placeholder where the English phrase holds {0}")]
    [InlineData("Ihr mögt beide {0}.", "Ihr mögt beide {0:000}.", "SharedInterests: holds {0:000} where the English phrase holds {0}")]
    [InlineData("Ihr mögt beide {0}.", "Ihr mögt beide {0.", "SharedInterests: a brace is not closed, or holds no number")]
    [InlineData("\"Language\": \"de\"", "\"Language\": \"xx-yy-zz\"", "'xx-yy-zz' is not a known language tag")]
    [InlineData("\"Language\": \"de\",", "", "'Language' is missing")]
    [InlineData("\"PluralRule\": \"one\"", "\"PluralRule\": \"some\"", "'PluralRule' must be")]
    [InlineData("\"ListMore\": \"{0}, {1}\"", "\"ListMore\": 3", "'ListMore' must be a text")]
    [InlineData("\"ListMore\"", "\"ListPair\"", "ListPair")]
    public void What_is_wrong_with_a_file_is_named(string old, string changed, string told)
    {
        string file = File.ReadAllText(s_german).Replace(old, changed, StringComparison.Ordinal);
        var fault = Assert.Throws<MatchmakingDataException>(() => PhraseBook.Load(new MemoryStream(Encoding.UTF8.GetBytes(file))));
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"Language\":\"de\"")]
    [InlineData("{\"Language\":\"\\ud800\"}")]
    public void What_is_no_file_of_phrases_is_refused(string file) =>
        Assert.Throws<MatchmakingDataException>(() => PhraseBook.Load(new MemoryStream(Encoding.UTF8.GetBytes(file))));

    [Fact]
    public void A_language_without_a_singular_needs_no_phrases_for_one()
    {
        IEnumerable<string> lines = File.ReadAllLines(s_german)
            .Where(line => !line.Contains("One\":", StringComparison.Ordinal))
            .Select(line => line.Replace("\"one\"", "\"none\"", StringComparison.Ordinal));
        var book = PhraseBook.Load(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        Assert.Equal("Die Wartezeit auf 1 Tage kürzen.", Phrases.For(new PhraseShelf([book]), German).Count("RelaxCoolDown", 1));
    }

    [Fact]
    public void A_member_reads_the_language_that_the_host_added_and_others_read_as_before()
    {
        Member[] members = [Likes("a", "de-AT"), Likes("b", "de"), Likes("c", "it")];
        MatchmakerOptions options = new() { Phrases = [Load("de")] };
        var matchmaker = global::Matchmaking.Matchmaker.Create(new Community(members), options);

        Assert.Equal("Ihr mögt beide jazz. Ihr sprecht beide Deutsch.", matchmaker.Explain("a", "b").Introduction.Because);
        Assert.StartsWith("Hallo b, ", matchmaker.Explain("a", "b").Introduction.OpeningLine, StringComparison.Ordinal);
        Assert.Equal("You both like jazz.", matchmaker.Explain("c", "b").Introduction.Because);
        Assert.Equal(
            "You both like jazz.",
            global::Matchmaking.Matchmaker.Create(new Community(members)).Explain("a", "c").Introduction.Because
        );
    }

    [Fact]
    public void A_host_may_put_its_own_English_in_the_place_of_the_built_in_one()
    {
        string file = File.ReadAllText(Path.Combine(s_builtIn, "en.json"))
            .Replace("You both like {0}.", "Both of you are into {0}.", StringComparison.Ordinal);
        MatchmakerOptions options = new() { Phrases = [PhraseBook.Load(new MemoryStream(Encoding.UTF8.GetBytes(file)))] };
        var matchmaker = global::Matchmaking.Matchmaker.Create(new Community([Likes("a", "it"), Likes("b", "en")]), options);
        Assert.Equal("Both of you are into jazz.", matchmaker.Explain("a", "b").Introduction.Because);
    }

    [Fact]
    public void Two_files_of_one_language_are_refused() =>
        Assert.Throws<ArgumentException>(() => new MatchmakerOptions { Phrases = [Load("de"), Load("de")] });

    [Fact]
    public void The_file_that_translators_begin_with_is_the_built_in_one() =>
        Assert.Equal(PhraseBook.English.Phrases, PhraseBook.Load(Path.Combine(s_builtIn, "en.json")).Phrases);

    private static CultureInfo German => CultureInfo.GetCultureInfo("de");

    private static Member Likes(string id, string language) =>
        new()
        {
            Id = id,
            Languages = [language],
            Interests = [new() { Topic = "jazz" }],
        };

    private static PhraseBook Load(string language) =>
        PhraseBook.Load(language == "de" ? s_german : Path.Combine(s_builtIn, $"{language}.json"));
}
