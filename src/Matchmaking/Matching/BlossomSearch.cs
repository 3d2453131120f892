namespace Matchmaking;

/// <summary>
/// Edmonds' blossom algorithm from a matching and its duals (Edmonds 1965). Trees grow from all free nodes at once, by one clock (as in
/// Galil, Micali and Gabow 1986): two that come to each other have each gone half the way, and of a graph in which everybody is near to
/// everybody that is not half the nodes but a few. When two meet, they alone are taken down; all others stand. A dual in a tree is not
/// written as time goes, but is worked out from when its node joined.
/// </summary>
/// <remarks>
/// An event's time is a bound from below: what it was promised by may be gone when it comes up. Then it is worked out anew and put back, so
/// that nothing has to be found and taken out when a tree goes. Half a slack has to be a whole number: weights are even, so that all duals
/// of a tree have one parity, and trees whose root has an odd dual begin one tick later, so that all trees have the same at any time.
/// </remarks>
internal sealed class BlossomSearch
{
    private const byte Out = 0;
    private const byte Outer = 1;
    private const byte Inner = 2;

    // What an event is that is no edge between outer nodes.
    private const int GrowEvent = -1;
    private const int ExpandEvent = -2;
    private const int NothingLeftEvent = -3;
    private const int StartEvent = -4;

    private readonly WeightedAdjacency _graph;
    private readonly BlossomForest _blossoms;

    // By node; to which comes what its outermost blossom has added since, so that a blossom's dual moves without a walk over its nodes.
    private readonly long[] _duals;

    // By node: whether it is in an outer blossom, and then its dual plus the time when it came there.
    private readonly bool[] _isOuter;
    private readonly long[] _outerDuals;

    // By node not outer: the best edge from an outer node, or from one that was; its key is this plus the node's dual, while that does not
    // move. The offer stands while the offerer is outer with what it had then; there is never a better one.
    private readonly long[] _offers;
    private readonly int[] _offerers;
    private readonly long[] _offererDuals;
    private readonly List<int> _waiting = [];
    private readonly List<int> _freed = [];
    private readonly List<int> _circle = [];
    private readonly List<(int From, int To)> _circleLinks = [];
    private readonly SearchHeap _heap = new();

    // By tree: the blossoms that are or were in it, and when the first of its outer nodes has nothing left.
    private readonly List<List<int>?> _trees = [];
    private readonly List<long> _ends = [];

