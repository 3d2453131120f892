namespace Matchmaking;

/// <summary>
/// The sections of a matchmaker's snapshots that are not the library's own: those in use, and those that nobody has asked for. A section
/// that is being read still counts as what its bytes are; who saves after these had to go waits until it is in use.
/// </summary>
internal sealed class SectionShelf(IReadOnlyDictionary<string, byte[]>? unused)
{
    /// <summary>Held while a section is read.</summary>
    private readonly Lock _reading = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ISnapshotSection> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _unused = new(unused ?? new Dictionary<string, byte[]>(), StringComparer.Ordinal);
    private ISnapshotSection? _coming;

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
        lock (_reading)
        {
            byte[]? bytes;
            lock (_lock)
            {
                bytes = _unused.GetValueOrDefault(name);
                _coming = bytes is null ? null : section;
            }

            try
            {
                if (bytes is not null)
                    section.Read(matchmaker, bytes);
                lock (_lock)
                {
                    _unused.Remove(name);
                    _used[name] = section;
                }
            }
            catch (InvalidDataException exception)
            {
                throw new SnapshotFormatException($"The section '{name}' {exception.Message}", exception);
            }
            finally
            {
                lock (_lock)
                    _coming = null;
            }
        }
    }

    /// <summary>What there is at a moment; to be asked together with the state that is saved, under the lock of changes.</summary>
    public Kept Now()
    {
        lock (_lock)
        {
            bool mustWait = _coming is { Name: var name } && !_unused.ContainsKey(name) && !_used.ContainsKey(name);
            return new Kept([.. _used.Values], [.. _unused], mustWait ? _coming : null);
        }
    }

    /// <summary>The bytes of what there was; waits for what is on its way. Without any lock held.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Write(Matchmaker matchmaker, Kept kept)
    {
        List<(string, byte[])> sections = [.. kept.Unused.Select(section => (section.Key, section.Value))];
        List<ISnapshotSection> used = [.. kept.Used];
        if (kept.Coming is { } coming)
        {
            lock (_reading)
            {
                lock (_lock)
                {
                    if (_used.ContainsValue(coming))
                        used.Add(coming);
                }
            }
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
            _unused.Clear();
    }

    /// <param name="Used">Those in use.</param>
    /// <param name="Unused">The bytes of those that nobody has read to the end.</param>
    /// <param name="Coming">The one that is being read, and whose bytes had to go meanwhile; null: there is none.</param>
    internal sealed record Kept(ISnapshotSection[] Used, KeyValuePair<string, byte[]>[] Unused, ISnapshotSection? Coming);
}
