namespace Matchmaking;

/// <summary>
/// The sections of a matchmaker's snapshots that are not the library's own: those in use, and those that nobody has asked for.
/// </summary>
internal sealed class SectionShelf(IReadOnlyDictionary<string, byte[]>? unused)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ISnapshotSection> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _unused = new(unused ?? new Dictionary<string, byte[]>(), StringComparer.Ordinal);
    private int _forgotten;

    public IReadOnlyCollection<string> Unused
    {
        get
        {
            lock (_lock)
                return [.. _unused.Keys];
        }
    }

    public void Use(Matchmaker matchmaker, ISnapshotSection section)
    {
        string name = section.Name;
        if (string.IsNullOrWhiteSpace(name) || MatchmakerSnapshot.IsOwn(name))
            throw new ArgumentException($"'{name}' cannot be the name of a section.", nameof(section));
        byte[]? bytes;
        int forgotten;
        lock (_lock)
        {
            forgotten = _forgotten;
            _used[name] = section;
            _unused.Remove(name, out bytes);
        }

        if (bytes is null)
            return;
        try
        {
            section.Read(matchmaker, bytes);
        }
        catch (Exception exception)
        {
            lock (_lock)
            {
                _used.Remove(name);
                // Who was removed meanwhile may be in it.
                if (forgotten == _forgotten)
                    _unused.TryAdd(name, bytes);
            }

            if (exception is InvalidDataException)
                throw new SnapshotFormatException($"The section '{name}' {exception.Message}", exception);
            throw;
        }
    }

    public IReadOnlyList<(string Name, byte[] Bytes)> Write(Matchmaker matchmaker)
    {
        ISnapshotSection[] used;
        List<(string, byte[])> sections;
        lock (_lock)
        {
            used = [.. _used.Values];
            sections = [.. _unused.Select(section => (section.Key, section.Value))];
        }

        foreach (ISnapshotSection section in used)
        {
            if (section.Write(matchmaker) is { } bytes)
                sections.Add((section.Name, bytes));
        }

        return sections;
    }

    /// <summary>Drops what nobody can take a removed member out of.</summary>
    public void ForgetUnused()
    {
        lock (_lock)
        {
            _unused.Clear();
            _forgotten++;
        }
    }
}
