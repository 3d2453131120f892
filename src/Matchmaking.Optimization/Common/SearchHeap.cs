using System.Runtime.CompilerServices;

namespace Matchmaking.Optimization.Common;

/// <summary>
/// A heap of what may happen next in a search, the earliest on top; what has become untrue is left in and dropped when it comes up.
/// </summary>
internal sealed class SearchHeap
{
    private Entry[] _entries = new Entry[64];

    public int Count { get; private set; }

    /// <summary>When the next thing happens; only where there is one.</summary>
    public long NextKey => _entries[0].Key;

    public void Clear() => Count = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(long key, int a, int b = -1)
    {
        if (Count == _entries.Length)
            Array.Resize(ref _entries, Count * 2);
        Entry[] entries = _entries;
        int hole = Count++;
        while (hole > 0)
        {
            int above = (hole - 1) >> 2;
            if (entries[above].Key <= key)
                break;
            entries[hole] = entries[above];
            hole = above;
        }

        entries[hole] = new Entry(key, a, b);
    }

    public Entry Pop()
    {
        Entry[] entries = _entries;
        Entry top = entries[0];
        int count = --Count;
        Entry last = entries[count];
        int hole = 0;
        while (true)
        {
            // Four below each: half the depth of a binary heap, and the four lie in one line of the cache.
            int first = (hole << 2) + 1;
            if (first >= count)
                break;
            int best = first;
            int end = Math.Min(first + 4, count);
            for (int child = first + 1; child < end; child++)
            {
                if (entries[child].Key < entries[best].Key)
                    best = child;
            }

            if (entries[best].Key >= last.Key)
                break;
            entries[hole] = entries[best];
            hole = best;
        }

        entries[hole] = last;
        return top;
    }

    internal readonly record struct Entry(long Key, int A, int B);
}
