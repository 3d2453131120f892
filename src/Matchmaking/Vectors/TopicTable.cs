using System.IO.Compression;
using System.Text;

namespace Matchmaking.Vectors;

/// <summary>
/// The topics that the library knows by name (<c>Topics/topics.txt</c>, English and French; <c>Topics/aliases.txt</c>, names that are the
/// same everywhere), and the words of both languages (<c>Topics/words.txt.gz</c>). It is read when first needed.
/// </summary>
internal sealed class TopicTable
{
    private static readonly Lazy<TopicTable> s_shipped = new(() => new TopicTable());
    private static readonly Lazy<byte[]> s_words = new(ReadWords);

    private readonly List<Line> _lines = [];
    private readonly Dictionary<string, int> _lineByKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    private TopicTable()
    {
        foreach (string line in Lines("topics.txt"))
        {
            string[] sides = line.Split(" = ");
            string[] english = sides[0].Split(", ");
            string[] french = sides[1].Split(", ");
            Add(english, french);
        }

        foreach (string line in Lines("aliases.txt"))
        {
            string[] names = line.Split(", ");
            Add(names, names);
        }
    }

    public static TopicTable Shipped => s_shipped.Value;

    /// <summary>A topic of the table.</summary>
    /// <param name="English">Its names in English, the one that is shown first.</param>
    /// <param name="French">Its names in French, likewise.</param>
    /// <param name="Keys">All its spellings, as keys, each once.</param>
    public sealed record Line(string[] English, string[] French, TopicKey[] Keys)
    {
        /// <summary>The name in a language, told by its primary tag; null in one that the table does not have.</summary>
        public string? Name(string language) =>
            language switch
            {
                "en" => English[0],
                "fr" => French[0],
                _ => English == French ? English[0] : null,
            };

        /// <summary>Whether a spelling is one of the names in a language.</summary>
        public bool Has(string language, string spelling)
        {
            string[] names = language == "fr" ? French : English;
            string folded = CharacterFolding.Fold(spelling);
            return Array.Exists(names, name => IsPlural(folded, CharacterFolding.Fold(name)));
        }
    }

    /// <summary>
    /// Whether a word is a name or its plural; a name of the other language may have the same key: photography, photographie.
    /// </summary>
    private static bool IsPlural(string word, string name) =>
        word.StartsWith(name, StringComparison.Ordinal) && word[name.Length..] is ("" or "s" or "x" or "es");

    public IReadOnlyList<Line> All => _lines;

    /// <summary>The number of the line that has a key; −1 where none has.</summary>
    public int Find(string key) => _lineByKey.TryGetValue(key, out int line) ? line : -1;

    /// <summary>
    /// The lines that a host's own list of synonyms contradicts: those with spellings of two of its meanings. They count for nothing.
    /// </summary>
    /// <param name="meanings">The host's meanings, as keys.</param>
    public HashSet<int> Contradicted(IEnumerable<IEnumerable<string>> meanings)
    {
        HashSet<int> met = [],
            contradicted = [];
        foreach (IEnumerable<string> meaning in meanings)
        {
            foreach (int line in meaning.Select(Find).Where(line => line >= 0).Distinct())
            {
                if (!met.Add(line))
                    contradicted.Add(line);
            }
        }

        return contradicted;
    }

    /// <summary>Whether a word is one of English, French or a name of the table: nobody's slip.</summary>
    /// <param name="word">As a topic's key has it: folded and stemmed.</param>
    public bool Knows(string word)
    {
        if (_words.Contains(word))
            return true;
        ReadOnlySpan<byte> words = s_words.Value;
        Span<byte> wanted = stackalloc byte[32];
        if (word.Length > 30 || !Ascii.IsValid(word))
            return false;
        wanted = wanted[..Encoding.ASCII.GetBytes(word, wanted)];
        // Sorted lines: of the half that is left, the line in its middle tells which half to keep.
        for (int low = 0, high = words.Length; low < high; )
        {
            int start = words[low..((low + high) / 2)].LastIndexOf((byte)'\n') + 1 + low;
            int end = start + words[start..].IndexOf((byte)'\n');
            int order = wanted.SequenceCompareTo(words[start..end]);
            if (order == 0)
                return true;
            (low, high) = order < 0 ? (low, start) : (end + 1, high);
        }

        return false;
    }

    private void Add(string[] english, string[] french)
    {
        TopicKey[] keys = [.. english.Concat(french).Select(TopicKey.Of).DistinctBy(key => key.Text, StringComparer.Ordinal)];
        foreach (TopicKey key in keys)
        {
            _lineByKey.Add(key.Text, _lines.Count);
            foreach (string word in key.Words)
                _words.Add(word);
        }

        _lines.Add(new Line(english, french, keys));
    }

    /// <summary>The lines of one of the library's files, without comments.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using var lines = new StreamReader(Resource(file));
        while (lines.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }

    private static byte[] ReadWords()
    {
        using var unpacked = new GZipStream(Resource("words.txt.gz"), CompressionMode.Decompress);
        using var words = new MemoryStream(1 << 20);
        unpacked.CopyTo(words);
        return words.ToArray();
    }

    private static Stream Resource(string file) => typeof(TopicTable).Assembly.GetManifestResourceStream($"Matchmaking.Topics.{file}")!;
}
