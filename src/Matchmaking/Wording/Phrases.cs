using System.Collections.Concurrent;
using System.Globalization;

namespace Matchmaking.Wording;

/// <summary>
/// What one reader reads: the phrases of a language, and how its numbers are written. A language without phrases reads English.
/// </summary>
internal sealed class Phrases
{
    private static readonly ConcurrentDictionary<string, CultureInfo> s_cultures = new(StringComparer.Ordinal);

    private readonly PhraseBook _file;
    private readonly CultureInfo _numbers;
    private readonly WordFormat _words;
    private readonly bool _familiar;

    private Phrases(PhraseBook file, CultureInfo numbers, bool familiar) =>
        (_file, _numbers, _words, _familiar) = (file, numbers, new WordFormat(numbers), familiar);

    /// <summary>How numbers are written: the reader's culture.</summary>
    public CultureInfo Numbers => _numbers;

    /// <summary>What a host reads, unless a culture was asked for: a host is no member with a language of its own.</summary>
    public static Phrases ForHost(PhraseShelf shelf, CultureInfo? culture) => culture is null ? For(shelf, "en") : For(shelf, culture);

    /// <summary>The phrases that a member reads: of the culture asked for, or else of the member's first language.</summary>
    public static Phrases For(PhraseShelf shelf, CultureInfo? culture, Member reader) =>
        culture is not null ? For(shelf, culture)
        : reader.ShownLanguages is [var first, ..] ? For(shelf, first)
        : For(shelf, "en");

    public static Phrases For(PhraseShelf shelf, CultureInfo culture) => new(shelf.Of(Primary(culture)), culture, shelf.Familiar);

    /// <summary>
    /// The phrases in which one writes to another: what one alone understands is no way to begin. Where both tell their languages and there
    /// are phrases in one that they have in common, that is the one: the culture asked for where it is among those, or else the writer's
    /// first. Everywhere else it is the language in which the writer reads.
    /// </summary>
    public static Phrases ForLine(PhraseShelf shelf, CultureInfo? culture, Member writer, Member reader)
    {
        if (culture is null || !Serves(Primary(culture)))
        {
            IReadOnlyList<string> languages = writer.ShownLanguages;
            for (int i = 0; i < languages.Count; i++)
            {
                if (Serves(LanguageTag.Primary(languages[i])))
                    return For(shelf, languages[i]);
            }
        }

        return For(shelf, culture, writer);

        bool Serves(string language) =>
            shelf.Has(language) && Languages.Speaks(writer.ShownLanguages, language) && Languages.Speaks(reader.ShownLanguages, language);
    }

    /// <summary>The language of the phrases: a primary tag, also where the platform has no culture data.</summary>
    public string Language => _file.Language;

    /// <summary>The language, as a host's own texts are asked for.</summary>
    public CultureInfo ReadersCulture => _numbers;

    /// <summary>Whether it comes out the same in these and in others.</summary>
    public bool Says(Phrases others) => ReferenceEquals(_file, others._file) && _numbers.Equals(others._numbers);

    /// <summary>Whether words keep their capitals inside a sentence.</summary>
    public bool KeepsCapitals => _file.KeepsCapitals;

    public string this[string name] => _file.Find(name, double.NaN, _familiar).Format;

    public string Format(string name, params ReadOnlySpan<object?> arguments) => FormatOf(double.NaN, name, arguments);

    /// <summary>A phrase of so many things, in the form that their number takes.</summary>
    public string FormatOf(double number, string name, params ReadOnlySpan<object?> arguments) =>
        string.Format(_words, _file.Find(name, number, _familiar), arguments);

    /// <summary>A phrase whose {0} is a number, in the form that the number takes.</summary>
    public string Count(string name, double number) => FormatOf(number, name, number);

    /// <summary>The same with something else at {1}, and so on.</summary>
    public string Count(string name, double number, params ReadOnlySpan<object?> others) => FormatOf(number, name, [number, .. others]);

    /// <summary>Words to put into a phrase as a list, each in the form that the phrase asks for.</summary>
    public WordList Words(IReadOnlyList<string> words) => new(this, words);

    /// <summary>Whether a word is what a language is called in these phrases' language.</summary>
    public bool IsLanguageName(string word) => _file.IsLanguageName(word);

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public string List(IReadOnlyList<string> items)
    {
        if (items.Count == 0)
            return "";
        string head = items[0];
        for (int i = 1; i < items.Count - 1; i++)
            head = Format("ListMore", head, items[i]);
        return items.Count == 1 ? head : Format("ListPair", head, items[^1]);
    }

    /// <summary>
    /// What a language, told by its primary tag, is called in these phrases' language; in its own where that is not known.
    /// </summary>
    public string LanguageName(string language) => _file.NameOf(language) ?? NativeName(language);

    private static Phrases For(PhraseShelf shelf, string tag) => new(shelf.Of(LanguageTag.Primary(tag)), Culture(tag), shelf.Familiar);

    private static string Primary(CultureInfo culture) => LanguageTag.PrimaryOrNull(culture.Name) ?? culture.Name.Split('-')[0];

    private static string NativeName(string language) => LanguageTag.IsKnown(Culture(language)) ? Culture(language).NativeName : language;

    /// <summary>
    /// How numbers are written; where the platform does not know the culture, as it always does. Tags are those of members, and so known
    /// ones.
    /// </summary>
    private static CultureInfo Culture(string tag) => s_cultures.GetOrAdd(tag, static tag =>
        {
            try
            {
                return CultureInfo.GetCultureInfo(tag);
            }
            catch (CultureNotFoundException)
            {
                return CultureInfo.InvariantCulture;
            }
        });
}
