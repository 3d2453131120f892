using System.Runtime.CompilerServices;

namespace Matchmaking;

/// <summary>
/// Edmonds' blossom algorithm from a matching and its duals, one tree at a time (Edmonds 1965; the duals of one tree move alone as in Kolmogorov's Blossom V, 2009). Times and keys
/// are how much dual the tree's root has given up; a dual in the tree is not written as time goes but is worked out from when its node joined. So a search costs what its tree
/// touches, not what the graph has.
/// </summary>
internal sealed class BlossomSearch
{
    private const byte Out = 0;
    private const byte Outer = 1;
    private const byte Inner = 2;
    private const int ExpandEvent = -2;

    private readonly WeightedAdjacency _graph;
    private readonly BlossomForest _blossoms;
    // By node; to which comes what its outermost blossom has added since, so that a blossom's dual moves without a walk over its nodes.
    private readonly long[] _duals;
    // By node: whether it is in an outer blossom, and then its dual plus the time when it came there.
    private readonly bool[] _isOuter;
    private readonly long[] _outerDuals;
    // By node not outer: the best edge from an outer node; its key is this plus the node's dual, while that does not move.
    private readonly long[] _offers;
    private readonly int[] _offerers;
    private readonly List<int> _offered = [];
    private readonly List<int> _outerNodes = [];
    private readonly List<int> _inTree = [];
    private readonly List<int> _waiting = [];
    private readonly SearchHeap _heap = new();
    // By blossom: its dual (at joining the tree), its part in the tree, when it took it, and the edge from above, for inner ones.
    private long[] _blossomDuals;
    private byte[] _labels;
    private long[] _joined;
    private long[] _added;
    private (int From, int To)[] _above;
    private int[] _marks;
    private int _mark;
    private long _end;
    private int _endFrom;
    private int _endTo;

    public BlossomSearch(WeightedAdjacency graph, int[] mates, long[] duals)
    {
        int n = graph.NodeCount;
        _graph = graph;
        _duals = duals;
        _blossoms = new BlossomForest(n, mates);
        _isOuter = new bool[n];
        _outerDuals = new long[n];
        _offers = new long[n];
        _offerers = new int[n];
        _blossomDuals = new long[n];
        _labels = new byte[n];
        _joined = new long[n];
        _added = new long[n];
        _above = new (int, int)[n];
        _marks = new int[n];
        Array.Fill(_offers, long.MaxValue);
    }

    public void Solve(CancellationToken ct)
    {
        for (int v = 0; v < _duals.Length; v++)
        {
            if ((v & 63) == 0)
                ct.ThrowIfCancellationRequested();
            if (_blossoms.Mates[v] < 0 && DualOf(v) > 0)
                Search(v, ct);
        }

        for (int v = 0; v < _duals.Length; v++)
            _duals[v] = DualOf(v);
        Array.Clear(_added);
    }

    /// <summary>The duals of blossoms, with the nodes of each: what the optimality is proved by.</summary>
    public IEnumerable<(int[] Nodes, long Dual)> BlossomDuals()
    {
        for (int id = _blossoms.NodeCount; id < _blossoms.IdCount; id++)
        {
            if (_blossoms.Children[id].Length > 0)
                yield return (NodesOf(id), _blossomDuals[id]);
        }
    }

    private int[] NodesOf(int id)
    {
        // A blossom's nodes are found by its children: the lists of nodes hang together in outermost ones only.
        var nodes = new List<int>();
        var open = new Stack<int>([id]);
        while (open.TryPop(out int next))
        {
            if (!_blossoms.IsBlossom(next))
                nodes.Add(next);
            else
                Array.ForEach(_blossoms.Children[next], open.Push);
        }

        return [.. nodes];
    }

    /// <summary>The dual of a node that is in no tree.</summary>
    private long DualOf(int node) => _duals[node] + _added[_blossoms.TopOf(node)];

    private void Search(int root, CancellationToken ct)
    {
        _heap.Clear();
        // The free node of a blossom is its base; the nodes around it are outer as well.
        (_end, _endFrom, _endTo) = (DualOf(root), root, -1);
        MakeOuter(_blossoms.TopOf(root), 0);
        ScanWaiting(0);
        for (int steps = 1; _heap.Count > 0 && _heap.NextKey < _end; steps++)
        {
            if ((steps & 4095) == 0)
                ct.ThrowIfCancellationRequested();
            SearchHeap.Entry next = _heap.Pop();
            if (next.B >= 0)
                ShrinkAlong(next.A, next.B, next.Key);
            else if (next.B == ExpandEvent)
                ExpandInner(next.A, next.Key);
            else
                GrowTo(next.A, next.Key);
            ScanWaiting(next.Key);
        }

        WriteDuals();
        Augment(_endFrom, _endTo);
        Forget();
    }

    private void GrowTo(int node, long now)
    {
        int top = _blossoms.TopOf(node);
        if (_labels[top] != Out || _offers[node] == long.MaxValue || _offers[node] + _duals[node] + _added[top] != now)
            return;
        MakeInner(top, (_offerers[node], node), now);
        MakeOuter(_blossoms.TopOf(_blossoms.Mates[_blossoms.Bases[top]]), now);
    }

