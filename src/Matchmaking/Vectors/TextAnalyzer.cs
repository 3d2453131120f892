namespace Matchmaking;

/// <summary>From a text to the stems of its words, without stop words, by the language it is written in.</summary>
internal static class TextAnalyzer
{
    /// <param name="text">Any text.</param>
    /// <param name="languages">The writer's languages, best first.</param>
    public static List<string> Analyze(string text, IReadOnlyList<string> languages)
    {
        List<string> words = TextTokenizer.Tokenize(text);
        TextLanguage language = Detect(words, languages);
        List<string> stems = new(words.Count);
        foreach (string word in words)
        {
            if (!language.IsStopWord(word) && language.Stem(word) is { Length: > 0 } stem)
                stems.Add(stem);
        }

        return stems;
    }

    /// <summary>
    /// Of the languages that the writer speaks the one whose stop words the text holds most of (Grefenstette 1995); the better spoken one where there
    /// is no difference. Whoever tells no language that can be stemmed is taken to write French or English.
    /// </summary>
    internal static TextLanguage Detect(List<string> words, IReadOnlyList<string> languages)
    {
        List<TextLanguage> spoken = [];
        foreach (string tag in languages)
        {
            if (TextLanguage.Find(tag) is { } language)
                spoken.Add(language);
        }

        if (spoken.Count == 0)
            spoken = [TextLanguage.English, TextLanguage.French];
        return spoken.Count == 1 ? spoken[0] : spoken.MaxBy(language => words.Count(language.IsStopWord))!;
    }
}
