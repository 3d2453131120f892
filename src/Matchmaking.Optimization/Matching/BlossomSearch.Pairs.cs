namespace Matchmaking.Optimization.Matching;

/// <content>Where two trees meet, or a tree comes to its end: pairs are swapped and the tree is taken down.</content>
internal sealed partial class BlossomSearch
{
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
}
