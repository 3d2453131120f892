namespace Matchmaking.Collections;

/// <summary>
/// The few best of all that is offered, best first, in the caller's memory: nothing is allocated. Of equals the one with the lower
/// tie-break comes first.
/// </summary>
internal ref struct SmallTopK<T>(Span<SmallTopK<T>.Entry> room)
    where T : unmanaged
{
    private readonly Span<Entry> _room = room;
    private int _count;

    public readonly ReadOnlySpan<Entry> Items => _room[.._count];

    public void Offer(T item, double strength, int tieBreak)
    {
        var entry = new Entry(item, strength, tieBreak);
        int at = _count;
        while (at > 0 && entry.Precedes(_room[at - 1]))
            at--;
        if (at == _room.Length)
            return;
        if (_count < _room.Length)
            _count++;
        _room[at..(_count - 1)].CopyTo(_room[(at + 1)..]);
        _room[at] = entry;
    }

    internal readonly record struct Entry(T Item, double Strength, int TieBreak)
    {
        public bool Precedes(in Entry other) => Strength > other.Strength || (Strength == other.Strength && TieBreak < other.TieBreak);
    }
}
