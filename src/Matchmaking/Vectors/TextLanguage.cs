using System.Collections.Concurrent;
using System.Collections.Frozen;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;
using Lucene.Net.Util;

namespace Matchmaking;

/// <summary>
/// The stop words and the stemmer of a language, from Lucene: light stemmers where it has them, for they do better in retrieval
/// (Savoy 2006), Porter's (Snowball) otherwise. Safe for use by several threads.
/// </summary>
internal sealed class TextLanguage
{
    private const int MaximumCachedStems = 500_000;

    private static readonly FrozenDictionary<string, Lazy<TextLanguage>> s_byTag = new[]
    {
        Of("fr", "french", () => Light(new FrenchLightStemmer().Stem)),
        Of("en", "english", () => Snowball(new EnglishStemmer())),
        Of("de", "german", () => Light(new GermanLightStemmer().Stem)),
        Of("es", "spanish", () => Light(new SpanishLightStemmer().Stem)),
        Of("it", "italian", () => Light(new ItalianLightStemmer().Stem)),
        Of("pt", "portuguese", () => Light(new PortugueseLightStemmer().Stem)),
        Of("nl", "dutch", () => Snowball(new DutchStemmer())),
        Of("da", "danish", () => Snowball(new DanishStemmer())),
        Of("nb", "norwegian", () => Snowball(new NorwegianStemmer())),
        Of("sv", "swedish", () => Snowball(new SwedishStemmer())),
        Of("fi", "finnish", () => Snowball(new FinnishStemmer())),
        Of("hu", "hungarian", () => Snowball(new HungarianStemmer())),
        Of("ru", "russian", () => Snowball(new RussianStemmer())),
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _stopWords;
    private readonly Func<Func<string, string>> _newStemmer;
    private readonly ConcurrentStack<Func<string, string>> _idleStemmers = [];
    private readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _stems = new ConcurrentDictionary<
        string,
        string
    >(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private int _stemCount;

    private TextLanguage(string stopWordFile, Func<Func<string, string>> newStemmer)
    {
        using var reader = new StreamReader(OpenStopWords(stopWordFile));
        _stopWords = WordlistLoader
            .GetSnowballWordSet(reader, LuceneVersion.LUCENE_48)
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _newStemmer = newStemmer;
    }

    public static TextLanguage French => s_byTag["fr"].Value;

    public static TextLanguage English => s_byTag["en"].Value;

    /// <summary>The language of a BCP 47 tag; null where there is no stemmer for it.</summary>
    public static TextLanguage? Find(string tag)
    {
        string primary = LanguageTag.Primary(tag);
        return s_byTag.TryGetValue(primary is "no" or "nn" ? "nb" : primary, out Lazy<TextLanguage>? language) ? language.Value : null;
    }

    public bool IsStopWord(ReadOnlySpan<char> word) => _stopWords.Contains(word);

    /// <param name="word">In lower case, with its accents.</param>
    public string Stem(ReadOnlySpan<char> word)
    {
        if (_stems.TryGetValue(word, out string? stem))
            return stem;
        // Snowball's stemmers hold the word they work on: one serves one thread at a time.
        Func<string, string> stemmer = _idleStemmers.TryPop(out Func<string, string>? idle) ? idle : _newStemmer();
        stem = CharacterFolding.Fold(stemmer(word.ToString()));
        _idleStemmers.Push(stemmer);
        // A bound, since texts of a running service never stop bringing new words.
        if (Interlocked.Increment(ref _stemCount) <= MaximumCachedStems)
            _stems.TryAdd(word, stem);
        return stem;
    }

    private static KeyValuePair<string, Lazy<TextLanguage>> Of(string tag, string name, Func<Func<string, string>> stemmer) =>
        new(tag, new Lazy<TextLanguage>(() => new TextLanguage(name + "_stop.txt", stemmer)));

    private static Stream OpenStopWords(string stopWordFile)
    {
        // Found by its ending: the resources stand under the assembly's name, which is not their type's namespace.
        var assembly = typeof(SnowballFilter).Assembly;
        string name = assembly
            .GetManifestResourceNames()
            .Single(name => name.EndsWith(".Snowball." + stopWordFile, StringComparison.Ordinal));
        return assembly.GetManifestResourceStream(name)!;
    }

    private static Func<string, string> Light(Func<char[], int, int> stem) =>
        word =>
        {
            char[] letters = word.ToCharArray();
            return new string(letters, 0, stem(letters, letters.Length));
        };

    private static Func<string, string> Snowball(SnowballProgram program) =>
        word =>
        {
            program.SetCurrent(word);
            program.Stem();
            return program.Current;
        };
}
