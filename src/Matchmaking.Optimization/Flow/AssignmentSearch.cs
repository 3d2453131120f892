using Matchmaking.Optimization.Common;

namespace Matchmaking.Optimization.Flow;

/// <summary>
/// The search of a unit: a shortest path, by what it loses of the duals, from a left node to room on the right, to a left node that may
/// rather go without, or to nowhere. Duals: a left node's and a right node's sum is at least the weight of an arc not used and at most that
/// of one used; with room left, a node's dual is at most the negative of what its next unit brings beside weights, and with flow at least
/// that of its last.
/// </summary>
internal sealed class AssignmentSearch
{
    private readonly AssignmentNetwork _network;
    private readonly long[] _duals;
    private readonly long[] _distances;
    private readonly int[] _via;
    private readonly bool[] _isSettled;
    private readonly List<int> _reached = [];
    private readonly SearchHeap _heap = new();
    private long _end;
    private int _endNode;

    public AssignmentSearch(AssignmentNetwork network)
    {
        _network = network;
        int nodes = network.NodeCount;
        _duals = new long[nodes];
        _distances = new long[nodes];
        _via = new int[nodes];
        _isSettled = new bool[nodes];
        Array.Fill(_distances, long.MaxValue);
        for (int right = network.LeftCount; right < nodes; right++)
            _duals[right] = -network.NextBonus(right);
        for (int left = 0; left < network.LeftCount; left++)
        {
            long need = long.MinValue;
            for (int arc = network.Starts[left]; arc < network.Starts[left + 1]; arc++)
                need = Math.Max(need, network.Weights[arc] - _duals[network.Rights[arc]]);
            _duals[left] = need;
        }
    }

    /// <summary>Brings a left node one unit more, if that is worth it; others may be moved for it or go without.</summary>
    public bool TryAddUnit(int left)
    {
        AssignmentNetwork network = _network;
        if (!network.HasRoom(left) || network.Starts[left] == network.Starts[left + 1])
            return false;
        long gain = _duals[left] + network.NextBonus(left);
        if (gain <= 0)
            return false;
        (_end, _endNode) = (gain, left);
        Reach(left, 0, -1);
        while (_heap.Count > 0 && _heap.NextKey < _end)
        {
            SearchHeap.Entry next = _heap.Pop();
            if (_isSettled[next.A] || _distances[next.A] != next.Key)
                continue;
            _isSettled[next.A] = true;
            if (next.A < network.LeftCount)
                SettleLeft(next.A, next.Key, left);
            else
                SettleRight(next.A, next.Key);
        }

        foreach (int node in _reached)
        {
            long moved = _end - _distances[node];
            if (moved > 0)
                _duals[node] += node < network.LeftCount ? -moved : moved;
        }

        bool added = _endNode != left;
        if (added)
        {
            network.Flows[left]++;
            Push(left);
        }

        Forget();
        return added;
    }

    private void SettleLeft(int left, long distance, int root)
    {
        AssignmentNetwork network = _network;
        // One who was moved out may go without instead of being moved on.
        if (left != root)
            EndAt(left, distance + _duals[left] + network.LastBonus(left));
        for (int arc = network.Starts[left]; arc < network.Starts[left + 1]; arc++)
        {
            if (!network.IsUsed[arc])
                Reach(network.Rights[arc], distance + _duals[left] + _duals[network.Rights[arc]] - network.Weights[arc], arc);
        }
    }

    private void SettleRight(int right, long distance)
    {
        AssignmentNetwork network = _network;
        for (int arc = network.FirstUsed[right]; arc >= 0; arc = network.NextUsed[arc])
            Reach(network.Lefts[arc], distance + network.Weights[arc] - _duals[network.Lefts[arc]] - _duals[right], arc);
    }

    private void Reach(int node, long distance, int via)
    {
        if (distance >= _distances[node] || distance >= _end)
            return;
        if (_distances[node] == long.MaxValue)
            _reached.Add(node);
        _distances[node] = distance;
        _via[node] = via;
        if (node >= _network.LeftCount && _network.HasRoom(node))
            EndAt(node, distance - _network.NextBonus(node) - _duals[node]);
        _heap.Push(distance, node);
    }

    private void EndAt(int node, long distance)
    {
        if (distance < _end)
            (_end, _endNode) = (distance, node);
    }

    private void Push(int root)
    {
        AssignmentNetwork network = _network;
        int node = _endNode;
        network.Flows[node] += node < network.LeftCount ? -1 : 1;
        while (node != root)
        {
            int arc = _via[node];
            if (node < network.LeftCount)
            {
                network.Unuse(arc);
                node = network.Rights[arc];
            }
            else
            {
                network.Use(arc);
                node = network.Lefts[arc];
            }
        }
    }

    private void Forget()
    {
        foreach (int node in _reached)
        {
            _distances[node] = long.MaxValue;
            _isSettled[node] = false;
        }

        _reached.Clear();
        _heap.Clear();
    }
}
