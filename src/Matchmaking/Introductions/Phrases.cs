using System.Globalization;
using System.Resources;

namespace Matchmaking;

/// <summary>
/// What members read, in one language. Another language is one file, <c>Phrases.xx.resx</c>; a language without a file, or a phrase missing in it, reads English.
/// </summary>
internal sealed class Phrases
{
    private static readonly ResourceManager s_resources = new(typeof(Phrases));
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    private readonly CultureInfo _culture;

    private Phrases(CultureInfo culture) => _culture = culture;

    /// <summary>The phrases that a member reads: of the culture asked for, or else of the member's first language.</summary>
    public static Phrases For(CultureInfo? culture, Member reader) =>
        new(culture ?? (reader.Languages.Count > 0 ? CultureInfo.GetCultureInfo(reader.Languages[0]) : s_english));

    public string this[string name] =>
        s_resources.GetString(name, _culture) ?? throw new ArgumentException($"There is no phrase '{name}'.", nameof(name));

    public string Format(string name, params ReadOnlySpan<object?> arguments) => string.Format(_culture, this[name], arguments);

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
}
