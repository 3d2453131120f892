namespace Matchmaking;

/// <summary>
/// What the words of a text are, and which of them are the same word: by default <see cref="TextAnalyzer.Default"/>, which knows French
/// and English. A host brings its own for other languages, by <see cref="MatchmakerOptions.TextAnalyzer"/>; most do it by one more
/// <see cref="TextLanguage"/> for <see cref="TextAnalyzer"/>, and those whose words no space parts by this interface.
/// </summary>
/// <remarks>
/// Called from several threads at once. The same text gives the same words, and the same word of a language the same stem, in every
/// process: what an analyser gives is kept in files. A word is asked for its stem once, and remembered.
/// </remarks>
public interface ITextAnalyzer
{
    /// <summary>
    /// What this analyser is called in files. A name stands for what comes out: a change of words or stems takes a new one. A snapshot or a
    /// model tells by it that it was made with another analyser.
    /// </summary>
    string Name { get; }

    /// <summary>Cuts a text into words.</summary>
    /// <param name="text">Any text; broken characters may be in it.</param>
    /// <param name="languages">
    /// The writer's languages as BCP 47 tags, best first; often none, and often none that the analyser knows.
    /// </param>
    TextWords Read(string text, IReadOnlyList<string> languages);

    /// <summary>What the forms of a word have in common, without case and accents.</summary>
    /// <param name="word">A word that <see cref="Read"/> gave.</param>
    /// <param name="language">The language that it gave with it.</param>
    /// <returns>Null or empty for a word that says nothing (a stop word).</returns>
    string? Stem(string word, string language);
}
