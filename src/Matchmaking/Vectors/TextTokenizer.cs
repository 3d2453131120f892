using System.Text;
using Lucene.Net.Analysis.Fr;

namespace Matchmaking;

/// <summary>Cuts a text into words in lower case: French elisions off, addresses and bare numbers left out, C++ and C# whole.</summary>
internal static class TextTokenizer
{
    private const int MaximumLength = 64;

    // l', d', qu', jusqu' … A table of our own lookup: CharArraySet is neither made for strings nor documented as thread-safe.
    private static readonly HashSet<string> s_elisions = [.. FrenchAnalyzer.DEFAULT_ARTICLES];

    public static List<string> Tokenize(string text)
    {
        text = CharacterFolding.WellFormed(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        List<string> words = [];
        for (int start = 0; start < text.Length;)
        {
            int end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;
            if (!IsAddress(text.AsSpan(start..end)))
                AddWords(words, text[start..end]);
            start = end + 1;
        }

        return words;
    }

    private static void AddWords(List<string> words, string text)
    {
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            while (i < text.Length && IsWordAt(text, i, out int length))
                i += length;
            if (i == start)
            {
                i++;
                continue;
            }

            if (i < text.Length && IsApostrophe(text[i]) && s_elisions.Contains(text[start..i]))
            {
                i++;
                continue;
            }

            Add(words, text, start, ref i);
        }
    }

    private static void Add(List<string> words, string text, int start, ref int end)
    {
        int length = end - start;
        // "don't", "aujourd'hui" are one word; of "dog's" the possessive goes.
        if (end + 1 < text.Length && IsApostrophe(text[end]) && char.IsLetter(text[end + 1]))
        {
            int rest = end + 1;
            while (rest < text.Length && IsWordAt(text, rest, out int step))
                rest += step;
            bool possessive = rest == end + 2 && text[end + 1] == 's';
            string whole = text[start..end] + (possessive ? "" : "'" + text[(end + 1)..rest]);
            end = rest;
            Add(words, whole);
            return;
        }

        while (end < text.Length && (text[end] == '+' || (text[end] == '#' && end == start + length)))
            end++;
        // A sign after a longer word, as in "salsa+bachata" or "design #1", is none of a language's name.
        bool named = end - start > length && length <= 2 && (end == text.Length || !char.IsLetterOrDigit(text[end]));
        Add(words, named ? text[start..end] : text.Substring(start, length));
    }

    private static void Add(List<string> words, string word)
    {
        if (word.Length is > 1 and <= MaximumLength && !word.All(char.IsDigit))
            words.Add(word);
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '‘';

    private static bool IsWordAt(string text, int i, out int length)
    {
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
