using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using System.Text;

namespace Matchmaking;

/// <summary>
/// What members read, in one language. Another language is one file, <c>Phrases.xx.resx</c>; a language without a file, or a phrase missing in it, reads English.
/// </summary>
internal sealed class Phrases
{
    private static readonly ResourceManager s_resources = new(typeof(Phrases));
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    // By the culture's name: a culture may differ in how it writes numbers, but not in its words.
    private static readonly ConcurrentDictionary<string, FrozenDictionary<string, CompositeFormat>> s_texts = new(StringComparer.Ordinal);

    private readonly CultureInfo _culture;
    private readonly FrozenDictionary<string, CompositeFormat> _texts;

    private Phrases(CultureInfo culture) => (_culture, _texts) = (culture, s_texts.GetOrAdd(culture.Name, static (_, culture) => Texts(culture), culture));

    /// <summary>The phrases that a member reads: of the culture asked for, or else of the member's first language.</summary>
    public static Phrases For(CultureInfo? culture, Member reader) =>
        new(culture ?? (reader.Languages.Count > 0 ? CultureInfo.GetCultureInfo(reader.Languages[0]) : s_english));

    public string this[string name] => Text(name).Format;

    public string Format(string name, params ReadOnlySpan<object?> arguments) => string.Format(_culture, Text(name), arguments);

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

    private CompositeFormat Text(string name) =>
        _texts.TryGetValue(name, out CompositeFormat? text) ? text : throw new ArgumentException($"There is no phrase '{name}'.", nameof(name));

    private static FrozenDictionary<string, CompositeFormat> Texts(CultureInfo culture)
    {
        // English is the neutral file: it has every phrase.
        ResourceSet every = s_resources.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)
            ?? throw new MissingManifestResourceException("The phrases are not there.");
        return every.Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key)
            .ToFrozenDictionary(name => name, name => CompositeFormat.Parse(s_resources.GetString(name, culture)!), StringComparer.Ordinal);
    }
}
