using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace Matchmaking.Members;

/// <summary>
/// BCP 47 language tags, compared by their primary language under its one code (<see cref="LanguageCodes"/>): iw is he, and nb is no.
/// </summary>
internal static class LanguageTag
{
    private const int LongestTag = 35;

    // The variants that tags of members may have, beside those that are years (de-1996): of all there are, a slip of the pen might be one.
    private static readonly FrozenSet<string> s_variants = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "arevela arevmda ekavsk fonipa hepburn ijekavsk monoton oxendict pinyin polyton posix scouse tarask valencia wadegile".Split(' ')
    );

    // Holds known tags alone: what a hostile file contains must not stay in memory.
    private static readonly ConcurrentDictionary<string, string> s_primary = new(StringComparer.OrdinalIgnoreCase);

    public static void Validate(string tag) => Primary(tag);

    /// <summary>The primary language of a tag; null where it is none.</summary>
    public static string? PrimaryOrNull(string tag) =>
        s_primary.TryGetValue(tag, out string? known) ? known
        : Find(tag) is { } primary ? s_primary.GetOrAdd(tag, primary)
        : null;

    /// <summary>The primary language of a tag under its one code: "fr" of "fr-CA", "he" of "iw".</summary>
    public static string Primary(string tag) =>
        PrimaryOrNull(tag)
        ?? throw new ArgumentException($"'{tag}' is not a known language tag (BCP 47, such as fr or en-GB)", nameof(Member.Languages));

    private static string? Find(string tag)
    {
        if (tag.Length > LongestTag)
            return null;
        string[] parts = tag.Split('-');
        int next = 1;
        // A language of a macrolanguage may stand behind it: zh-yue.
        string code = next < parts.Length && IsLetters(parts[next], 3) ? parts[next++] : parts[0];
        if (LanguageCodes.Of(parts[0]) is null || LanguageCodes.Of(code) is not { } language)
            return null;
        if (next < parts.Length && IsLetters(parts[next], 4))
            next++;
        if (next < parts.Length && (IsLetters(parts[next], 2) || (parts[next].Length == 3 && parts[next].All(char.IsAsciiDigit))))
            next++;
        while (next < parts.Length && IsVariant(parts[next]))
            next++;
        return next == parts.Length || IsExtension(parts.AsSpan(next)) ? language : null;
    }

    private static bool IsLetters(string part, int length) => part.Length == length && part.All(char.IsAsciiLetter);

    private static bool IsVariant(string part) =>
        s_variants.Contains(part) || (part.Length == 4 && char.IsAsciiDigit(part[0]) && part.All(char.IsAsciiLetterOrDigit));

    private static bool IsExtension(ReadOnlySpan<string> parts)
    {
        if (parts.Length < 2 || parts[0].Length != 1)
            return false;
        foreach (string part in parts)
        {
            if (part.Length is 0 or > 8 || !part.All(char.IsAsciiLetterOrDigit))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Whether the platform knows a culture: without culture data it may take any name, and says of all of them that their language is the
    /// invariant one.
    /// </summary>
    public static bool IsKnown(CultureInfo culture) =>
        culture.Name.Length > 0 && culture.TwoLetterISOLanguageName != CultureInfo.InvariantCulture.TwoLetterISOLanguageName;
}
