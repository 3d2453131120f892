using Matchmaking.Optimization.Common;

namespace Matchmaking.Optimization.Matching;

/// <summary>
/// The jump start of the exact matching: a maximum-weight matching in which odd circles may count as matched by halves (Derigs and Metz
/// 1986; Kolmogorov 2009, section 4). It needs no blossoms, and leaves to them only the odd circles. Grows one tree at a time by shortest
/// augmenting paths, so that a search costs what it touches.
/// </summary>
internal sealed class FractionalMatching
{
    private const byte Out = 0;
    private const byte Outer = 1;
    private const byte Inner = 2;

    private readonly WeightedAdjacency _graph;
    private readonly long[] _duals;
    private readonly int[] _mates;
    private readonly int[] _circleNext;
    private readonly byte[] _labels;

    // An outer node's dual plus the time it became outer; an inner one's time. See Search.
    private readonly long[] _times;
    private readonly long[] _reach;
    private readonly int[] _parents;
    private readonly int[] _tree;
    private readonly int[] _reached;
    private readonly int[] _marks;
    private readonly SearchHeap _heap = new();
    private int _treeCount;
    private int _reachedCount;
    private int _mark;
    private long _end;
    private int _endFrom;
    private int _endTo;

    public FractionalMatching(WeightedAdjacency graph)
    {
        int n = graph.NodeCount;
        _graph = graph;
        _duals = new long[n];
        _mates = new int[n];
        _circleNext = new int[n];
        _labels = new byte[n];
        _times = new long[n];
        _reach = new long[n];
        _parents = new int[n];
        _tree = new int[n];
        _reached = new int[n];
        _marks = new int[n];
        Array.Fill(_mates, -1);
        Array.Fill(_circleNext, -1);
        Array.Fill(_reach, long.MaxValue);
    }

    /// <summary>
    /// Each node's dual: with them no edge is heavier than its two nodes, edges in the matching are as heavy, and who is free for good has
    /// 0.
    /// </summary>
    public long[] Duals => _duals;

    /// <summary>Each node's mate, or −1. In each odd circle one node is left free: the one whose dual is least.</summary>
    public int[] Mates => _mates;

    public void Solve(CancellationToken ct)
    {
        StartGreedily();
        for (int v = 0; v < _mates.Length; v++)
        {
            if ((v & 255) == 0)
                ct.ThrowIfCancellationRequested();
            if (_mates[v] < 0 && _circleNext[v] < 0 && _duals[v] > 0)
                Search(v);
        }

        for (int v = 0; v < _mates.Length; v++)
        {
            if (_circleNext[v] >= 0)
                OpenCircle(LeastDual(v));
        }
    }

    /// <summary>
    /// Half of each node's heaviest edge is enough; then, node by node, no more than its edges need, and matched where that makes one
    /// tight.
    /// </summary>
    private void StartGreedily()
    {
        for (int v = 0; v < _duals.Length; v++)
        {
            long heaviest = 0;
            foreach (WeightedAdjacency.Arc arc in _graph.Of(v))
                heaviest = Math.Max(heaviest, arc.Weight);
            _duals[v] = heaviest / 2;
        }

        for (int v = 0; v < _duals.Length; v++)
        {
            if (_mates[v] >= 0)
                continue;
            long need = 0;
            int with = -1;
            foreach (WeightedAdjacency.Arc arc in _graph.Of(v))
            {
                long left = arc.Weight - _duals[arc.To];
                if (left > need || (left == need && with >= 0 && _mates[with] >= 0))
                    (need, with) = (left, arc.To);
            }

            _duals[v] = need;
            if (with >= 0 && _mates[with] < 0)
                (_mates[v], _mates[with]) = (with, v);
        }
    }

    /// <summary>
    /// A tree of tight edges from a free node: outer nodes give up dual, inner ones gain as much, at the same pace, until an outer one
    /// meets a free node, a circle or another outer one, or has nothing left. A node's dual is not written as time goes: an outer node's is
    /// (its entry in _times) − now.
    /// </summary>
    private void Search(int root)
    {
        _heap.Clear();
        _treeCount = 0;
        _reachedCount = 0;
        (_end, _endFrom, _endTo) = (_duals[root], root, -1);
        MakeOuter(root, 0);
        while (_heap.Count > 0 && _heap.NextKey < _end)
        {
            SearchHeap.Entry next = _heap.Pop();
            int inner = next.A;
            if (_labels[inner] != Out || _reach[inner] != next.Key)
                continue;
            _labels[inner] = Inner;
            _times[inner] = next.Key;
            _tree[_treeCount++] = inner;
            MakeOuter(_mates[inner], next.Key);
        }

        for (int i = 0; i < _treeCount; i++)
        {
            int v = _tree[i];
            _duals[v] = _labels[v] == Outer ? _times[v] - _end : _duals[v] + _end - _times[v];
        }

        Finish();
        for (int i = 0; i < _treeCount; i++)
            _labels[_tree[i]] = Out;
        for (int i = 0; i < _reachedCount; i++)
            _reach[_reached[i]] = long.MaxValue;
    }

