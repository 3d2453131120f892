namespace Matchmaking.Optimization.Stable;

/// <summary>Whom each receiver holds for now: a heap each, with the one it would let go first on top.</summary>
internal sealed class HeldProposals
{
    private readonly int[] _starts;
    private readonly int[] _counts;
    private readonly (int Rank, int Proposer)[] _held;

    public HeldProposals(PreferenceLists lists)
    {
        int receivers = lists.ReceiverCount;
        int[] listed = new int[receivers];
        foreach (int receiver in lists.Receivers)
            listed[receiver]++;
        _starts = new int[receivers + 1];
        // A capacity may be boundless; nobody holds more than ask.
        for (int r = 0; r < receivers; r++)
            _starts[r + 1] = _starts[r] + Math.Clamp(lists.ReceiverCapacities[r], 0, listed[r]);
        _counts = new int[receivers];
        _held = new (int, int)[_starts[receivers]];
    }

    /// <summary>Whether the receiver keeps the proposer; then also whom it lets go for that, −1 for nobody.</summary>
    public bool Offer(int receiver, int rank, int proposer, out int refused)
    {
        refused = -1;
        int start = _starts[receiver];
        int capacity = _starts[receiver + 1] - start;
        if (rank == int.MaxValue || capacity == 0)
            return false;
        Span<(int Rank, int Proposer)> heap = _held.AsSpan(start, capacity);
        if (_counts[receiver] < capacity)
        {
            SiftUp(heap, _counts[receiver]++, (rank, proposer));
            return true;
        }

        if (rank >= heap[0].Rank)
            return false;
        refused = heap[0].Proposer;
        SiftDown(heap, (rank, proposer));
        return true;
    }

    /// <summary>By proposer and receiver.</summary>
    public MatchedPair[] ToPairs()
    {
        long[] keys = new long[_counts.Sum()];
        int count = 0;
        for (int r = 0; r < _counts.Length; r++)
        {
            foreach ((int _, int proposer) in _held.AsSpan(_starts[r], _counts[r]))
                keys[count++] = ((long)proposer << 32) | (uint)r;
        }

        Array.Sort(keys);
        return Array.ConvertAll(keys, key => new MatchedPair((int)(key >> 32), (int)key));
    }

    private static void SiftUp(Span<(int Rank, int Proposer)> heap, int hole, (int Rank, int Proposer) entry)
    {
        while (hole > 0 && heap[(hole - 1) / 2].Rank < entry.Rank)
        {
            heap[hole] = heap[(hole - 1) / 2];
            hole = (hole - 1) / 2;
        }

        heap[hole] = entry;
    }

    private static void SiftDown(Span<(int Rank, int Proposer)> heap, (int Rank, int Proposer) entry)
    {
        int hole = 0;
        while (true)
        {
            int child = (2 * hole) + 1;
            if (child >= heap.Length)
                break;
            if (child + 1 < heap.Length && heap[child + 1].Rank > heap[child].Rank)
                child++;
            if (heap[child].Rank <= entry.Rank)
                break;
            heap[hole] = heap[child];
            hole = child;
        }

        heap[hole] = entry;
    }
}
