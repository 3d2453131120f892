namespace Matchmaking;

/// <summary>
/// The built-in analyser: cuts texts into words, French elisions off, finds out which of the writer's languages a text is in, and stems its
/// words by that. <see cref="Default"/> knows French and English; give it more by a list of your own.
/// </summary>
/// <example>
/// <code>
/// var options = new MatchmakerOptions
/// {
///     TextAnalyzer = new TextAnalyzer("fr, en, de 1", TextLanguage.English, TextLanguage.French, new("de", stopWords, StemGerman)),
/// };
/// </code>
/// </example>
public sealed class TextAnalyzer : ITextAnalyzer
{
    // Of a running text two fifths are stop words of its own language, and few those of one that is not akin (in, an, des, la).
    private const double LeastStopWords = .2;

    private readonly Dictionary<string, TextLanguage> _byTag = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextLanguage> _byPrimary = new(StringComparer.Ordinal);

    /// <summary>An analyser of some languages.</summary>
    /// <param name="name">See <see cref="ITextAnalyzer.Name"/>.</param>
    /// <param name="languages">The languages; where a text tells no difference the earlier one counts.</param>
    /// <exception cref="ArgumentException">The name is empty, there is no language, or two have the same tag.</exception>
    public TextAnalyzer(string name, params IReadOnlyList<TextLanguage> languages)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(languages);
        if (languages.Count == 0)
            throw new ArgumentException("there must be a language", nameof(languages));
        foreach (TextLanguage language in languages)
        {
            ArgumentNullException.ThrowIfNull(language, nameof(languages));
            if (!_byTag.TryAdd(language.Tag, language))
                throw new ArgumentException($"there are two languages '{language.Tag}'", nameof(languages));
            _byPrimary.TryAdd(LanguageTag.PrimaryOrNull(language.Tag) ?? language.Tag, language);
        }

        (Name, Languages, Assumed, Other) = (name, [.. languages], [.. languages], TextLanguage.Plain);
    }

    /// <summary>
    /// French and English. Texts in other languages, by members who tell that they speak one of them best, are compared by their words as
    /// they are.
    /// </summary>
    public static TextAnalyzer Default { get; } = new("Matchmaking 1", TextLanguage.English, TextLanguage.French);

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The languages that it knows.</summary>
    public IReadOnlyList<TextLanguage> Languages { get; }

    /// <summary>Of these languages is a text by somebody who tells none; all, unless told.</summary>
    /// <exception cref="ArgumentException">The list is empty, or has a language that the analyser does not know.</exception>
    public IReadOnlyList<TextLanguage> Assumed
    {
        get;
        init =>
            field =
                value is { Count: > 0 } && value.All(language => language is not null && _byTag.GetValueOrDefault(language.Tag) == language)
                    ? [.. value]
                    : throw new ArgumentException("must be some of the analyser's languages", nameof(Assumed));
    }

    /// <summary>
    /// How a text is read whose writer speaks best a language that the analyser does not know, and speaks none that it knows, or uses few
    /// stop words of one: <see cref="TextLanguage.Plain"/>, unless told. Null: languages that the analyser does not know count as not told.
    /// </summary>
    /// <exception cref="ArgumentException">It is one of the analyser's languages.</exception>
    public TextLanguage? Other
    {
        get;
        init =>
            field =
                value is null || !_byTag.ContainsKey(value.Tag)
                    ? value
                    : throw new ArgumentException("must be none of the analyser's languages", nameof(Other));
    }

    /// <inheritdoc/>
    public TextWords Read(string text, IReadOnlyList<string> languages)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(languages);
        string normalized = TextTokenizer.Normalize(text);
        List<Range> words = TextTokenizer.Words(normalized);
        return new(normalized, words, Detect(normalized, words, languages).Tag);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The language is none of the analyser's.</exception>
    public string? Stem(string word, string language)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(language);
        return (
            _byTag.GetValueOrDefault(language)
            ?? (language == Other?.Tag ? Other : throw new ArgumentException($"there is no language '{language}'", nameof(language)))
        ).Stem(word);
    }

    /// <summary>The language of a BCP 47 tag; null where the analyser does not know it.</summary>
    internal TextLanguage? Find(string tag) => _byPrimary.GetValueOrDefault(LanguageTag.Primary(tag));

    /// <summary>
    /// Of the languages that the writer speaks the one whose stop words the text holds most of (Grefenstette 1995); the better spoken one
    /// where there is no difference.
    /// </summary>
    private TextLanguage Detect(string text, List<Range> words, IReadOnlyList<string> tags)
    {
        List<TextLanguage> spoken = [];
        foreach (string tag in tags)
        {
            if (Find(tag) is { } known)
                spoken.Add(known);
        }

        // Whoever speaks a known language best, and others too, is taken to write in a known one.
        bool other = Other is not null && tags.Count > 0 && Find(tags[0]) is null;
        if (other && spoken.Count == 0)
            return Other!;
        IReadOnlyList<TextLanguage> languages = spoken.Count == 0 ? Assumed : spoken;
        if (languages.Count == 1 && !other)
            return languages[0];
        (TextLanguage best, int most) = (languages[0], -1);
        foreach (TextLanguage language in languages)
        {
            var stopWords = language.StopWords;
            int count = 0;
            foreach (Range word in words)
                count += stopWords.Contains(text.AsSpan(word)) ? 1 : 0;
            if (count > most)
                (best, most) = (language, count);
        }

        return other && most < LeastStopWords * words.Count ? Other! : best;
    }
}