    private void MakeInner(int top, (int From, int To) above, long now)
    {
        _labels[top] = Inner;
        _joined[top] = now;
        _above[top] = above;
        _inTree.Add(top);
        // Its dual gives up twice what the root does; at nothing it falls apart.
        if (_blossoms.IsBlossom(top) && now + (_blossomDuals[top] / 2) < _end)
            _heap.Push(now + (_blossomDuals[top] / 2), top, ExpandEvent);
    }

    private void MakeOuter(int top, long now)
    {
        _labels[top] = Outer;
        _joined[top] = now;
        _inTree.Add(top);
        long added = _added[top];
        _added[top] = 0;
        for (int node = _blossoms.FirstNode(top), last = _blossoms.LastNode(top); ; node = _blossoms.NextNode(node))
        {
            MakeOuterNode(node, added, now);
            if (node == last)
                break;
        }
    }

    private void MakeOuterNode(int node, long added, long now)
    {
        _duals[node] += added;
        long own = _duals[node] + now;
        _isOuter[node] = true;
        _outerDuals[node] = own;
        _outerNodes.Add(node);
        _waiting.Add(node);
        if (own < _end)
            (_end, _endFrom, _endTo) = (own, node, -1);
    }

    private void ScanWaiting(long now)
    {
        // Only once the whole step is done: an edge is looked at with both its ends labelled as they now are.
        foreach (int node in _waiting)
            Scan(node);
        _waiting.Clear();
    }

