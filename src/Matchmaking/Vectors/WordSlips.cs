namespace Matchmaking.Vectors;

/// <summary>
/// Which word of a topic is a slip of one that the community uses: one spelling is clearly commoner, no other common word is as near, and
/// the rare one is no word that the library knows. Near is one edit (Damerau 1964), two in longer words; ph and f are one letter. Common
/// words are found by what remains of them without a letter or two (Garbe 2012, SymSpell), so that the work grows with the words alone.
/// </summary>
internal sealed class WordSlips
{
    /// <summary>How many members have a word that others are slips of.</summary>
    public const int LeastMembers = 4;

    /// <summary>How many times as many members that is as have the slip.</summary>
    public const int TimesCommoner = 4;

    /// <summary>The fewest letters of the longer of the two words; the other may have one fewer.</summary>
    private const int ShortestWord = 5;

    /// <summary>The fewest letters of both words where two edits count.</summary>
    private const int ShortestWordForTwo = 7;

    /// <summary>The fewest letters of a word that the library does not know, in whatever language, where any edit counts.</summary>
    private const int ShortestUnknown = 9;

    private const int LongestWord = 30;

    private readonly Dictionary<string, int> _members = new(StringComparer.Ordinal);

    // Made when the first word is asked for: by what remains, the last common word that leaves it, and for each such entry the one before.
    private Dictionary<ulong, int>? _last;
    private readonly List<(string Word, int Before)> _entries = [];

    /// <param name="members">Words, with how many members have each; the rare ones count for nothing.</param>
    public WordSlips(IEnumerable<KeyValuePair<string, int>> members)
    {
        foreach ((string word, int having) in members)
        {
            if (having >= LeastMembers && IsLongEnough(word, ShortestWord - 1) && IsLetters(word))
                _members.Add(word, having);
        }
    }

    /// <summary>The words that others may be slips of, with how many members have them, in order.</summary>
    public IEnumerable<KeyValuePair<string, int>> Common => _members.OrderBy(word => word.Key, StringComparer.Ordinal);

    /// <summary>A topic's key with the words that were meant; the same key where nothing is a slip.</summary>
    /// <param name="key">The key.</param>
    /// <param name="meantBy">The word that is meant by one; null where it is no slip.</param>
    public TopicKey Corrected(TopicKey key, Func<string, string?> meantBy)
    {
        if (_members.Count == 0)
            return key;
        string[]? meant = null;
        int i = 0;
        foreach (string word in key.Words)
        {
            if (meantBy(word) is { } other)
            {
                meant ??= [.. key.Words];
                meant[i] = other;
            }

            i++;
        }

        return meant is null ? key : TopicKey.OfStems(meant);
    }

    /// <summary>The word that was meant; null where the word is none's slip.</summary>
    /// <param name="word">The word.</param>
    /// <param name="members">How many have it.</param>
    public string? Meant(string word, int members)
    {
        if (_members.Count == 0 || !IsLongEnough(word, ShortestWord - 1) || !IsLetters(word) || TopicTable.Shipped.Knows(word))
            return null;
        string sound = Sound(word);
        int least = Math.Max(LeastMembers, TimesCommoner * members);
        int nearest = 3;
        List<string> nearby = [];
        foreach (string common in Near(sound, word.Length))
        {
            if (common == word || _members[common] < least || Distance(word, sound, common) is not (<= 2 and var distance))
                continue;
            if (distance < nearest)
                nearby.Clear();
            if (distance <= nearest)
                nearby.Add(common);
            nearest = Math.Min(nearest, distance);
        }

        // Of two as near, one may itself be a slip of the other.
        string[] meant = [.. nearby.Select(common => Meant(common, _members[common]) ?? common).Distinct(StringComparer.Ordinal)];
        return meant is [var only] ? only : null;
    }

