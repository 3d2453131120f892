namespace Matchmaking.Collections;

/// <summary>
/// Keeps the k best of a stream of scored candidates, exactly. Ties go by a hash of the pair, so that no member is ahead of another on
/// every list only because they were listed first, and the order does not depend on who asked before.
/// </summary>
internal sealed class TopK
{
    // A binary heap, the worst on top.
    private Candidate[] _heap;
    private readonly int _k;
    private int _count;

    public TopK(int k)
    {
        _k = k;
        _heap = new Candidate[Math.Min(k, 16)];
    }

    public int Count => _count;

    /// <summary>How many are kept.</summary>
    public int Capacity => _k;

    public bool IsFull => _count == _k;

    /// <summary>The score below which nothing more is kept; below every score until there are k.</summary>
    public double Threshold => _count == _k ? _heap[0].Score : double.NegativeInfinity;

    /// <summary>Empties it, for another stream.</summary>
    public void Clear() => _count = 0;

    public void Offer(in Candidate candidate)
    {
        if (_count < _k)
        {
            if (_count == _heap.Length)
                Array.Resize(ref _heap, (int)Math.Min(_k, 2L * _heap.Length));
            RiseFrom(_count++, candidate);
        }
        else if (_k > 0 && candidate.CompareTo(_heap[0]) < 0)
        {
            SinkFrom(0, candidate);
        }
    }

    /// <summary>The candidates kept, best first.</summary>
    public Candidate[] ToSortedArray()
    {
        Candidate[] candidates = _heap[.._count];
        Array.Sort(candidates);
        return candidates;
    }

    private void RiseFrom(int at, in Candidate candidate)
    {
        while (at > 0)
        {
            int parent = (at - 1) / 2;
            if (candidate.CompareTo(_heap[parent]) <= 0)
                break;
            _heap[at] = _heap[parent];
            at = parent;
        }

        _heap[at] = candidate;
    }

    private void SinkFrom(int at, in Candidate candidate)
    {
        while (true)
        {
            int child = (2 * at) + 1;
            if (child >= _count)
                break;
            if (child + 1 < _count && _heap[child + 1].CompareTo(_heap[child]) > 0)
                child++;
            if (_heap[child].CompareTo(candidate) <= 0)
                break;
            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = candidate;
    }
}
