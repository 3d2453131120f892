namespace Matchmaking.Optimization.Matching;

/// <summary>
/// The nested blossoms of a matching: odd sets of nodes around an odd circle, that are looked at as one node. Ids below the number of nodes
/// are the nodes themselves. A blossom's children stand in circle order, the one that holds its base first, so that the second is matched
/// to the third, the fourth to the fifth, and so on.
/// </summary>
internal sealed class BlossomForest
{
    private readonly int[] _nextNode;
    private readonly int[] _handles;
    private readonly List<int> _unused = [];
    private readonly List<int> _chain = [];
    private readonly Stack<(int Blossom, int Base)> _toRebase = [];
    private int[] _owners;
    private int[] _handleOf;
    private int[] _first;
    private int[] _last;
    private int[] _sizes;
    private int _idCount;

    public BlossomForest(int nodes, int[] mates)
    {
        NodeCount = nodes;
        Mates = mates;
        _nextNode = new int[nodes];
        _handles = Numbers(nodes);
        _owners = Numbers(nodes);
        _handleOf = Numbers(nodes);
        _first = Numbers(nodes);
        _last = Numbers(nodes);
        Bases = Numbers(nodes);
        _sizes = new int[nodes];
        Array.Fill(_sizes, 1);
        Parents = new int[nodes];
        Array.Fill(Parents, -1);
        Children = new int[nodes][];
        Links = new (int, int)[nodes][];
        _idCount = nodes;
    }

    public int NodeCount { get; }

    /// <summary>One more than the greatest id in use so far.</summary>
    public int IdCount => _idCount;

    public int[] Mates { get; }

    /// <summary>The one node of each that is matched outside it, or free.</summary>
    public int[] Bases { get; private set; }

    public int[] Parents { get; private set; }

    public int[][] Children { get; private set; }

    /// <summary>By child: the edge to the next child round the circle, its end in the child first.</summary>
    public (int From, int To)[][] Links { get; private set; }

    public bool IsBlossom(int id) => id >= NodeCount;

    /// <summary>The outermost blossom that holds a node, or the node.</summary>
    public int TopOf(int node) => _owners[_handles[node]];

    public bool IsFree(int id) => Mates[Bases[id]] < 0;

    public int FirstNode(int id) => _first[id];

    public int LastNode(int id) => _last[id];

    public int NextNode(int node) => _nextNode[node];

    public int Size(int id) => _sizes[id];

    public int Shrink(int[] children, (int From, int To)[] links)
    {
        int id = NewId();
        Children[id] = children;
        Links[id] = links;
        Bases[id] = Bases[children[0]];
        Parents[id] = -1;
        int largest = children[0];
        int size = 0;
        for (int i = 0; i < children.Length; i++)
        {
            int child = children[i];
            Parents[child] = id;
            size += _sizes[child];
            if (_sizes[child] > _sizes[largest])
                largest = child;
            if (i > 0)
                _nextNode[_last[children[i - 1]]] = _first[child];
        }

        _first[id] = _first[children[0]];
        _last[id] = _last[children[^1]];
        _sizes[id] = size;
        // The many keep the name under which their blossom is found; the few take it on: a node is renamed a logarithm of times at the most
        // while blossoms grow.
        int handle = _handleOf[largest];
        foreach (int child in children)
        {
            if (child != largest)
                Rename(child, handle);
        }

        _handleOf[id] = handle;
        _owners[handle] = id;
        return id;
    }

    /// <summary>
    /// Ends an outermost blossom; its children are outermost then. The largest keeps the name that it lent, so that one blossom in another
    /// in another falls apart in the time that its smaller parts take.
    /// </summary>
    public void Expand(int id)
    {
        int handle = _handleOf[id];
        foreach (int child in Children[id])
        {
            Parents[child] = -1;
            // A name is the number of a node inside, so that it is free again: nobody else can have it.
            int own = _handleOf[child];
            _owners[own] = child;
            if (own != handle)
                Rename(child, own);
        }

        Children[id] = [];
        Links[id] = [];
        _unused.Add(id);
    }

    /// <summary>
    /// Matches the nodes of a blossom so that this one of them is left for a mate outside. Done with a list of what is left to do: blossoms
    /// nest deeply.
    /// </summary>
    public void Rebase(int id, int node)
    {
        _toRebase.Push((id, node));
        while (_toRebase.TryPop(out (int Blossom, int Base) next))
        {
            _chain.Clear();
            for (int inner = next.Base; inner != next.Blossom; inner = Parents[inner])
                _chain.Add(inner);
            for (int i = _chain.Count - 1, outer = next.Blossom; i >= 0; outer = _chain[i--])
                Turn(outer, _chain[i], next.Base);
        }
    }

    /// <summary>Brings a child to the front and matches the others in twos; the child itself is the caller's to go on with.</summary>
    private void Turn(int id, int front, int node)
    {
        int[] children = Children[id];
        (int From, int To)[] links = Links[id];
        int at = Array.IndexOf(children, front);
        if (at > 0)
        {
            children.AsSpan(0, at).Reverse();
            children.AsSpan(at).Reverse();
            children.AsSpan().Reverse();
            links.AsSpan(0, at).Reverse();
            links.AsSpan(at).Reverse();
            links.AsSpan().Reverse();
            // The old front was matched outside and has a mate inside now; all from there to the new front change partners.
            for (int i = 1; i < children.Length; i += 2)
            {
                (int from, int to) = links[i];
                if (Mates[from] == to && Mates[to] == from)
                    continue;
                Mates[from] = to;
                Mates[to] = from;
                Settle(children[i], from);
                Settle(children[i + 1], to);
            }
        }

        Bases[id] = node;
    }

    private void Settle(int id, int node)
    {
        if (IsBlossom(id))
            _toRebase.Push((id, node));
    }

    private void Rename(int id, int handle)
    {
        int last = _last[id];
        for (int node = _first[id]; ; node = _nextNode[node])
        {
            _handles[node] = handle;
            if (node == last)
                break;
        }
    }

    private int NewId()
    {
        if (_unused.Count > 0)
        {
            int id = _unused[^1];
            _unused.RemoveAt(_unused.Count - 1);
            return id;
        }

        if (_idCount == Parents.Length)
            Grow(Math.Max(_idCount + 64, _idCount * 5 / 4));
        return _idCount++;
    }

    private void Grow(int size)
    {
        Resize(ref _owners);
        Resize(ref _handleOf);
        Resize(ref _first);
        Resize(ref _last);
        Resize(ref _sizes);
        Bases = Resized(Bases);
        Parents = Resized(Parents);
        Children = Resized(Children);
        Links = Resized(Links);

        void Resize(ref int[] array) => Array.Resize(ref array, size);

        T[] Resized<T>(T[] array)
        {
            Array.Resize(ref array, size);
            return array;
        }
    }

    private static int[] Numbers(int count) => [.. Enumerable.Range(0, count)];
}
