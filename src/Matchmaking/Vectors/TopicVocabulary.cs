using System.Collections.Concurrent;
using System.ComponentModel;
using System.Globalization;

namespace Matchmaking.Internal;

/// <summary>
/// The topics of a community: whatever members call it, one id a topic, and how much it tells about who has it. It grows by topics seen
/// later, never changes an id, and may be used by several threads; a wording met before is found without a lock.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TopicVocabulary
{
    private readonly ConcurrentDictionary<string, int> _idByWording = new(StringComparer.Ordinal);
    private readonly Lock _growing = new();
    private readonly TopicKeys _keys;
    private readonly float[] _idf;
    private readonly float _idfOfUnseen;
    private readonly WordSlips _slips;
    private readonly HashSet<int> _contradicted;
    private readonly string?[] _spellings;
    private readonly ConcurrentDictionary<int, TopicTable.Line> _lines = new();
    private readonly ConcurrentDictionary<(string Written, string Language), string> _shown = new();
    private int _count;

    /// <param name="keys">The topics.</param>
    /// <param name="idf">By id, how much each tells.</param>
    /// <param name="idfOfUnseen">How much one tells that nobody had.</param>
    /// <param name="slips">The words that topics are made of.</param>
    /// <param name="contradicted">The lines of the table that the host's synonyms contradict.</param>
    /// <param name="spellings">By id, how most write it; null where no two write the same.</param>
    internal TopicVocabulary(
        TopicKeys keys,
        float[] idf,
        float idfOfUnseen,
        WordSlips slips,
        HashSet<int> contradicted,
        string?[] spellings
    )
    {
        _slips = slips;
        _contradicted = contradicted;
        _spellings = spellings;
        _keys = keys;
        _idf = idf;
        _idfOfUnseen = idfOfUnseen;
        _count = idf.Length;
        foreach ((TopicKey key, int id) in keys.Roots)
        {
            if (LineOf(key) is { } line)
                _lines.TryAdd(id, line);
        }
    }

    /// <summary>How many topics there are, those seen later included; ids are below it.</summary>
    internal int Count => Volatile.Read(ref _count);

    /// <summary>How many topics the members had on whom the vocabulary was fitted.</summary>
    internal int FittedCount => _idf.Length;

    /// <summary>
    /// The topics on which it was fitted, as keys; in no particular order. After a file was read: those that somebody had when it was
    /// written.
    /// </summary>
    public IEnumerable<string> FittedTopics => _keys.RootsBelow(_idf.Length);

    /// <summary>The id of a topic, a new one for a new topic.</summary>
    internal int IdOf(string topic) => _idByWording.TryGetValue(topic, out int id) ? id : Add(topic);

    /// <summary>
    /// How much a topic tells: ln((1 + members) / (1 + members who name it)) + 1, at least 1 (Spärck Jones 1972, smoothed so that what
    /// everybody has still counts). Frozen when fitted; a topic seen later counts as one that nobody named.
    /// </summary>
    public float Idf(int id)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(id);
        return id < _idf.Length ? _idf[id] : _idfOfUnseen;
    }

    /// <summary>
    /// How a topic that somebody has is shown to a reader: by its name in their language where the library knows it, or else as most
    /// members write it, or else as it is written there.
    /// </summary>
    /// <param name="written">How somebody wrote it.</param>
    /// <param name="culture">The reader's language.</param>
    internal string DisplayName(string written, CultureInfo culture)
    {
        (string, string) asked = (written, culture.Name);
        return _shown.TryGetValue(asked, out string? shown) ? shown : _shown[asked] = Show(written, culture);
    }

    private string Show(string written, CultureInfo culture)
    {
        int id = IdOf(written);
        if (_lines.TryGetValue(id, out TopicTable.Line? line) && line.Name(culture) is { } name)
            return name;
        if (id >= _spellings.Length || _spellings[id] is not { } spelling)
            return written;
        // Of a host's synonyms each is shown as itself.
        string key = TopicKey.Of(written).Text;
        return TopicKey.Of(spelling).Text == key || IsSlip(key) ? spelling : written;
    }

    private bool IsSlip(string key)
    {
        lock (_growing)
            return !_keys.Has(key, out _);
    }

    /// <param name="writer">Where to.</param>
    /// <param name="used">
    /// By id: only these are written by name. The others keep their number and their weight, so that all ids stay; nobody is left who has
    /// them.
    /// </param>
    /// <param name="writers">Those who have topics now; null: none has come, gone or changed since this was fitted.</param>
    internal void Write(SectionWriter writer, bool[] used, IEnumerable<Member>? writers)
    {
        HashSet<string>? written = writers?.SelectMany(TopicVocabularyBuilder.WordingsOf).ToHashSet(StringComparer.Ordinal);
        lock (_growing)
        {
            writer.Write(_count);
            writer.Write(_idfOfUnseen);
            writer.WriteArray<float>(_idf);
            _keys.Write(writer, IsUsed);

            // Nothing that nobody says any more, unless it is a word that everybody knows.
            HashSet<string> words = [.. _keys.Roots.Where(root => IsUsed(root.Id)).SelectMany(root => root.Key.Words)];
            KeyValuePair<string, int>[] common =
            [
                .. _slips.Common.Where(word => words.Contains(word.Key) || TopicTable.Shipped.Knows(word.Key)),
            ];
            writer.WriteStrings([.. common.Select(word => word.Key)]);
            writer.WriteArray<int>([.. common.Select(word => word.Value)]);
            writer.WriteStrings([.. _spellings.Select((spelling, id) => IsUsed(id) && IsWritten(spelling) ? spelling! : "")]);
        }

        bool IsUsed(int id) => id < used.Length && used[id];

        bool IsWritten(string? spelling) => spelling is not null && written?.Contains(spelling) != false;
    }

    /// <param name="reader">Where from.</param>
    /// <param name="synonyms">Those of the host on which it was fitted.</param>
    internal static TopicVocabulary Read(SectionReader reader, IReadOnlyList<IReadOnlyList<string>> synonyms)
    {
        int count = reader.ReadCount(int.MaxValue);
        float unseen = reader.Read<float>();
        float[] idf = reader.ReadArray<float>();
        if (
            idf.Length > count
            || !(unseen > 0 && float.IsFinite(unseen))
            || !Array.TrueForAll(idf, value => value > 0 && float.IsFinite(value))
        )
            throw new InvalidDataException("the weights of topics are none");
        var keys = TopicKeys.Read(reader, count);
        string[] words = reader.ReadStrings();
        int[] members = reader.ReadArray<int>();
        string[] spellings = reader.ReadStrings();
        if (
            members.Length != words.Length
            || words.Distinct(StringComparer.Ordinal).Count() != words.Length
            || spellings.Length != idf.Length
        )
            throw new InvalidDataException("the words of topics do not fit");
        return new TopicVocabulary(
            keys,
            idf,
            unseen,
            new WordSlips(words.Zip(members, KeyValuePair.Create)),
            TopicVocabularyBuilder.Contradicted(synonyms),
            Array.ConvertAll(spellings, spelling => spelling.Length > 0 ? spelling : null)
        )
        {
            _count = count,
        };
    }

    private int Add(string topic)
    {
        TopicKey key = TopicKey.Of(topic);
        lock (_growing)
        {
            if (!_keys.Has(key.Text, out int id))
            {
                // A word that is new here is had by one.
                key = _slips.Corrected(key, word => _slips.Meant(word, 1));
                TopicTable.Line? line = LineOf(key);
                if (!_keys.TryGetId(key, out id))
                {
                    id = _count;
                    AddRoots(line?.Keys ?? [key], id);
                    if (line is not null)
                        _lines.TryAdd(id, line);
                    Volatile.Write(ref _count, id + 1);
                }
            }

            _idByWording[topic] = id;
            return id;
        }
    }

    private TopicTable.Line? LineOf(TopicKey key) =>
        TopicTable.Shipped.Find(key.Text) is >= 0 and var line && !_contradicted.Contains(line) ? TopicTable.Shipped.All[line] : null;

    private void AddRoots(TopicKey[] keys, int id)
    {
        foreach (TopicKey key in keys)
        {
            if (!_keys.Has(key.Text, out _))
                _keys.AddRoot(key, id);
        }
    }
}
