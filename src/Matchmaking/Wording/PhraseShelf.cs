namespace Matchmaking.Wording;

/// <summary>The languages in which there are phrases: those of the host, and the built-in ones.</summary>
internal sealed class PhraseShelf
{
    private readonly Dictionary<string, PhraseBook> _own = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">A language is there twice.</exception>
    public PhraseShelf(IReadOnlyList<PhraseBook> own, bool familiar = false)
    {
        Familiar = familiar;
        foreach (PhraseBook book in own)
        {
            if (!_own.TryAdd(book.Language, book))
                throw new ArgumentException($"there are two files of phrases in '{book.Language}'", nameof(own));
        }
    }

    public static PhraseShelf BuiltIn { get; } = new([]);

    /// <summary>Whether members are on first-name terms with each other.</summary>
    public bool Familiar { get; }

    /// <summary>Whether there are phrases in a language, told by its primary tag.</summary>
    public bool Has(string language) => language is "en" or "fr" || _own.ContainsKey(language);

    /// <summary>The phrases in a language, told by its primary tag; in English where there are none in it.</summary>
    public PhraseBook Of(string language) =>
        _own.TryGetValue(language, out PhraseBook? book) ? book
        : language == "fr" ? PhraseBook.French
        : language != "en" ? Of("en")
        : PhraseBook.English;
}
