namespace Matchmaking;

/// <summary>
/// Keeps the k best of a stream of scored candidates, exactly. Ties go by a hash of the pair, so that no member is ahead of another on every list only
/// because they were listed first, and the order does not depend on who asked before.
/// </summary>
internal sealed class TopK
{
    private readonly PriorityQueue<Candidate, Candidate> _heap = new(Comparer<Candidate>.Create((a, b) => b.CompareTo(a)));
    private readonly int _k;

    public TopK(int k) => _k = k;

    public void Offer(Candidate candidate)
    {
        if (_heap.Count < _k)
            _heap.Enqueue(candidate, candidate);
        else if (candidate.CompareTo(_heap.Peek()) < 0)
            _heap.EnqueueDequeue(candidate, candidate);
    }

    /// <summary>The candidates kept, best first.</summary>
    public Candidate[] ToSortedArray()
    {
        var candidates = new Candidate[_heap.Count];
        for (int i = candidates.Length - 1; i >= 0; i--)
            candidates[i] = _heap.Dequeue();
        return candidates;
    }
}