    // By blossom: its dual (at joining the tree), its part in the tree, which tree, when it took it, and the edge from above, for inner
    // ones.
    private long[] _blossomDuals;
    private byte[] _labels;
    private int[] _treeOf;
    private long[] _joined;
    private long[] _added;
    private (int From, int To)[] _above;
    private int[] _marks;
    private int _mark;

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
        _offererDuals = new long[n];
        _blossomDuals = new long[n];
        _labels = new byte[n];
        _treeOf = new int[n];
        _joined = new long[n];
        _added = new long[n];
        _above = new (int, int)[n];
        _marks = new int[n];
        Array.Fill(_offers, long.MaxValue);
    }

    public void Solve(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        for (int v = 0; v < _duals.Length; v++)
        {
            if (_blossoms.Mates[v] >= 0 || _duals[v] == 0)
                continue;
            if (_duals[v] % 2 == 0)
                StartTree(v, 0);
            else
                _heap.Push(1, v, StartEvent);
        }

        ScanWaiting();
        for (int steps = 1; _heap.Count > 0; steps++)
        {
            if ((steps & 4095) == 0)
                ct.ThrowIfCancellationRequested();
            SearchHeap.Entry next = _heap.Pop();
            Take(next.A, next.B, next.Key);
            ScanWaiting();
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

    private void Take(int id, int what, long now)
    {
        switch (what)
        {
            case GrowEvent:
                GrowTo(id, now);
                break;
            case ExpandEvent:
                ExpandInner(id, now);
                break;
            case NothingLeftEvent:
                if (_isOuter[id] && _outerDuals[id] == now)
                    LeaveFree(id, now);
                break;
            case StartEvent:
                // Another tree may have come to it before, and even left it free for good.
                if (_blossoms.Mates[id] < 0 && DualOf(id) > 0)
                    StartTree(id, now);
                break;
            default:
                Meet(id, what, now);
                break;
        }
    }

    private void StartTree(int root, long now)
    {
        _trees.Add([]);
        _ends.Add(long.MaxValue);
        MakeOuter(root, _trees.Count - 1, now);
    }

    private void GrowTo(int node, long now)
    {
        int top = _blossoms.TopOf(node);
        if (_labels[top] != Out || _offers[node] == long.MaxValue || _offers[node] + _duals[node] + _added[top] != now)
            return;
        int from = _offerers[node];
        if (!_isOuter[from] || _outerDuals[from] != _offererDuals[node])
        {
            FindOffer(node);
            Reconsider(top);
            return;
        }

        if (_blossoms.IsFree(top))
        {
            MatchFree(from, node, now);
            return;
        }

        int tree = _treeOf[_blossoms.TopOf(from)];
        MakeInner(top, tree, (from, node), now);
        MakeOuter(_blossoms.TopOf(_blossoms.Mates[_blossoms.Bases[top]]), tree, now);
    }

    private void MakeInner(int top, int tree, (int From, int To) above, long now)
    {
        _labels[top] = Inner;
        _joined[top] = now;
        _above[top] = above;
        Join(top, tree);
        // Its dual gives up twice what the root does; at nothing it falls apart.
        if (_blossoms.IsBlossom(top) && now + (_blossomDuals[top] / 2) < _ends[tree])
            _heap.Push(now + (_blossomDuals[top] / 2), top, ExpandEvent);
    }

    private void MakeOuter(int top, int tree, long now)
    {
        _labels[top] = Outer;
        _joined[top] = now;
        Join(top, tree);
        long added = _added[top];
        _added[top] = 0;
        for (int node = _blossoms.FirstNode(top), last = _blossoms.LastNode(top); ; node = _blossoms.NextNode(node))
        {
            MakeOuterNode(node, tree, added, now);
            if (node == last)
                break;
        }
    }

    private void Join(int top, int tree)
    {
        _treeOf[top] = tree;
        _trees[tree]!.Add(top);
    }

    private void MakeOuterNode(int node, int tree, long added, long now)
    {
        _duals[node] += added;
        long own = _duals[node] + now;
        _isOuter[node] = true;
        _outerDuals[node] = own;
        _waiting.Add(node);
        if (own < _ends[tree])
        {
            _ends[tree] = own;
            _heap.Push(own, node, NothingLeftEvent);
        }
    }

    private void ScanWaiting()
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
        long end = _ends[_treeOf[top]];
        (long least, int at) = (long.MaxValue, -1);
        int first = _graph.Starts[node];
        ReadOnlySpan<WeightedAdjacency.Arc> arcs = _graph.Of(node);
        for (int i = 0; i < arcs.Length; i++)
        {
            (long weight, int to) = arcs[i];
            if (_isOuter[to])
            {
                long slack = own + _outerDuals[to] - weight;
                if (slack < least && _blossoms.TopOf(to) != top)
                    (least, at) = (slack, first + i);
                continue;
            }

            long offer = own - weight;
            if (offer >= _offers[to])
                continue;
            int other = _blossoms.TopOf(to);
            long key = offer + _duals[to] + _added[other];
            bool isOut = _labels[other] == Out;
            // The tree is gone before.
            if (isOut && key >= end)
                continue;
            (_offers[to], _offerers[to], _offererDuals[to]) = (offer, node, own);
            if (isOut)
                _heap.Push(key, to, GrowEvent);
        }

        PushMeeting(node, least, at, end);
    }

    /// <summary>Looks again for the outer blossom that a node comes to first.</summary>
    private void FindMeeting(int node)
    {
        long own = _outerDuals[node];
        int top = _blossoms.TopOf(node);
        (long least, int at) = (long.MaxValue, -1);
        int first = _graph.Starts[node];
        ReadOnlySpan<WeightedAdjacency.Arc> arcs = _graph.Of(node);
        for (int i = 0; i < arcs.Length; i++)
        {
            (long weight, int to) = arcs[i];
            if (_isOuter[to] && own + _outerDuals[to] - weight < least && _blossoms.TopOf(to) != top)
                (least, at) = (own + _outerDuals[to] - weight, first + i);
        }

        PushMeeting(node, least, at, _ends[_treeOf[top]]);
    }

    private void PushMeeting(int node, long slack, int arc, long end)
    {
        if (arc >= 0 && slack / 2 < end)
            _heap.Push(slack / 2, node, arc);
    }

    /// <summary>Looks again for the best offer to a node.</summary>
    private void FindOffer(int node)
    {
        (long best, int from) = (long.MaxValue, -1);
        foreach ((long weight, int other) in _graph.Of(node))
        {
            if (_isOuter[other] && _outerDuals[other] - weight < best)
                (best, from) = (_outerDuals[other] - weight, other);
        }

        _offers[node] = best;
        if (from >= 0)
            (_offerers[node], _offererDuals[node]) = (from, _outerDuals[from]);
    }

    /// <summary>What was offered to the nodes of a blossom while it was in a tree counts again.</summary>
    private void Reconsider(int top)
    {
        (long best, int at) = (long.MaxValue, -1);
        for (int node = _blossoms.FirstNode(top), last = _blossoms.LastNode(top); ; node = _blossoms.NextNode(node))
        {
            if (_offers[node] != long.MaxValue && _offers[node] + _duals[node] < best)
                (best, at) = (_offers[node] + _duals[node], node);
            if (node == last)
                break;
        }

        // Whatever is reached first takes the whole blossom.
        if (at >= 0)
            _heap.Push(best + _added[top], at, GrowEvent);
    }

    /// <summary>An edge from an outer node to an outer node is tight, or was to be.</summary>
    private void Meet(int node, int arc, long now)
    {
        if (!_isOuter[node])
            return;
        (long weight, int other) = _graph.Arcs[arc];
        int top1 = _blossoms.TopOf(node);
        int top2 = _blossoms.TopOf(other);
        if (_isOuter[other] && top1 != top2 && _outerDuals[node] + _outerDuals[other] - weight == 2 * now)
        {
            if (_treeOf[top1] != _treeOf[top2])
            {
                MatchTrees(node, other, now);
                return;
            }

            ShrinkAlong(node, other, now);
        }

        FindMeeting(node);
    }

    /// <summary>A tight edge between two outer blossoms of one tree: they and the paths to where these part become one.</summary>
    private void ShrinkAlong(int one, int other, long now)
    {
        int top1 = _blossoms.TopOf(one);
        int top2 = _blossoms.TopOf(other);
        int tree = _treeOf[top1];
        int meeting = Meeting(top1, top2);

        // Round the circle from the meeting down to `one`, over the edge, and up from `other`.
        _circle.Clear();
        _circleLinks.Clear();
        for (int top = top1; top != meeting; )
        {
            (int outerEnd, int innerEnd, int inner) = Upwards(top);
            (int from, int to) = _above[inner];
            _circle.Add(top);
            _circleLinks.Add((innerEnd, outerEnd));
            _circle.Add(inner);
            _circleLinks.Add((from, to));
            top = _blossoms.TopOf(from);
        }

        _circle.Add(meeting);
        _circle.Reverse();
        _circleLinks.Reverse();
        _circleLinks.Add((one, other));
        for (int top = top2; top != meeting; )
        {
            (int outerEnd, int innerEnd, int inner) = Upwards(top);
            (int from, int to) = _above[inner];
            _circle.Add(top);
            _circleLinks.Add((outerEnd, innerEnd));
            _circle.Add(inner);
            _circleLinks.Add((to, from));
            top = _blossoms.TopOf(from);
        }

        foreach (int child in _circle)
            Absorb(child, tree, now);
        int id = _blossoms.Shrink([.. _circle], [.. _circleLinks]);
        EnsureIds();
        _blossomDuals[id] = 0;
        _labels[id] = Outer;
        _joined[id] = now;
        Join(id, tree);
    }

    private (int OuterEnd, int InnerEnd, int Inner) Upwards(int outer)
    {
        int outerEnd = _blossoms.Bases[outer];
        int innerEnd = _blossoms.Mates[outerEnd];
        return (outerEnd, innerEnd, _blossoms.TopOf(innerEnd));
    }

    /// <summary>Takes a blossom into a new outer one: its own dual stands still from now on, and nodes that were inner are outer.</summary>
    private void Absorb(int child, int tree, long now)
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
                MakeOuterNode(node, tree, added, now);
                if (node == last)
                    break;
            }
        }

        _labels[child] = Out;
    }

    /// <summary>
    /// An inner blossom without dual falls apart: the even way from where it was entered to its base stays in the tree, the rest leaves it.
    /// </summary>
    private void ExpandInner(int id, long now)
    {
        if (_labels[id] != Inner || _blossoms.Parents[id] >= 0 || _joined[id] + (_blossomDuals[id] / 2) != now)
            return;
        int tree = _treeOf[id];
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
        // The second child is matched to the third, …: from an odd place the even way to the front goes on forwards, from an even place
        // backwards.
        bool forwards = entry % 2 == 1;
        int at = entry;
        while (true)
        {
            MakeInner(children[at], tree, above, now);
            if (at == 0)
                break;
            int outer = forwards ? at + 1 : at - 1;
            MakeOuter(children[outer], tree, now);
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

    /// <summary>Two trees have come to each other: both roots are matched.</summary>
    private void MatchTrees(int one, int other, long now)
    {
        Swap(one, other);
        Swap(other, one);
        TakeDown(_treeOf[_blossoms.TopOf(one)], now);
        TakeDown(_treeOf[_blossoms.TopOf(other)], now);
        ReconsiderFreed();
    }

    /// <summary>A tree has come to a blossom that is free for good, or not yet a tree.</summary>
    private void MatchFree(int outer, int free, long now)
    {
        int top = _blossoms.TopOf(free);
        _blossoms.Rebase(top, free);
        _blossoms.Mates[free] = outer;
        Swap(outer, free);
        // What it was offered is used up; others may have offered as much.
        _freed.Add(top);
        TakeDown(_treeOf[_blossoms.TopOf(outer)], now);
        ReconsiderFreed();
    }

    /// <summary>An outer node has nothing left, so that it may go free instead of the root.</summary>
    private void LeaveFree(int outer, long now)
    {
        Swap(outer, -1);
        TakeDown(_treeOf[_blossoms.TopOf(outer)], now);
        ReconsiderFreed();
    }

    /// <summary>Gives an outer node a new mate (or leaves it free), and swaps the pairs from there up to the root.</summary>
    private void Swap(int outer, int mate)
    {
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

    /// <summary>
    /// Writes the duals of a tree and takes all out of it. An id may have been used twice, or by another tree since: each is written once,
    /// by the tree whose it is.
    /// </summary>
    private void TakeDown(int tree, long now)
    {
        foreach (int top in _trees[tree]!)
        {
            if (_labels[top] == Out || _treeOf[top] != tree)
                continue;
            long since = now - _joined[top];
            if (_labels[top] == Outer)
            {
                if (_blossoms.IsBlossom(top))
                    _blossomDuals[top] += 2 * since;
                FreeNodes(top, now);
            }
            else
            {
                if (_blossoms.IsBlossom(top))
                    _blossomDuals[top] -= 2 * since;
                _added[top] += since;
            }

            _labels[top] = Out;
            _freed.Add(top);
        }

        _trees[tree] = null;
    }

    private void FreeNodes(int top, long now)
    {
        for (int node = _blossoms.FirstNode(top), last = _blossoms.LastNode(top); ; node = _blossoms.NextNode(node))
        {
            _duals[node] = _outerDuals[node] - now;
            _isOuter[node] = false;
            // Nobody offered while it was outer.
            _offers[node] = long.MinValue;
            if (node == last)
                break;
        }
    }

    /// <summary>Who has come out of a tree is there for all others.</summary>
    private void ReconsiderFreed()
    {
        foreach (int top in _freed)
        {
            for (int node = _blossoms.FirstNode(top), last = _blossoms.LastNode(top); ; node = _blossoms.NextNode(node))
            {
                if (_offers[node] == long.MinValue)
                    FindOffer(node);
                if (node == last)
                    break;
            }

            Reconsider(top);
        }

        _freed.Clear();
    }

    private void EnsureIds()
    {
        int size = _blossoms.Parents.Length;
        if (_labels.Length == size)
            return;
        Array.Resize(ref _blossomDuals, size);
        Array.Resize(ref _labels, size);
        Array.Resize(ref _treeOf, size);
        Array.Resize(ref _joined, size);
        Array.Resize(ref _added, size);
        Array.Resize(ref _above, size);
        Array.Resize(ref _marks, size);
    }
}
