using Matchmaking.Optimization.Common;

namespace Matchmaking.Optimization.Matching;

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
internal sealed partial class BlossomSearch
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
