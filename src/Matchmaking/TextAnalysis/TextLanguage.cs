using System.Collections.Frozen;

namespace Matchmaking;

/// <summary>
/// A language as <see cref="TextAnalyzer"/> reads it: the words that every text has, and how words are stemmed. Immutable.
/// </summary>
public sealed class TextLanguage
{
    private readonly Func<string, string>? _stem;
    private readonly Lazy<FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> _stopWords;

    /// <summary>A language of the host's own.</summary>
    /// <param name="tag">Its BCP 47 tag without script and region, such as "de".</param>
    /// <param name="stopWords">
    /// The words that every text has, in lower case; a text's language is told by them. They are gone through when the first text is read.
    /// </param>
    /// <param name="stem">
    /// From a word in lower case, with its accents, to its stem. Called from several threads at once, once a word. Accents are taken off
    /// what it gives.
    /// </param>
    /// <exception cref="ArgumentException">The tag is empty.</exception>
    public TextLanguage(string tag, IEnumerable<string> stopWords, Func<string, string> stem)
        : this(tag, stopWords ?? throw new ArgumentNullException(nameof(stopWords)))
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tag);
        ArgumentNullException.ThrowIfNull(stem);
        _stem = stem;
    }

    private TextLanguage(string tag, IEnumerable<string> stopWords)
    {
        Tag = tag;
        _stopWords = new(() => stopWords.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>());
    }

    /// <summary>French: Snowball's stop words, Savoy's light stems (UniNE).</summary>
    public static TextLanguage French { get; } = new("fr", TextAnalysis.StopWords.Read("french"), FrenchStemmer.Stem);

    /// <summary>English: Snowball's stop words, Porter's second stemmer (Porter2).</summary>
    public static TextLanguage English { get; } = new("en", TextAnalysis.StopWords.Read("english"), EnglishStemmer.Stem);

    /// <summary>Any other language: words as they are, without case and accents; no stop words.</summary>
    public static TextLanguage Plain { get; } = new("und", []);

    /// <summary>The BCP 47 tag without script and region; "und" for <see cref="Plain"/>.</summary>
    public string Tag { get; }

    internal FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StopWords => _stopWords.Value;

    /// <summary>Null for a stop word.</summary>
    internal string? Stem(string word) => StopWords.Contains(word) ? null : CharacterFolding.Fold(_stem is null ? word : _stem(word));
}
