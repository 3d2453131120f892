namespace Matchmaking.Optimization.Matching;

/// <summary>A graph by nodes: whom each is joined to, and how strongly, in one array.</summary>
internal sealed class WeightedAdjacency
{
    public WeightedAdjacency(int nodes, ReadOnlySpan<WeightedEdge> edges, Func<long, long> scale)
    {
        Starts = new int[nodes + 1];
        foreach (WeightedEdge edge in edges)
        {
            if (edge.U == edge.V || scale(edge.Weight) <= 0)
                continue;
            Starts[edge.U + 1]++;
            Starts[edge.V + 1]++;
        }

        for (int v = 0; v < nodes; v++)
            Starts[v + 1] += Starts[v];
        Arcs = new Arc[Starts[nodes]];
        int[] next = Starts[..nodes];
        foreach (WeightedEdge edge in edges)
        {
            long weight = scale(edge.Weight);
            if (edge.U == edge.V || weight <= 0)
                continue;
            Arcs[next[edge.U]++] = new Arc(weight, edge.V);
            Arcs[next[edge.V]++] = new Arc(weight, edge.U);
        }
    }

    public int NodeCount => Starts.Length - 1;

    public int[] Starts { get; }

    public Arc[] Arcs { get; }

    public ReadOnlySpan<Arc> Of(int node) => Arcs.AsSpan(Starts[node], Starts[node + 1] - Starts[node]);

    internal readonly record struct Arc(long Weight, int To);
}
