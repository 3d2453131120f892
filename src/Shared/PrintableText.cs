using System.Globalization;
using System.Text;

namespace Matchmaking;

/// <summary>
/// Texts of members on a terminal or in a message: what cannot be seen there and changes what is seen (control characters, marks that turn
/// the direction of writing, characters of no width, halves of characters) is written as its number.
/// </summary>
internal static class PrintableText
{
    /// <param name="text">Any text.</param>
    /// <param name="lines">Whether line ends stay.</param>
    public static string Of(string text, bool lines = false)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!IsPrintable(rune, lines))
                return Escaped(text, lines);
        }

        return text;
    }

    /// <summary>Half a pair of surrogates counts as the replacement character, which can be seen.</summary>
    private static bool IsPrintable(Rune rune, bool lines) =>
        (lines && rune.Value == '\n')
        || Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Surrogate
            );

    private static string Escaped(string text, bool lines)
    {
        var printable = new StringBuilder(text.Length + 16);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsPrintable(rune, lines))
                printable.Append(rune.ToString());
            else if (rune.IsBmp)
                printable.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            else
                printable.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}");
        }

        return printable.ToString();
    }
}
