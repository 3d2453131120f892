using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Matchmaking;

/// <summary>
/// Reads texts by Lucene's stemmers and stop words: light stemmers where it has them, for they do better in retrieval (Savoy 2006),
/// Porter's (Snowball) otherwise. For <see cref="MatchmakerOptions.TextAnalyzer"/>.
/// </summary>
public static class LuceneTextAnalyzer
{
    /// <summary>Thirteen languages, English and French first.</summary>
    public static IReadOnlyList<TextLanguage> Languages { get; } =
    [
        LuceneStemmer.Snowball("en", "english", static () => new EnglishStemmer()),
        LuceneStemmer.Light("fr", "french", static () => new FrenchLightStemmer().Stem),
        LuceneStemmer.Light("de", "german", static () => new GermanLightStemmer().Stem),
        LuceneStemmer.Light("es", "spanish", static () => new SpanishLightStemmer().Stem),
        LuceneStemmer.Light("it", "italian", static () => new ItalianLightStemmer().Stem),
        LuceneStemmer.Light("pt", "portuguese", static () => new PortugueseLightStemmer().Stem),
        LuceneStemmer.Snowball("nl", "dutch", static () => new DutchStemmer()),
        LuceneStemmer.Snowball("da", "danish", static () => new DanishStemmer()),
        LuceneStemmer.Snowball("nb", "norwegian", static () => new NorwegianStemmer()),
        LuceneStemmer.Snowball("sv", "swedish", static () => new SwedishStemmer()),
        LuceneStemmer.Snowball("fi", "finnish", static () => new FinnishStemmer()),
        LuceneStemmer.Snowball("hu", "hungarian", static () => new HungarianStemmer()),
        LuceneStemmer.Snowball("ru", "russian", static () => new RussianStemmer()),
    ];

    /// <summary>Reads all of them. Whoever tells none of them is taken to write English or French.</summary>
    public static TextAnalyzer Default { get; } = new("Lucene.Net 4.8", Languages) { Assumed = [Languages[0], Languages[1]], Other = null };
}
