using Matchmaking.Optimization.Matching;

namespace Matchmaking.Optimization;

/// <summary>
/// What proves a matching the heaviest: the dual of the matching's linear program (Edmonds 1965). Who doubts the search asks
/// <see cref="FindFault"/>, which checks the duals and needs no search. Never changes; any number of threads may use it.
/// </summary>
public sealed class MatchingProof
{
    /// <param name="graph">The graph, its weights as they were searched.</param>
    /// <param name="mates">Each node's mate, or −1.</param>
    /// <param name="duals">Each node's dual, in the scale of the graph.</param>
    /// <param name="blossoms">Odd sets of nodes, and the dual of each.</param>
    internal MatchingProof(WeightedAdjacency graph, int[] mates, long[] duals, (int[] Nodes, long Dual)[] blossoms) =>
        (Graph, Mates, Duals, Blossoms) = (graph, mates, duals, blossoms);

    internal WeightedAdjacency Graph { get; }

    internal int[] Mates { get; }

    internal long[] Duals { get; }

    internal (int[] Nodes, long Dual)[] Blossoms { get; }

    /// <summary>
    /// What is wrong with the proof, in words; null: the matching is the best of those that were looked for. By weak duality: feasible
    /// duals that sum to the matching's weight bound every other one. Takes time in proportion to the edges.
    /// </summary>
    public string? FindFault()
    {
        var within = new Dictionary<int, List<int>>();
        Int128 bound = 0;
        for (int b = 0; b < Blossoms.Length; b++)
        {
            (int[] nodes, long dual) = Blossoms[b];
            if (dual < 0 || nodes.Length % 2 == 0)
                return $"blossom of {nodes.Length} nodes with dual {dual}";
            bound += (Int128)dual * (nodes.Length / 2);
            if (dual == 0)
                continue;
            foreach (int node in nodes)
            {
                if (!within.TryGetValue(node, out List<int>? list))
                    within[node] = list = [];
                list.Add(b);
            }
        }

        Int128 weight = 0;
        for (int u = 0; u < Mates.Length; u++)
        {
            if (Duals[u] < 0)
                return $"node {u} has dual {Duals[u]}";
            if (Mates[u] >= 0 && Mates[Mates[u]] != u)
                return $"node {u} is matched to {Mates[u]} and that one to {Mates[Mates[u]]}";
            bound += Duals[u];
            long heaviest = 0;
            foreach (WeightedAdjacency.Arc arc in Graph.Of(u))
            {
                long cover = Duals[u] + Duals[arc.To];
                if (within.TryGetValue(u, out List<int>? mine) && within.TryGetValue(arc.To, out List<int>? theirs))
                    cover += mine.Intersect(theirs).Sum(b => Blossoms[b].Dual);
                if (cover < arc.Weight)
                    return $"edge {u}–{arc.To} weighs {arc.Weight}, its duals {cover}";
                if (arc.To == Mates[u])
                    heaviest = Math.Max(heaviest, arc.Weight);
            }

            if (Mates[u] >= 0 && heaviest == 0)
                return $"node {u} is matched to {Mates[u]} without an edge";
            if (u < Mates[u])
                weight += heaviest;
        }

        return weight == bound ? null : $"the matching weighs {weight}, the duals {bound}";
    }
}
