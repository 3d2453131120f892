using System.Collections.Frozen;
using System.Text;

namespace Matchmaking;

/// <summary>
/// What members and hosts read, in one language: one JSON file of phrases. English and French are built in; a host adds others, or its own
/// wording of these, by <see cref="MatchmakerOptions.Phrases"/>. Immutable.
/// </summary>
/// <remarks>
/// The file is one object of names and texts: <c>Language</c> (a tag such as "de"), <c>PluralRule</c> ("one": the forms that end in
/// <c>One</c> are for exactly one; "below two": for all below two, as in French; "none": there are none), all phrases of the English file,
/// and as many names of languages (<c>Language.fr</c>) as are known. It may have <c>Capitals</c> ("names", the default: inside a sentence
/// only names begin with a capital; "kept": nouns do, too, as in German), forms of any phrase that end in <c>One</c>, and forms that end in
/// <c>Familiar</c> for <see cref="MatchmakerOptions.Familiar"/>. A placeholder of words may say what stands around each of them, the
/// ellipsis being the word: <c>{1:„…“}</c>; after a bar stands the form for words before which French elides: <c>{1:de …|d’…}</c>.
/// </remarks>
public sealed class PhraseBook
{
    internal const string NameKey = "Language",
        LanguagePrefix = "Language.",
        PluralRuleKey = "PluralRule",
        CapitalsKey = "Capitals",
        Singular = "One",
        Familiar = "Familiar";

    // Made when first read: a community of French speakers needs no English, and most calls need neither.
    private static readonly Lazy<PhraseBook> s_english = new(() => BuiltIn("en"));
    private static readonly Lazy<PhraseBook> s_french = new(() => BuiltIn("fr"));

    private readonly FrozenDictionary<string, CompositeFormat> _formats;
    private readonly FrozenDictionary<string, string> _languages;
    private readonly Lazy<FrozenSet<string>> _languageNames;
    private readonly string _pluralRule;

    internal PhraseBook(
        string language,
        string pluralRule,
        bool keepsCapitals,
        Dictionary<string, string> phrases,
        Dictionary<string, string> languages
    )
    {
        (Language, KeepsCapitals) = (language, keepsCapitals);
        Phrases = phrases.AsReadOnly();
        _pluralRule = pluralRule;
        _languages = languages.ToFrozenDictionary(StringComparer.Ordinal);
        _languageNames = new(() => _languages.Values.ToFrozenSet(StringComparer.Ordinal));
        _formats = phrases.ToFrozenDictionary(phrase => phrase.Key, phrase => CompositeFormat.Parse(phrase.Value), StringComparer.Ordinal);
    }

    /// <summary>The built-in English phrases. Their names and placeholders are those that every other file must have.</summary>
    public static PhraseBook English => s_english.Value;

    /// <summary>The built-in French phrases.</summary>
    public static PhraseBook French => s_french.Value;

    /// <summary>The language, by its primary tag: "de" also of a file for "de-AT".</summary>
    public string Language { get; }

    /// <summary>The phrases by name, as the file has them: {0} and {1} stand for what is put in.</summary>
    public IReadOnlyDictionary<string, string> Phrases { get; }

    /// <summary>Reads a file of phrases.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="MatchmakingDataException">The file is no such file, or not complete; the message names what is wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PhraseBook Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = OrdinaryFile.OpenRead(path);
        return PhraseReader.Read(stream, Path.GetFileName(path), English);
    }

    /// <summary>Reads phrases from a stream, which stays open.</summary>
    /// <param name="stream">The JSON, in UTF-8.</param>
    /// <exception cref="MatchmakingDataException">It is no such file, or is not complete; the message names what is wrong.</exception>
    public static PhraseBook Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return PhraseReader.Read(stream, "phrases", English);
    }

    /// <summary>Whether words keep their capitals inside a sentence, as German nouns do.</summary>
    internal bool KeepsCapitals { get; }

    /// <inheritdoc/>
    public override string ToString() => Language;

    /// <summary>
    /// The phrase of a number: "1 hour", "2 hours", but « 1,5 heure », for in French one goes on until two. Most phrases say one as they
    /// say many, and to friends what they say to others.
    /// </summary>
    /// <param name="name">The phrase.</param>
    /// <param name="number">How many; not a number: it is of none.</param>
    /// <param name="familiar">Whether the reader is on first-name terms.</param>
    internal CompositeFormat Find(string name, double number, bool familiar)
    {
        if (IsSingular(number) && _formats.ContainsKey(name + Singular))
            name += Singular;
        return (familiar && _formats.TryGetValue(name + Familiar, out CompositeFormat? text)) || _formats.TryGetValue(name, out text)
            ? text
            : throw new ArgumentException($"There is no phrase '{name}'.", nameof(name));
    }

    /// <summary>Whether a word is the name of a language in this one: "French", but « français ».</summary>
    internal bool IsLanguageName(string word) => _languageNames.Value.Contains(word);

    /// <summary>What a language is called; null where the file does not tell.</summary>
    internal string? NameOf(string language) => _languages.GetValueOrDefault(language);

    private bool IsSingular(double number) =>
        _pluralRule switch
        {
            PhraseReader.One => number == 1,
            PhraseReader.BelowTwo => Math.Abs(number) < 2,
            _ => false,
        };

    // Resources of the library itself, not of satellite assemblies: those are found by culture, and a container without culture data knows
    // no culture.
    private static PhraseBook BuiltIn(string language)
    {
        string name = $"{nameof(Matchmaking)}.Phrases.{language}.json";
        using Stream stream = typeof(PhraseBook).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not there.");
        // What ships is checked by the tests, once, and not by each program that starts.
        return PhraseReader.Read(stream, name, template: null);
    }
}
