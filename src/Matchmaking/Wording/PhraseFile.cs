using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Resources;
using System.Text;

namespace Matchmaking;

/// <summary>
/// The phrases and the names of languages in one language, as its resource files hold them: <c>Phrases.xx.resx</c> and
/// <c>LanguageNames.xx.resx</c>.
/// </summary>
/// <remarks>
/// They are resources of the library itself, not of satellite assemblies: those are found by culture, and a container without culture data
/// knows no culture.
/// </remarks>
internal sealed class PhraseFile
{
    private const string English = "en",
        PluralRule = "PluralRule",
        Singular = "One";

    private static readonly FrozenDictionary<string, string> s_english = Texts(nameof(Phrases));
    private static readonly FrozenDictionary<string, string> s_englishNames = Texts("LanguageNames");
    private static readonly FrozenSet<string> s_translated = typeof(PhraseFile)
        .Assembly.GetManifestResourceNames()
        .Select(name => name.Split('.'))
        .Where(parts => parts is [nameof(Matchmaking), nameof(Phrases), _, "resources"])
        .Select(parts => parts[2])
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, PhraseFile> s_files = new(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, CompositeFormat> _texts;
    private readonly FrozenDictionary<string, string> _languages;
    private readonly bool _singularBelowTwo;

    private PhraseFile(string language)
    {
        bool isEnglish = language == English;
        FrozenDictionary<string, string> own = isEnglish ? s_english : Texts($"{nameof(Phrases)}.{language}");
        _languages = isEnglish ? s_englishNames : Texts($"LanguageNames.{language}");
        _singularBelowTwo = own.TryGetValue(PluralRule, out string? rule) && rule == "below two";

        // A language without a form of its own for one reads the form for many, before it reads English.
        _texts = s_english.ToFrozenDictionary(
            phrase => phrase.Key,
            phrase =>
                CompositeFormat.Parse(
                    own.GetValueOrDefault(phrase.Key)
                        ?? (
                            phrase.Key.EndsWith(Singular, StringComparison.Ordinal)
                                ? own.GetValueOrDefault(phrase.Key[..^Singular.Length])
                                : null
                        )
                        ?? phrase.Value
                ),
            StringComparer.Ordinal
        );
    }

    /// <summary>Whether there are phrases in a language, told by its primary tag.</summary>
    public static bool IsThere(string language) => language == English || s_translated.Contains(language);

    /// <summary>The phrases in a language, told by its primary tag; in English where there are none in it.</summary>
    public static PhraseFile Of(string language) =>
        s_files.GetOrAdd(IsThere(language) ? language : English, static known => new PhraseFile(known));

    public CompositeFormat this[string name] =>
        _texts.TryGetValue(name, out CompositeFormat? text)
            ? text
            : throw new ArgumentException($"There is no phrase '{name}'.", nameof(name));

    /// <summary>
    /// The phrase of a number: "1 hour", "2 hours", but « 1,5 heure », for in French one goes on until two. Most phrases say one as they
    /// say many.
    /// </summary>
    public CompositeFormat this[string name, double number] =>
        (_singularBelowTwo ? Math.Abs(number) < 2 : number == 1) && _texts.TryGetValue(name + Singular, out CompositeFormat? one)
            ? one
            : this[name];

    /// <summary>What a language is called; null where the file does not tell.</summary>
    public string? NameOf(string language) => _languages.GetValueOrDefault(language);

    private static FrozenDictionary<string, string> Texts(string file)
    {
        string name = $"{nameof(Matchmaking)}.{file}.resources";
        using Stream stream = typeof(PhraseFile).Assembly.GetManifestResourceStream(name)
            ?? throw new MissingManifestResourceException($"The resource {name} is not there.");
        using var reader = new ResourceReader(stream);
        return reader
            .Cast<System.Collections.DictionaryEntry>()
            .ToFrozenDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);
    }
}
