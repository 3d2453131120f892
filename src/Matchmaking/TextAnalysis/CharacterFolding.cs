using System.Globalization;
using System.Text;

namespace Matchmaking.TextAnalysis;

/// <summary>Takes case, accents and presentation forms out of words: "Ébène" → "ebene", "ﬁlm" → "film".</summary>
internal static class CharacterFolding
{
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (char c in UnicodeForms.Apart(WellFormed(text)))
        {
            // Only the marks that European scripts put on letters: in Hindi or Thai the marks are the vowels.
            if (c is (>= '\u0300' and <= '\u036F') or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF'))
                continue;
            char lower = char.ToLowerInvariant(c);
            _ = Spelled(lower) is string spelled ? folded.Append(spelled) : folded.Append(lower);
        }

        return UnicodeForms.Together(folded.ToString());
    }

    /// <summary>Normalisation refuses half a surrogate pair, which JSON can smuggle in; the replacement character stands for it.</summary>
    public static string WellFormed(string text)
    {
        foreach (char c in text)
        {
            if (char.IsSurrogate(c))
                return string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
        }

        return text;
    }

    public static bool IsWordCharacter(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.LetterNumber;

    /// <summary>Letters that Unicode does not decompose although people write them with others.</summary>
    private static string? Spelled(char c) =>
        c switch
        {
            'œ' => "oe",
            'æ' => "ae",
            'ß' => "ss",
            'ø' => "o",
            'ł' => "l",
            'đ' or 'ð' => "d",
            'þ' => "th",
            'ı' => "i",
            '’' or 'ʼ' or '‘' or '`' or '´' => "'",
            '‐' or '‑' or '–' or '—' => "-",
            _ => null,
        };
}
