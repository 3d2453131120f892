namespace Matchmaking.Vectors;

/// <summary>Keys of topics with their ids, found as written or a <see cref="SpellingSlip"/> away.</summary>
internal sealed class TopicKeys
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<(TopicKey Key, int Id)> _roots = [];
    private readonly Dictionary<string, List<int>> _rootsByNeighbour = new(StringComparer.Ordinal);
    private int _neighboursKnown;

    public bool TryGetId(TopicKey key, out int id) => Has(key.Text, out id) || TryFindSlip(key, out id);

    /// <summary>Whether the key is a root.</summary>
    public bool Has(string key, out int id) => _ids.TryGetValue(key, out id);

    /// <summary>All roots, with their ids.</summary>
    public IReadOnlyList<(TopicKey Key, int Id)> Roots => _roots;

    /// <summary>Adds a key that slips of it are led to.</summary>
    public void AddRoot(TopicKey key, int id)
    {
        _ids.Add(key.Text, id);
        _roots.Add((key, id));
    }

    public void Write(SectionWriter writer, Func<int, bool> isKept)
    {
        (TopicKey Key, int Id)[] kept = [.. _roots.Where(root => isKept(root.Id))];
        writer.WriteStrings([.. kept.Select(root => root.Key.Text)]);
        foreach ((TopicKey key, int id) in kept)
        {
            writer.Write(id);
            writer.WriteArray<int>(key.WordStarts);
        }
    }

    /// <param name="reader">Where from.</param>
    /// <param name="count">How many ids there are.</param>
    public static TopicKeys Read(SectionReader reader, int count)
    {
        var keys = new TopicKeys();
        foreach (string text in reader.ReadStrings())
        {
            int id = reader.ReadCount(count - 1);
            int[] starts = reader.ReadPositions(text.Length);
            if (starts.Length == 0 || starts[0] != 0 || starts.Zip(starts.Skip(1)).Any(pair => pair.First > pair.Second))
                throw new InvalidDataException("the words of a topic are out of order");
            keys.AddRoot(new TopicKey(text, starts), id);
        }

        return keys;
    }

    /// <summary>The roots with ids below a number. Fitted ones are there before anybody reads, and stay.</summary>
    public IReadOnlyList<string> RootsBelow(int id)
    {
        List<string> roots = [];
        // By position: a topic met for the first time may be added meanwhile, behind all that are asked for.
        for (int i = 0; i < _roots.Count; i++)
        {
            if (_roots[i].Id < id)
                roots.Add(_roots[i].Key.Text);
        }

        return roots;
    }

    /// <summary>The first added of the roots a slip away, that is the most frequent one.</summary>
    private bool TryFindSlip(TopicKey key, out int id)
    {
        // Only now are the roots' neighbours needed: a matchmaker that was read from a file may meet no new word for long.
        for (; _neighboursKnown < _roots.Count; _neighboursKnown++)
        {
            foreach (string neighbour in SpellingSlip.Neighbourhood(_roots[_neighboursKnown].Key))
            {
                if (!_rootsByNeighbour.TryGetValue(neighbour, out List<int>? known))
                    _rootsByNeighbour.Add(neighbour, known = new List<int>(1));
                known.Add(_neighboursKnown);
            }
        }

        int best = int.MaxValue;
        foreach (string neighbour in SpellingSlip.Neighbourhood(key))
        {
            if (!_rootsByNeighbour.TryGetValue(neighbour, out List<int>? roots))
                continue;
            foreach (int root in roots)
            {
                if (root < best && SpellingSlip.IsBetween(key, _roots[root].Key))
                    best = root;
            }
        }

        id = best == int.MaxValue ? -1 : _roots[best].Id;
        return id >= 0;
    }
}
