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
    public void Words_that_every_text_has_are_left_out(string text, string language)
    {
        List<string> stems = TextAnalyzer.Analyze(text, [language]);
        Assert.Equal(3, stems.Count);
    }

    [Theory]
    [InlineData("fr", "randonneuses", "randonneurs")]
    [InlineData("fr", "chevaux", "cheval")]
    [InlineData("en", "hiking", "hikes")]
    [InlineData("de", "Häuser", "Haus")]
    [InlineData("es", "canciones", "canción")]
    [InlineData("nl", "boeken", "boek")]
    [InlineData("pt-BR", "livros", "livro")]
    [InlineData("it", "librerie", "libreria")]
    public void Forms_of_a_word_have_one_stem(string language, string left, string right) =>
        Assert.Equal(TextAnalyzer.Analyze(left, [language]), TextAnalyzer.Analyze(right, [language]));

    [Fact]
    public void A_text_is_read_in_the_language_it_is_written_in_if_its_writer_speaks_it()
    {
        const string English = "I have been running with the club for a year and I love it";
        Assert.Same(TextLanguage.English, LanguageOf(English, "fr", "en"));
        Assert.Same(TextLanguage.English, LanguageOf(English));
        Assert.Same(TextLanguage.English, LanguageOf(English, "ja")); // no stemmer for what they speak
        Assert.Same(TextLanguage.French, LanguageOf(English, "fr"));
        Assert.Same(TextLanguage.French, LanguageOf("Je cours avec le club depuis un an et j'aime ça"));
        Assert.Same(TextLanguage.French, LanguageOf("Photographie, escalade", "fr-CA", "en"));

        static TextLanguage LanguageOf(string text, params string[] spoken) => TextAnalyzer.Read(new WrittenText(text, spoken)).Language;
    }

    [Fact]
    public void Many_threads_stem_alike()
    {
        string[] words = [.. Enumerable.Range(0, 2000).Select(i => $"running{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}nesses")];
        string[] alone = [.. words.Select(word => TextLanguage.English.Stem(word))];
        Parallel.For(0, 4, _ => Assert.Equal(alone, words.Select(word => TextLanguage.English.Stem(word))));
        TextLanguage german = TextLanguage.Find("de")!;
        Parallel.For(0, words.Length, i => german.Stem(words[i]));
        Assert.Equal(words.Select(word => german.Stem(word)), words.Select(word => german.Stem(word)));
    }

    [Fact]
    public void Broken_characters_and_endless_words_do_no_harm()
    {
        Assert.Equal(["ok"], TextTokenizer.Tokenize("ok \ud83c " + new string('x', 100_000)));
        Assert.Empty(TextTokenizer.Tokenize("\0\u0001\uffff"));
    }
}
