namespace Matchmaking;

/// <summary>From a text to the stems of its words, without stop words, by the language it is written in.</summary>
internal static class TextAnalyzer
{
    /// <param name="text">Any text.</param>
    /// <param name="languages">The writer's languages, best first.</param>
    public static List<string> Analyze(string text, IReadOnlyList<string> languages) =>
        Analyze(new WrittenText(text, languages), trigrams: false).Stems;

    /// <param name="text">Any text.</param>
    /// <param name="trigrams">Whether to take the trigrams of the words too.</param>
    public static TextTerms Analyze(WrittenText text, bool trigrams)
    {
        (string normalized, List<Range> words, TextLanguage language) = Read(text);
        TextTerms terms = new(new(words.Count), []);
        foreach (Range range in words)
        {
            ReadOnlySpan<char> word = normalized.AsSpan(range);
            if (language.IsStopWord(word) || language.Stem(word) is not { Length: > 0 } stem)
                continue;
            terms.Stems.Add(stem);
            if (trigrams)
                CharacterTrigrams.Add(word, terms.Trigrams);
        }

        return terms;
    }

    /// <summary>The text in the form in which its words stand at these places, stop words among them, and its language.</summary>
    public static (string Normalized, List<Range> Words, TextLanguage Language) Read(WrittenText text)
    {
        string normalized = TextTokenizer.Normalize(text.Text);
        List<Range> words = TextTokenizer.Words(normalized);
        return (normalized, words, Detect(normalized, words, text.Languages));
    }

    /// <summary>
    /// Of the languages that the writer speaks the one whose stop words the text holds most of (Grefenstette 1995); the better spoken one
    /// where there is no difference. Whoever tells no language that can be stemmed is taken to write French or English.
    /// </summary>
    private static TextLanguage Detect(string text, List<Range> words, IReadOnlyList<string> languages)
    {
        List<TextLanguage> spoken = [];
        foreach (string tag in languages)
        {
            if (TextLanguage.Find(tag) is { } language)
                spoken.Add(language);
        }

        if (spoken.Count == 0)
            spoken = [TextLanguage.English, TextLanguage.French];
        return spoken.Count == 1 ? spoken[0] : spoken.MaxBy(CountStopWords)!;

        int CountStopWords(TextLanguage language)
        {
            int count = 0;
            foreach (Range word in words)
                count += language.IsStopWord(text.AsSpan(word)) ? 1 : 0;
            return count;
        }
    }
}
