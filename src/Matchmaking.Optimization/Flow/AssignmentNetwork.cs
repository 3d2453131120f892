namespace Matchmaking.Optimization.Flow;

/// <summary>
/// An assignment as a flow network: arcs by left node, and by right node a chain of those that are used. Locked pairs are taken out
/// beforehand.
/// </summary>
internal sealed class AssignmentNetwork
{
    private readonly bool[] _isLocked;
    private readonly int[] _pairs;
    private readonly int[] _previous;
    private readonly long[] _prices;
    private readonly int[] _minimums;

    public AssignmentNetwork(AssignmentProblem problem)
    {
        LeftCount = problem.Left.Capacities.Count;
        int rights = problem.Right.Capacities.Count;
        int nodes = LeftCount + rights;
        Capacities = [.. problem.Left.Capacities, .. problem.Right.Capacities];
        _minimums = [.. problem.Left.Minimums ?? new int[LeftCount], .. problem.Right.Minimums ?? new int[rights]];
        _prices =
        [
            .. Enumerable.Repeat(problem.Left.ShortfallPrice, LeftCount),
            .. Enumerable.Repeat(problem.Right.ShortfallPrice, rights),
        ];
        Flows = new int[nodes];
        _isLocked = new bool[problem.Pairs.Count];
        Starts = new int[LeftCount + 1];
        for (int i = 0; i < _isLocked.Length; i++)
        {
            AssignmentPair pair = problem.Pairs[i];
            _isLocked[i] = pair.IsLocked;
            if (!pair.IsLocked)
            {
                Starts[pair.Left + 1]++;
                continue;
            }

            foreach (int node in (int[])[pair.Left, LeftCount + pair.Right])
            {
                Capacities[node]--;
                _minimums[node]--;
            }
        }

        for (int l = 0; l < LeftCount; l++)
            Starts[l + 1] += Starts[l];
        int arcs = Starts[LeftCount];
        (Lefts, Rights, Weights, _pairs) = (new int[arcs], new int[arcs], new long[arcs], new int[arcs]);
        int[] next = Starts[..LeftCount];
        IsMost = problem.MaximumCardinality;
        Bonus = IsMost ? CardinalityBonus(problem) : 0;
        for (int i = 0; i < _isLocked.Length; i++)
        {
            AssignmentPair pair = problem.Pairs[i];
            if (pair.IsLocked)
                continue;
            int arc = next[pair.Left]++;
            (Lefts[arc], Rights[arc], Weights[arc], _pairs[arc]) = (pair.Left, LeftCount + pair.Right, pair.Weight + Bonus, i);
        }

        IsUsed = new bool[arcs];
        NextUsed = new int[arcs];
        _previous = new int[arcs];
        FirstUsed = new int[nodes];
        Array.Fill(FirstUsed, -1);
    }

    public int LeftCount { get; }

    public int NodeCount => Flows.Length;

    /// <summary>By left node: where its arcs start; one more at the end.</summary>
    public int[] Starts { get; }

    public int[] Lefts { get; }

    /// <summary>Right nodes are numbered on from the left ones.</summary>
    public int[] Rights { get; }

    /// <summary>What each arc is worth, <see cref="Bonus"/> in it.</summary>
    public long[] Weights { get; }

    /// <summary>Whether as many pairs as there can be are asked for.</summary>
    public bool IsMost { get; }

    /// <summary>What every pair is worth beside its weight, so that the most pairs are the best.</summary>
    public long Bonus { get; }

    public bool[] IsUsed { get; }

    /// <summary>By right node: its first used arc, or −1.</summary>
    public int[] FirstUsed { get; }

    public int[] NextUsed { get; }

    public int[] Flows { get; }

    public int[] Capacities { get; }

    public bool HasRoom(int node) => Flows[node] < Capacities[node];

    /// <summary>What a unit more is worth beside its weight: the price of a minimum missed by it no more.</summary>
    public long NextBonus(int node) => UnitBonus(node, Flows[node]);

    /// <summary>What a unit is worth beside its weight to a node that has so many already.</summary>
    public long UnitBonus(int node, int units) => units < _minimums[node] ? _prices[node] : 0;

    /// <summary>What the last unit was worth.</summary>
    public long LastBonus(int node) => UnitBonus(node, Flows[node] - 1);

    public void Use(int arc)
    {
        int right = Rights[arc];
        IsUsed[arc] = true;
        _previous[arc] = -1;
        NextUsed[arc] = FirstUsed[right];
        if (FirstUsed[right] >= 0)
            _previous[FirstUsed[right]] = arc;
        FirstUsed[right] = arc;
    }

    public void Unuse(int arc)
    {
        IsUsed[arc] = false;
        if (_previous[arc] >= 0)
            NextUsed[_previous[arc]] = NextUsed[arc];
        else
            FirstUsed[Rights[arc]] = NextUsed[arc];
        if (NextUsed[arc] >= 0)
            _previous[NextUsed[arc]] = _previous[arc];
    }

    public bool[] UsedPairs()
    {
        bool[] used = (bool[])_isLocked.Clone();
        for (int arc = 0; arc < IsUsed.Length; arc++)
            used[_pairs[arc]] |= IsUsed[arc];
        return used;
    }

    private static long CardinalityBonus(AssignmentProblem problem)
    {
        long most = problem.Pairs.Select(p => Math.Abs(p.Weight)).DefaultIfEmpty().Max();
        // A path to one pair more passes each node once at the most.
        return checked(
            (
                2
                * (most + problem.Left.ShortfallPrice + problem.Right.ShortfallPrice)
                * (Math.Min(problem.Left.Capacities.Count, problem.Right.Capacities.Count) + 1L)
            ) + 1
        );
    }
}
