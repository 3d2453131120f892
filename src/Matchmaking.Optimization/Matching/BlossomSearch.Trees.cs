namespace Matchmaking.Optimization.Matching;

/// <content>How trees grow: who joins them, and what the nodes outside are offered.</content>
internal sealed partial class BlossomSearch
{
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
}
