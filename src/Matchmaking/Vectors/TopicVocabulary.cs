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
    private readonly ConcurrentDictionary<string, int> _idByWording = new(StringComparer.Ordinal);
    private readonly Lock _growing = new();
    private readonly TopicKeys _keys;
    private readonly float[] _idf;
    private readonly float _idfOfUnseen;
    private int _count;

    internal TopicVocabulary(TopicKeys keys, float[] idf, float idfOfUnseen)
    {
        _keys = keys;
        _idf = idf;
        _idfOfUnseen = idfOfUnseen;
        _count = idf.Length;
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
            _keys.Write(writer, id => id < used.Length && used[id]);
        }
    }

    internal static TopicVocabulary Read(SectionReader reader)
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
        return new TopicVocabulary(TopicKeys.Read(reader, count), idf, unseen) { _count = count };
    }

    private int Add(string topic)
    {
        TopicKey key = TopicKey.Of(topic);
        lock (_growing)
        {
            if (!_keys.TryGetId(key, out int id))
            {
                id = _count;
                _keys.AddRoot(key, id);
                Volatile.Write(ref _count, id + 1);
            }

            _idByWording[topic] = id;
            return id;
        }
    }
}
