namespace Matchmaking.Vectors;

/// <summary>
/// Whether two topics differ by one slip of the hand: one edit (Damerau 1964) inside a long word. A wrong merge misleads two members, a
/// missed one loses a point of a score; so a slip is taken for one only where real words hardly ever lie that close together: neither metal
/// and petal, casting and coasting, nor mediation and meditation.
/// </summary>
internal static class SpellingSlip
{
    /// <summary>
    /// The fewest letters of a word in which two neighbours changed places or a letter stands once for twice; not "martial" and "marital".
    /// </summary>
    public const int MinimumLength = 8;

    /// <summary>The same for any other letter wrong, missing or too much: not "mediation" and "meditation".</summary>
    public const int MinimumLengthOtherwise = 10;

    /// <summary>Longer topics are sentences: their neighbourhood would grow with the square of their length.</summary>
    private const int MaximumTopicLength = 100;

    public static bool IsBetween(TopicKey left, TopicKey right)
    {
        (TopicKey a, TopicKey b) = left.Text.Length <= right.Text.Length ? (left, right) : (right, left);
        int more = b.Text.Length - a.Text.Length;
        if (more > 1 || a.Text == b.Text)
            return false;
        int start = a.Text.AsSpan().CommonPrefixLength(b.Text);
        int same = CommonSuffixLength(a.Text.AsSpan(start), b.Text.AsSpan(start));
        ReadOnlySpan<char> was = a.Text.AsSpan(start, a.Text.Length - start - same);
        ReadOnlySpan<char> became = b.Text.AsSpan(start, b.Text.Length - start - same);
        if (!IsLetters(was) || !IsLetters(became))
            return false;
        bool transposed = was.Length == 2 && became.Length == 2 && was[0] == became[1] && was[1] == became[0];
        if (!transposed && (became.Length != 1 || was.Length + more != 1))
            return false;
        if (!transposed && more == 0 && !AreConfused(was[0], became[0]))
            return false;
        bool doubled = more == 1 && start > 0 && b.Text[start - 1] == became[0];
        int inside = transposed ? 1 : 0; // a word ends in "gn" by a slip, never as a form of one in "ng"
        int length = Math.Min(WordLength(a, start, was.Length - inside), WordLength(b, start, became.Length - inside));
        return length >= (transposed || doubled ? MinimumLength : MinimumLengthOtherwise)
            && (doubled || IsVariant(was, became) || !(IsKnown(a, start) && IsKnown(b, start)));
    }

    /// <summary>
    /// What English and French write in two ways: organise and organize, behaviour and behavior, independence and indépendance.
    /// </summary>
    private static bool IsVariant(ReadOnlySpan<char> was, ReadOnlySpan<char> became) =>
        $"{was}/{became}" is "s/z" or "z/s" or "s/c" or "c/s" or "a/e" or "e/a" or "/u";

    /// <summary>
    /// Whether the word that holds a position is one of English, French or a name: then it is no slip of another such word.
    /// </summary>
    private static bool IsKnown(TopicKey key, int position)
    {
        int word = key.WordStarts.Length - 1;
        while (key.WordStarts[word] > position)
            word--;
        return TopicTable.Shipped.Knows(key.Words.ElementAt(word));
    }

    /// <summary>
    /// The topic itself and what remains of it when one letter within a long word is left out: two a slip apart share one (Garbe 2012,
    /// SymSpell).
    /// </summary>
    public static IEnumerable<string> Neighbourhood(TopicKey key)
    {
        yield return key.Text;
        for (int i = 1; i < key.Text.Length && key.Text.Length <= MaximumTopicLength; i++)
        {
            if (WordLength(key, i, 0) >= MinimumLength)
                yield return key.Text.Remove(i, 1);
        }
    }

    /// <summary>
    /// The length of the word that holds the edit strictly inside: its first letter is seldom wrong, and its last makes another form.
    /// Otherwise 0.
    /// </summary>
    private static int WordLength(TopicKey key, int start, int length)
    {
        int word = key.WordStarts.Length - 1;
        while (key.WordStarts[word] > start)
            word--;
        int wordStart = key.WordStarts[word];
        int wordEnd = word + 1 < key.WordStarts.Length ? key.WordStarts[word + 1] : key.Text.Length;
        return start > wordStart && start + length < wordEnd ? wordEnd - wordStart : 0;
    }

    /// <summary>
    /// Letters that people write for one another. Of words a different consonant apart, most are two words (revolution and resolution).
    /// </summary>
    private static bool AreConfused(char a, char b) =>
        (IsVowel(a) && IsVowel(b)) || (a, b) is ('s', 'z') or ('z', 's') or ('s', 'c') or ('c', 's') or ('c', 'k') or ('k', 'c');

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static int CommonSuffixLength(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int length = 0;
        while (length < a.Length && length < b.Length && a[^(length + 1)] == b[^(length + 1)])
            length++;
        return length;
    }

    private static bool IsLetters(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsLetter(c))
                return false;
        }

        return true;
    }
}
