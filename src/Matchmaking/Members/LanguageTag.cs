using System.Collections.Concurrent;
using System.Globalization;

namespace Matchmaking;

/// <summary>BCP 47 language tags: checked against the cultures that the platform knows; compared by their primary language.</summary>
internal static class LanguageTag
{
    private static readonly ConcurrentDictionary<string, string?> s_primary = new(StringComparer.OrdinalIgnoreCase);

    public static void Validate(string tag) => Primary(tag);

    /// <summary>The primary language of a tag: "fr" of "fr-CA".</summary>
    public static string Primary(string tag) =>
        s_primary.GetOrAdd(tag, Find) ?? throw new ArgumentException($"'{tag}' is not a known language tag (BCP 47, such as fr or en-GB)", nameof(Member.Languages));

    private static string? Find(string tag)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag, predefinedOnly: true);
            return culture.Name.Length == 0 ? null : culture.TwoLetterISOLanguageName;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
