using System.Collections.Concurrent;
using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// The topics of a community: whatever members call it, one id a topic, and how much it tells about who has it. It grows by topics seen
/// later, never changes an id, and may be used by several threads; a wording met before is found without a lock.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TopicVocabulary
{
    private const int WordsOfASentence = 3;

    private readonly ConcurrentDictionary<string, int> _idByWording = new(StringComparer.Ordinal);
    private readonly Lock _growing = new();
    private readonly TopicKeys _keys;
    private readonly float[] _idf;
    private readonly float _idfOfUnseen;
    private readonly WordSlips _slips;
    private readonly HashSet<int> _contradicted;
    private readonly ConcurrentDictionary<int, TopicTable.Line> _lines = new();
    private readonly ConcurrentDictionary<(string Spelled, string Language), string> _told = new();
    private readonly Lazy<TextTopics> _inTexts;
    private int _count;

    /// <param name="keys">The topics.</param>
    /// <param name="idf">By id, how much each tells.</param>
    /// <param name="idfOfUnseen">How much one tells that nobody had.</param>
    /// <param name="slips">The words that topics are made of.</param>
    /// <param name="contradicted">The lines of the table that the host's synonyms contradict.</param>
    internal TopicVocabulary(TopicKeys keys, float[] idf, float idfOfUnseen, WordSlips slips, HashSet<int> contradicted)
    {
        _slips = slips;
        _contradicted = contradicted;
        _keys = keys;
        _idf = idf;
        _idfOfUnseen = idfOfUnseen;
        _inTexts = new(ReadTexts);
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
    /// A topic's name in a reader's language; as it is spelled where that is in this language, or the library knows no name.
    /// </summary>
    /// <param name="id">The topic.</param>
    /// <param name="spelled">How members spell it.</param>
    /// <param name="language">The reader's language, as a primary tag.</param>
    internal string InLanguage(int id, string spelled, string language) =>
        !_lines.TryGetValue(id, out TopicTable.Line? line) || line.Name(language) is not { } name ? spelled
        : _told.TryGetValue((spelled, language), out string? told) ? told
        : _told[(spelled, language)] = line.Has(language, spelled) ? spelled : name;

    /// <summary>
    /// The topics inside of a sentence that stands where a topic is asked for; none where it is a topic, and no sentence: up to two words,
    /// or what the library knows as one.
    /// </summary>
    /// <param name="written">What somebody wrote.</param>
    /// <param name="own">Its own id.</param>
    internal IReadOnlyList<TextTopic> TopicsIn(string written, int own) =>
        _lines.ContainsKey(own) || TopicKey.Of(written).WordStarts.Length < WordsOfASentence ? [] : _inTexts.Value.In(written, own);

    /// <summary>What a question is about, also where it names a topic in part alone, or what goes with it.</summary>
    internal IReadOnlyList<TextTopic> TopicsOf(string question) => _inTexts.Value.In(question, inPart: true);

    private TextTopics ReadTexts()
    {
        // Those of the members on whom it was fitted: whoever comes later changes nothing in what a text says.
        lock (_growing)
            return new TextTopics([.. _keys.Roots.Where(root => root.Id < _idf.Length)], name =>
                _keys.Has(TopicKey.Of(name).Text, out int id) && id < _idf.Length ? id : null
            );
    }

    /// <param name="writer">Where to.</param>
    /// <param name="used">
    /// By id: only these are written by name. The others keep their number and their weight, so that all ids stay; nobody is left who has
    /// them.
    /// </param>
    internal void Write(SectionWriter writer, bool[] used)
    {
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
        }

        bool IsUsed(int id) => id < used.Length && used[id];
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
        if (members.Length != words.Length || words.Distinct(StringComparer.Ordinal).Count() != words.Length)
            throw new InvalidDataException("the words of topics do not fit");
        return new TopicVocabulary(
            keys,
            idf,
            unseen,
            new WordSlips(words.Zip(members, KeyValuePair.Create)),
            TopicVocabularyBuilder.Contradicted(synonyms)
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
