using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace Matchmaking.Members;

/// <summary>BCP 47 language tags, compared by their primary language.</summary>
/// <remarks>
/// A tag is known where the platform knows its culture. The platform does not know every language that people speak (Occitan), and in a
/// container without culture data it knows none: so a language of ISO 639-1, alone or with script and region, is known as well.
/// </remarks>
internal static class LanguageTag
{
    private const int LongestTag = 35;

    private static readonly FrozenSet<string> s_iso639 = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        (
            "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et "
            + "eu fa ff fi fj fo fr fy ga gd gl gn gu "
            + "gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li "
            + "ln lo lt lu lv mg mh mi mk ml mn mr ms "
            + "mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq "
            + "sr ss st su sv sw ta te tg th ti tk tl "
            + "tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
        ).Split(' ')
    );

    // Holds known tags alone: what a hostile file contains must not stay in memory.
    private static readonly ConcurrentDictionary<string, string> s_primary = new(StringComparer.OrdinalIgnoreCase);

    public static void Validate(string tag) => Primary(tag);

    /// <summary>The primary language of a tag: "fr" of "fr-CA".</summary>
    public static string Primary(string tag)
    {
        if (s_primary.TryGetValue(tag, out string? known))
            return known;
        string primary = Find(tag)
            ?? throw new ArgumentException($"'{tag}' is not a known language tag (BCP 47, such as fr or en-GB)", nameof(Member.Languages));
        return s_primary.GetOrAdd(tag, primary);
    }

    private static string? Find(string tag) => tag.Length > LongestTag ? null : FindCulture(tag) ?? FindIso639(tag);

    private static string? FindCulture(string tag)
    {
        // The platform takes "en_US" for a name of its own; BCP 47 does not.
        if (tag.Contains('_', StringComparison.Ordinal))
            return null;
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag, predefinedOnly: true);
            return IsKnown(culture) ? culture.TwoLetterISOLanguageName : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether the platform knows a culture: without culture data it may take any name, and says of all of them that their language is the
    /// invariant one.
    /// </summary>
    public static bool IsKnown(CultureInfo culture) =>
        culture.Name.Length > 0 && culture.TwoLetterISOLanguageName != CultureInfo.InvariantCulture.TwoLetterISOLanguageName;

    private static string? FindIso639(string tag)
    {
        string[] parts = tag.Split('-');
        int next = 1;
        if (next < parts.Length && parts[next].Length == 4 && parts[next].All(char.IsAsciiLetter))
            next++;
        if (
            next < parts.Length
            && (
                parts[next].Length == 2
                    ? parts[next].All(char.IsAsciiLetter)
                    : parts[next].Length == 3 && parts[next].All(char.IsAsciiDigit)
            )
        )
            next++;
#pragma warning disable CA1308 // Language codes are written in lower case.
        return next == parts.Length && s_iso639.Contains(parts[0]) ? parts[0].ToLowerInvariant() : null;
#pragma warning restore CA1308
    }
}