    private IEnumerable<string> Near(string sound, int length)
    {
        _last ??= Index();
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (ulong rest in Rests(sound, length))
        {
            for (int at = _last.GetValueOrDefault(rest, -1); at >= 0; at = _entries[at].Before)
            {
                if (seen.Add(_entries[at].Word))
                    yield return _entries[at].Word;
            }
        }
    }

    private Dictionary<ulong, int> Index()
    {
        Dictionary<ulong, int> last = [];
        foreach (string word in _members.Keys)
        {
            foreach (ulong rest in Rests(Sound(word), word.Length))
            {
                _entries.Add((word, last.GetValueOrDefault(rest, -1)));
                last[rest] = _entries.Count - 1;
            }
        }

        return last;
    }

    /// <summary>How many edits lie between two words; 3 where it is too many for words of this length.</summary>
    private static int Distance(string word, string sound, string common)
    {
        string other = Sound(common);
        int shorter = Math.Min(word.Length, common.Length);
        // The first letter is seldom wrong.
        if (sound[0] != other[0] || Math.Max(word.Length, common.Length) < ShortestWord)
            return 3;
        int distance = Edits(sound, other);
        if (distance == 2 && shorter < ShortestWordForTwo)
            return 3;
        // Of short words that the library does not know only what is plainly a slip.
        return distance == 0 || TopicTable.Shipped.Knows(common) || (distance == 1 && (shorter >= ShortestUnknown || IsPlain(sound, other)))
            ? distance
            : 3;
    }

    /// <summary>Whether of two words one edit apart two neighbours changed places, or a letter stands once for twice.</summary>
    private static bool IsPlain(string a, string b)
    {
        if (a.Length == b.Length)
        {
            int at = a.AsSpan().CommonPrefixLength(b);
            return at + 1 < a.Length && a[at] == b[at + 1] && a[at + 1] == b[at];
        }

        (string shorter, string longer) = a.Length < b.Length ? (a, b) : (b, a);
        int more = shorter.AsSpan().CommonPrefixLength(longer);
        return more > 0 && longer[more] == longer[more - 1];
    }

    /// <summary>Edits of letters, two neighbours that changed places being one (optimal string alignment); 3 for more than two.</summary>
    private static int Edits(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2)
            return 3;
        Span<int> rows = stackalloc int[3 * (LongestWord + 1)];
        int width = b.Length + 1;
        Span<int> older = rows[..width],
            old = rows.Slice(LongestWord + 1, width),
            row = rows.Slice(2 * (LongestWord + 1), width);
        for (int j = 0; j < width; j++)
            old[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j < width; j++)
            {
                int least = Math.Min(Math.Min(old[j], row[j - 1]) + 1, old[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    least = Math.Min(least, older[j - 2] + 1);
                row[j] = least;
            }

            Span<int> spare = older;
            older = old;
            old = row;
            row = spare;
        }

        return Math.Min(3, old[^1]);
    }

    /// <summary>A word as it sounds, and what remains of it without one letter, of long ones without two, as numbers (FNV-1a).</summary>
    private static IEnumerable<ulong> Rests(string word, int length)
    {
        yield return Number(word, -1, -1);
        for (int i = 1; i < word.Length; i++)
        {
            yield return Number(word, i, -1);
            for (int j = i + 1; j < word.Length && length >= ShortestWordForTwo; j++)
                yield return Number(word, i, j);
        }
    }

    private static ulong Number(string word, int without, int orWithout)
    {
        ulong number = 14695981039346656037;
        for (int i = 0; i < word.Length; i++)
        {
            if (i != without && i != orWithout)
                number = (number ^ word[i]) * 1099511628211;
        }

        return number;
    }

    private static string Sound(string word) => word.Replace("ph", "f", StringComparison.Ordinal);

    private static bool IsLongEnough(string word, int least) => word.Length >= least && word.Length <= LongestWord;

    private static bool IsLetters(string word) => word.All(char.IsAsciiLetterLower);
}
