using System.Buffers;
using System.ComponentModel;
using System.Text;

namespace Matchmaking.Internal;

/// <summary>Cuts a text into words in lower case: French elisions off, addresses and bare numbers left out, C++ and C# whole.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TextTokenizer
{
    private const int MaximumLength = 64;

    // The French words that lose their vowel before another.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_elisions = new HashSet<string>(
        ["c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quoiqu", "s", "t"],
        StringComparer.Ordinal
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<string> s_addressMarks = SearchValues.Create(["@", "://", "www."], StringComparison.Ordinal);

    /// <summary>The words of a text, in order.</summary>
    public static IReadOnlyList<string> Tokenize(string text)
    {
        string normalized = Normalize(text);
        return Words(normalized).ConvertAll(word => normalized[word]);
    }

    /// <summary>In lower case, with one form for each letter and one apostrophe.</summary>
    internal static string Normalize(string text) =>
        UnicodeForms
            .Together(CharacterFolding.WellFormed(text))
            .ToLowerInvariant()
            .Replace('’', '\'')
            .Replace('ʼ', '\'')
            .Replace('‘', '\'');

    /// <summary>Where the words stand in a text that <see cref="Normalize"/> gave.</summary>
    internal static List<Range> Words(string text)
    {
        List<Range> words = new(text.Length / 6);
        if (!text.AsSpan().ContainsAny(s_addressMarks))
        {
            AddWords(words, text, 0, text.Length);
            return words;
        }

        for (int start = 0; start < text.Length; )
        {
            int end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;
            if (!IsAddress(text.AsSpan(start..end)))
                AddWords(words, text, start, end);
            start = end + 1;
        }

        return words;
    }

    private static void AddWords(List<Range> words, string text, int i, int last)
    {
        while (i < last)
        {
            int start = i;
            while (i < last && IsWordAt(text, i, out int length))
                i += length;
            if (i == start)
            {
                i++;
                continue;
            }

            if (i < last && text[i] == '\'' && s_elisions.Contains(text.AsSpan(start..i)))
            {
                i++;
                continue;
            }

            Add(words, text, start, ref i, last);
        }
    }

    private static void Add(List<Range> words, string text, int start, ref int end, int last)
    {
        int length = end - start;
        // "don't", "aujourd'hui" are one word; of "dog's" the possessive goes.
        if (end + 1 < last && text[end] == '\'' && char.IsLetter(text[end + 1]))
        {
            int rest = end + 1;
            while (rest < last && IsWordAt(text, rest, out int step))
                rest += step;
            bool possessive = rest == end + 2 && text[end + 1] == 's';
            Add(words, text, start..(possessive ? end : rest));
            end = rest;
            return;
        }

        while (end < last && (text[end] == '+' || (text[end] == '#' && end == start + length)))
            end++;
        // A sign after a longer word, as in "salsa+bachata" or "design #1", is none of a language's name.
        bool named = end - start > length && length <= 2 && (end == last || !char.IsLetterOrDigit(text[end]));
        Add(words, text, start..(named ? end : start + length));
    }

    private static void Add(List<Range> words, string text, Range range)
    {
        ReadOnlySpan<char> word = text.AsSpan(range);
        if (word.Length is <= 1 or > MaximumLength)
            return;
        foreach (char c in word)
        {
            if (char.IsDigit(c))
                continue;
            words.Add(range);
            return;
        }
    }

    private static bool IsWordAt(string text, int i, out int length)
    {
        length = 1;
        if (char.IsAscii(text[i]))
            return char.IsAsciiLetterOrDigit(text[i]);
        bool any = Rune.TryGetRuneAt(text, i, out Rune rune);
        length = any ? rune.Utf16SequenceLength : 1;
        return any && CharacterFolding.IsWordCharacter(rune);
    }

    /// <summary>Web and mail addresses: their pieces are no words of the member's.</summary>
    private static bool IsAddress(ReadOnlySpan<char> piece)
    {
        int at = piece.IndexOf('@');
        return piece.Contains("://", StringComparison.Ordinal) || piece.StartsWith("www.") || (at > 0 && piece[at..].Contains('.'));
    }
}
