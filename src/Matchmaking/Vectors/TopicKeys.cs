namespace Matchmaking;

/// <summary>Keys of topics with their ids, found as written or a <see cref="SpellingSlip"/> away.</summary>
internal sealed class TopicKeys
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<(TopicKey Key, int Id)> _roots = [];
    private readonly Dictionary<string, List<int>> _rootsByNeighbour = new(StringComparer.Ordinal);

    public bool TryGetId(TopicKey key, out int id) => _ids.TryGetValue(key.Text, out id) || TryFindSlip(key, out id);

    /// <summary>Adds a key that slips of it are led to.</summary>
    public void AddRoot(TopicKey key, int id)
    {
        _ids.Add(key.Text, id);
        foreach (string neighbour in SpellingSlip.Neighbourhood(key))
        {
            if (!_rootsByNeighbour.TryGetValue(neighbour, out List<int>? roots))
                _rootsByNeighbour.Add(neighbour, roots = new List<int>(1));
            roots.Add(_roots.Count);
        }

        _roots.Add((key, id));
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
