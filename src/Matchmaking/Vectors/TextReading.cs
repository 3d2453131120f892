using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Matchmaking.Vectors;

/// <summary>
/// An analyser, and the stems that it gave: it is asked once a word. One for all who use the analyser, so that a matchmaker that is made
/// anew finds them. Safe for use by several threads.
/// </summary>
internal sealed class TextReading
{
    private const int MaximumCachedStems = 500_000;

    private static readonly ConditionalWeakTable<ITextAnalyzer, TextReading> s_all = [];

    private readonly ConcurrentDictionary<string, Stems> _languages = new(StringComparer.Ordinal);

    private TextReading(ITextAnalyzer analyzer) => Analyzer = analyzer;

    public ITextAnalyzer Analyzer { get; }

    public static TextReading Of(ITextAnalyzer analyzer) => s_all.GetValue(analyzer, analyzer => new TextReading(analyzer));

    /// <param name="text">Any text.</param>
    /// <param name="languages">The writer's languages, best first.</param>
    public List<string> Analyze(string text, IReadOnlyList<string> languages) =>
        Analyze(new WrittenText(text, languages), trigrams: false).Stems;

    /// <summary>The stems of a text's words, without stop words.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="trigrams">Whether to take the trigrams of the words too.</param>
    public TextTerms Analyze(WrittenText text, bool trigrams)
    {
        TextWords read = Read(text);
        TextTerms terms = new(new(read.Words.Count), []);
        Stems stems = Of(read.Language);
        foreach (Range range in Ranges(read))
        {
            ReadOnlySpan<char> word = read.Text.AsSpan(range);
            if (stems.Of(word) is not { Length: > 0 } stem)
                continue;
            terms.Stems.Add(stem);
            if (trigrams)
                CharacterTrigrams.Add(word, terms.Trigrams);
        }

        return terms;
    }

    public TextWords Read(WrittenText text) => Analyzer.Read(text.Text, text.Languages);

    /// <summary>Null or empty for a stop word.</summary>
    public string? Stem(string word, string language) => Of(language).Of(word);

    /// <summary>Where the words stand, as what can be gone through without a call a word.</summary>
    public static ReadOnlySpan<Range> Ranges(TextWords read) =>
        read.Words switch
        {
            List<Range> list => CollectionsMarshal.AsSpan(list),
            Range[] array => array,
            _ => read.Words.ToArray(),
        };

    private Stems Of(string language) =>
        _languages.TryGetValue(language, out Stems? stems)
            ? stems
            : _languages.GetOrAdd(language, language => new Stems(Analyzer, language));

    private sealed class Stems(ITextAnalyzer analyzer, string language)
    {
        private readonly ConcurrentDictionary<string, string?>.AlternateLookup<ReadOnlySpan<char>> _stems = new ConcurrentDictionary<
            string,
            string?
        >(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        private int _count;

        public string? Of(ReadOnlySpan<char> word)
        {
            if (_stems.TryGetValue(word, out string? stem))
                return stem;
            string own = word.ToString();
            stem = analyzer.Stem(own, language);
            // A bound, since texts of a running service never stop bringing new words.
            if (Interlocked.Increment(ref _count) <= MaximumCachedStems)
                _stems.Dictionary.TryAdd(own, stem);
            return stem;
        }
    }
}