    private void Scan(int node)
    {
        long own = _outerDuals[node];
        int top = _blossoms.TopOf(node);
        foreach (WeightedAdjacency.Arc arc in _graph.Of(node))
        {
            int to = arc.To;
            if (_isOuter[to])
            {
                long meet = (own + _outerDuals[to] - arc.Weight) / 2;
                if (meet < _end && _blossoms.TopOf(to) != top)
                    _heap.Push(meet, node, to);
                continue;
            }

            long offer = own - arc.Weight;
            long known = _offers[to];
            if (offer >= known)
                continue;
            if (known == long.MaxValue)
                _offered.Add(to);
            _offers[to] = offer;
            _offerers[to] = node;
            int other = _blossoms.TopOf(to);
            if (_labels[other] == Out)
                Consider(other, to);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Consider(int top, int node)
    {
        long key = _offers[node] + _duals[node] + _added[top];
        if (key >= _end)
            return;
        if (_blossoms.IsFree(top))
            (_end, _endFrom, _endTo) = (key, _offerers[node], node);
        else
            _heap.Push(key, node);
    }

    /// <summary>A tight edge between two outer blossoms of the tree: they and the paths to where these part become one.</summary>
    private void ShrinkAlong(int one, int other, long now)
    {
        int top1 = _blossoms.TopOf(one);
        int top2 = _blossoms.TopOf(other);
        if (top1 == top2)
            return;
        int meeting = Meeting(top1, top2);

        // Round the circle from the meeting down to `one`, over the edge, and up from `other`.
        var children = new List<int>();
        var links = new List<(int From, int To)>();
        for (int top = top1; top != meeting;)
        {
            (int outerEnd, int innerEnd, int inner) = Upwards(top);
            (int from, int to) = _above[inner];
            children.Add(top);
            links.Add((innerEnd, outerEnd));
            children.Add(inner);
            links.Add((from, to));
            top = _blossoms.TopOf(from);
        }

        children.Add(meeting);
        children.Reverse();
        links.Reverse();
        links.Add((one, other));
        for (int top = top2; top != meeting;)
        {
            (int outerEnd, int innerEnd, int inner) = Upwards(top);
            (int from, int to) = _above[inner];
            children.Add(top);
            links.Add((outerEnd, innerEnd));
            children.Add(inner);
            links.Add((to, from));
            top = _blossoms.TopOf(from);
        }

        foreach (int child in children)
            Absorb(child, now);
        int id = _blossoms.Shrink([.. children], [.. links]);
        EnsureIds();
        _blossomDuals[id] = 0;
        _labels[id] = Outer;
        _joined[id] = now;
        _inTree.Add(id);
    }

    private (int OuterEnd, int InnerEnd, int Inner) Upwards(int outer)
    {
        int outerEnd = _blossoms.Bases[outer];
        int innerEnd = _blossoms.Mates[outerEnd];
        return (outerEnd, innerEnd, _blossoms.TopOf(innerEnd));
    }

    /// <summary>Takes a blossom into a new outer one: its own dual stands still from now on, and nodes that were inner are outer.</summary>
    private void Absorb(int child, long now)
    {
        long since = now - _joined[child];
        if (_labels[child] == Outer)
        {
            if (_blossoms.IsBlossom(child))
                _blossomDuals[child] += 2 * since;
        }
        else
        {
            if (_blossoms.IsBlossom(child))
                _blossomDuals[child] -= 2 * since;
            long added = _added[child] + since;
            _added[child] = 0;
            for (int node = _blossoms.FirstNode(child), last = _blossoms.LastNode(child); ; node = _blossoms.NextNode(node))
            {
                MakeOuterNode(node, added, now);
                if (node == last)
                    break;
            }
        }

        _labels[child] = Out;
    }

    /// <summary>An inner blossom without dual falls apart: the even way from where it was entered to its base stays in the tree, the rest leaves it.</summary>
    private void ExpandInner(int id, long now)
    {
        if (_labels[id] != Inner || _blossoms.Parents[id] >= 0 || _joined[id] + (_blossomDuals[id] / 2) != now)
            return;
        int[] children = _blossoms.Children[id];
        (int From, int To)[] links = _blossoms.Links[id];
        (int From, int To) above = _above[id];
        long added = _added[id] + now - _joined[id];
        _labels[id] = Out;
        _blossomDuals[id] = 0;
        _added[id] = 0;
        foreach (int child in children)
            _added[child] = added;
        _blossoms.Expand(id);
        int entry = Array.IndexOf(children, _blossoms.TopOf(above.To));
        // The second child is matched to the third, …: from an odd place the even way to the front goes on forwards, from an even place backwards.
        bool forwards = entry % 2 == 1;
        int at = entry;
        while (true)
        {
            MakeInner(children[at], above, now);
            if (at == 0)
                break;
            int outer = forwards ? at + 1 : at - 1;
            MakeOuter(children[outer], now);
            int after = forwards ? (outer + 1) % children.Length : outer - 1;
            above = forwards ? links[outer] : (links[after].To, links[after].From);
            at = after;
        }

        foreach (int child in children)
        {
            if (_labels[child] == Out)
                Reconsider(child);
        }
    }

    /// <summary>What was offered to the nodes of a blossom while it was inner counts again.</summary>
    private void Reconsider(int top)
    {
        int best = -1;
        for (int node = _blossoms.FirstNode(top), last = _blossoms.LastNode(top); ; node = _blossoms.NextNode(node))
        {
            if (_offers[node] != long.MaxValue && (best < 0 || _offers[node] + _duals[node] < _offers[best] + _duals[best]))
                best = node;
            if (node == last)
                break;
        }

        // Whatever is reached first takes the whole blossom.
        if (best >= 0)
            Consider(top, best);
    }

    private int Meeting(int top1, int top2)
    {
        // Both ways up in turn, so that the walk is as long as the circle and not as the tree is high.
        _mark++;
        int a = top1;
        int b = top2;
        while (true)
        {
            if (a >= 0)
            {
                if (_marks[a] == _mark)
                    return a;
                _marks[a] = _mark;
                a = AboveOuter(a);
            }

            (a, b) = (b, a);
        }
    }

    private int AboveOuter(int outer)
    {
        int mate = _blossoms.Mates[_blossoms.Bases[outer]];
        return mate < 0 ? -1 : _blossoms.TopOf(_above[_blossoms.TopOf(mate)].From);
    }

    private void WriteDuals()
    {
        foreach (int node in _outerNodes)
            _duals[node] = _outerDuals[node] - _end;
        foreach (int top in _inTree)
        {
            if (_labels[top] == Out)
                continue;
            long since = _end - _joined[top];
            if (_labels[top] == Outer)
            {
                if (_blossoms.IsBlossom(top))
                    _blossomDuals[top] += 2 * since;
            }
            else
            {
                if (_blossoms.IsBlossom(top))
                    _blossomDuals[top] -= 2 * since;
                _added[top] += since;
            }

            // Once for each: an id may have been used twice in one search.
            _joined[top] = _end;
        }
    }

    /// <summary>Gives an outer node a new mate (or leaves it free), and swaps the pairs from there up to the root.</summary>
    private void Augment(int outer, int mate)
    {
        if (mate >= 0)
        {
            _blossoms.Rebase(_blossoms.TopOf(mate), mate);
            _blossoms.Mates[mate] = outer;
        }

        while (true)
        {
            int top = _blossoms.TopOf(outer);
            int innerEnd = _blossoms.Mates[_blossoms.Bases[top]];
            _blossoms.Rebase(top, outer);
            _blossoms.Mates[outer] = mate;
            if (innerEnd < 0)
                return;
            int inner = _blossoms.TopOf(innerEnd);
            (int from, int to) = _above[inner];
            _blossoms.Rebase(inner, to);
            _blossoms.Mates[to] = from;
            (outer, mate) = (from, to);
        }
    }

    private void Forget()
    {
        foreach (int top in _inTree)
            _labels[top] = Out;
        foreach (int node in _outerNodes)
            _isOuter[node] = false;
        foreach (int node in _offered)
            _offers[node] = long.MaxValue;
        _inTree.Clear();
        _outerNodes.Clear();
        _offered.Clear();
    }

    private void EnsureIds()
    {
        int size = _blossoms.Parents.Length;
        if (_labels.Length == size)
            return;
        Array.Resize(ref _blossomDuals, size);
        Array.Resize(ref _labels, size);
        Array.Resize(ref _joined, size);
        Array.Resize(ref _added, size);
        Array.Resize(ref _above, size);
        Array.Resize(ref _marks, size);
    }
}
