namespace Matchmaking.Tests.Vectors;

public class TextAnalyzerTests
{
    [Theory]
    [InlineData("L'été, j'aime qu'il pleuve aujourd'hui", "été aime il pleuve aujourd'hui")]
    [InlineData("L’escalade et d’autres sports", "escalade et autres sports")]
    [InlineData("Lorsqu'on jardine jusqu’à midi", "on jardine midi")]
    [InlineData("The dog's owner doesn't mind; O'Reilly books", "the dog owner doesn't mind o'reilly books")]
    [InlineData("I write C++, C# and F#; design #1, salsa+bachata", "write c++ c# and f# design salsa bachata")]
    [InlineData("See https://example.org/a?b=c or www.example.org, mail me@example.org (http://x.y)", "see or mail")]
    [InlineData("Born in 1987, 3D printing, 35mm, B2B", "born in 3d printing 35mm b2b")]
    [InlineData("don’t", "don't")]
    [InlineData("", "")]
    [InlineData("  … 42 — ! ", "")]
    public void A_text_is_cut_into_its_words(string text, string words) =>
        Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), TextTokenizer.Tokenize(text));

    [Theory]
    [InlineData("Je suis passionnée de randonnées en montagne", "fr")]
    [InlineData("I am passionate about hiking in the mountains", "en")]
    public void Words_that_every_text_has_are_left_out(string text, string language) => Assert.Equal(3, Stems(text, language).Count);

    [Theory]
    [InlineData("fr", "randonneuses", "randonneurs")]
    [InlineData("fr", "chevaux", "cheval")]
    [InlineData("en", "hiking", "hikes")]
    [InlineData("de", "ZÜRICH", "Zurich")]
    public void Forms_of_a_word_have_one_stem(string language, string left, string right) =>
        Assert.Equal(Stems(left, language), Stems(right, language));

    [Fact]
    public void A_text_is_read_in_the_language_it_is_written_in_if_its_writer_speaks_it()
    {
        const string English = "I have been running with the club for a year and I love it";
        Assert.Equal("en", LanguageOf(English, "fr", "en"));
        Assert.Equal("en", LanguageOf(English));
        Assert.Equal("en", LanguageOf(English, "ja", "en"));
        Assert.Equal("fr", LanguageOf(English, "fr"));
        Assert.Equal("fr", LanguageOf("Je cours avec le club depuis un an et j'aime ça"));
        Assert.Equal("fr", LanguageOf("Photographie, escalade", "fr-CA", "en"));
    }

    [Fact]
    public void A_text_in_a_language_that_the_analyser_does_not_know_keeps_its_words_as_they_are()
    {
        const string German = "Ich habe früher in Zürich gewohnt und spiele gern Schach im Verein";
        Assert.Equal("und", LanguageOf(German, "de"));
        Assert.Equal("und", LanguageOf("Me llamo Ana y trabajo de enfermera en un hospital de la ciudad", "es"));
        Assert.Equal("und", LanguageOf(German, "de", "en"));
        Assert.Equal("en", LanguageOf(German, "en", "de")); // who speaks English best is taken to write it
        Assert.Equal("und", LanguageOf("Fußball, Wandern", "de", "en"));
        Assert.Equal("fr", LanguageOf("Je cours avec le club depuis un an", "de", "fr"));
        Assert.Equal(["ich", "habe", "fruher"], Stems("Ich habe früher", "de"));
    }

    [Fact]
    public void A_host_adds_a_language_of_its_own()
    {
        var analyzer = new TextAnalyzer(
            "with German 1",
            TextLanguage.English,
            TextLanguage.French,
            new TextLanguage("de", ["ich", "und", "in", "im"], word => word.TrimEnd('n').TrimEnd('e'))
        );
        TextReading reading = TextReading.Of(analyzer);
        Assert.Equal("de", analyzer.Read("Ich wandere im Wald und in der Stadt", ["en", "de-AT"]).Language);
        Assert.Equal("en", analyzer.Read("I hike in the woods and in the city", ["en", "de-AT"]).Language);
        Assert.Equal("de", analyzer.Read("Ich wandere im Wald und in der Stadt", []).Language);
        Assert.Equal(reading.Analyze("Küche", ["de"]), reading.Analyze("Küchen", ["de"]));
        Assert.Equal("und", analyzer.Read("日本語の文章です", ["ja"]).Language);
    }

    [Fact]
    public void What_makes_no_analyser_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new TextAnalyzer(" ", TextLanguage.English));
        Assert.Throws<ArgumentException>(() => new TextAnalyzer("none"));
        Assert.Throws<ArgumentException>(() => new TextAnalyzer("two", TextLanguage.English, new TextLanguage("en", [], word => word)));
        Assert.Throws<ArgumentException>(() => new TextAnalyzer("x", TextLanguage.English) { Assumed = [TextLanguage.French] });
        Assert.Throws<ArgumentException>(() => new TextAnalyzer("x", TextLanguage.English) { Other = TextLanguage.English });
        Assert.Throws<ArgumentException>(() => new TextLanguage("", [], word => word));
        Assert.Throws<ArgumentException>(() => TextAnalyzer.Default.Stem("word", "de"));
        Assert.Throws<ArgumentNullException>(() => new MatchmakerOptions { TextAnalyzer = null! });
    }

    [Fact]
    public void Broken_characters_and_endless_words_do_no_harm()
    {
        Assert.Equal(["ok"], TextTokenizer.Tokenize("ok \ud83c " + new string('x', 100_000)));
        Assert.Empty(TextTokenizer.Tokenize("\0\u0001\uffff"));
    }

    private static List<string> Stems(string text, string language) => TextReading.Of(TextAnalyzer.Default).Analyze(text, [language]);

    private static string LanguageOf(string text, params string[] spoken) => TextAnalyzer.Default.Read(text, spoken).Language;
}