    private void MakeOuter(int node, long now)
    {
        long own = _duals[node] + now;
        _labels[node] = Outer;
        _times[node] = own;
        _tree[_treeCount++] = node;
        if (own < _end)
            (_end, _endFrom, _endTo) = (own, node, -1);
        foreach (WeightedAdjacency.Arc arc in _graph.Of(node))
        {
            int to = arc.To;
            byte label = _labels[to];
            if (label == Inner)
                continue;
            if (label == Outer)
            {
                long meet = (own + _times[to] - arc.Weight) / 2;
                if (meet < _end && to != node)
                    (_end, _endFrom, _endTo) = (meet, node, to);
                continue;
            }

            long key = own + _duals[to] - arc.Weight;
            if (key >= _end || key >= _reach[to])
                continue;
            if (_mates[to] < 0)
            {
                (_end, _endFrom, _endTo) = (key, node, to);
                continue;
            }

            if (_reach[to] == long.MaxValue)
                _reached[_reachedCount++] = to;
            _reach[to] = key;
            _parents[to] = node;
            _heap.Push(key, to);
        }
    }

    private void Finish()
    {
        if (_endTo < 0)
        {
            // It has nothing left, so that it may go free instead of the root.
            Flip(_endFrom, -1);
        }
        else if (_labels[_endTo] == Outer)
        {
            MakeCircle(_endFrom, _endTo);
        }
        else
        {
            if (_circleNext[_endTo] >= 0)
                OpenCircle(_endTo);
            _mates[_endTo] = _endFrom;
            Flip(_endFrom, _endTo);
        }
    }

    /// <summary>Gives an outer node a new mate, and the nodes above it, up to the root, each other.</summary>
    private void Flip(int outer, int mate)
    {
        while (true)
        {
            int inner = _mates[outer];
            _mates[outer] = mate;
            if (inner < 0)
                return;
            outer = _parents[inner];
            mate = inner;
            _mates[inner] = outer;
        }
    }

    /// <summary>
    /// Two outer nodes of one tree have met: the paths to where they part make an odd circle, and that node is the root's loss no more.
    /// </summary>
    private void MakeCircle(int one, int other)
    {
        _mark++;
        for (int v = one; ; v = _parents[_mates[v]])
        {
            _marks[v] = _mark;
            if (_mates[v] < 0)
                break;
        }

        int meeting = other;
        while (_marks[meeting] != _mark)
            meeting = _parents[_mates[meeting]];

        // Round: from the meeting down to `one`, over to `other`, and up again.
        int next = other;
        int v1 = one;
        while (v1 != meeting)
        {
            int inner = _mates[v1];
            int above = _parents[inner];
            _circleNext[v1] = next;
            _circleNext[inner] = v1;
            next = inner;
            v1 = above;
        }

        _circleNext[meeting] = next;
        int v2 = other;
        while (v2 != meeting)
        {
            int inner = _mates[v2];
            _circleNext[v2] = inner;
            _circleNext[inner] = _parents[inner];
            v2 = _parents[inner];
        }

        Flip(meeting, -1);
        int w = meeting;
        do
        {
            _mates[w] = -1;
            w = _circleNext[w];
        } while (w != meeting);
    }

    /// <summary>The circle's other nodes are matched to each other; this one is free.</summary>
    private void OpenCircle(int free)
    {
        int v = _circleNext[free];
        _circleNext[free] = -1;
        _mates[free] = -1;
        while (v != free)
        {
            int w = _circleNext[v];
            int after = _circleNext[w];
            (_mates[v], _mates[w]) = (w, v);
            _circleNext[v] = _circleNext[w] = -1;
            v = after;
        }
    }

    private int LeastDual(int inCircle)
    {
        int least = inCircle;
        for (int v = _circleNext[inCircle]; v != inCircle; v = _circleNext[v])
        {
            if (_duals[v] < _duals[least])
                least = v;
        }

        return least;
    }
}
