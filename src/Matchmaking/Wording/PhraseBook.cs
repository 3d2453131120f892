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
/// and as many names of languages (<c>Language.fr</c>) as are known.
/// </remarks>
public sealed class PhraseBook
{
    internal const string NameKey = "Language",
        LanguagePrefix = "Language.",
        PluralRuleKey = "PluralRule",
        Singular = "One";

    // Made when first read: a community of French speakers needs no English, and most calls need neither.
    private static readonly Lazy<PhraseBook> s_english = new(() => BuiltIn("en"));
    private static readonly Lazy<PhraseBook> s_french = new(() => BuiltIn("fr"));

    private readonly FrozenDictionary<string, CompositeFormat> _formats;
    private readonly FrozenDictionary<string, string> _languages;
    private readonly string _pluralRule;

    internal PhraseBook(string language, string pluralRule, Dictionary<string, string> phrases, Dictionary<string, string> languages)
    {
        Language = language;
        Phrases = phrases.AsReadOnly();
        _pluralRule = pluralRule;
        _languages = languages.ToFrozenDictionary(StringComparer.Ordinal);
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

    /// <inheritdoc/>
    public override string ToString() => Language;

    internal CompositeFormat this[string name] =>
        _formats.TryGetValue(name, out CompositeFormat? text)
            ? text
            : throw new ArgumentException($"There is no phrase '{name}'.", nameof(name));

    /// <summary>
    /// The phrase of a number: "1 hour", "2 hours", but « 1,5 heure », for in French one goes on until two. Most phrases say one as they
    /// say many.
    /// </summary>
    internal CompositeFormat this[string name, double number] =>
        IsSingular(number) && _formats.TryGetValue(name + Singular, out CompositeFormat? one) ? one : this[name];

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
