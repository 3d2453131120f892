namespace Matchmaking.Optimization.Matching;

/// <content>Where an edge closes an odd circle it becomes one blossom; an inner blossom without dual falls apart.</content>
internal sealed partial class BlossomSearch
{
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
}
