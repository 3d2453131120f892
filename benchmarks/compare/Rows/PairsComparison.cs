using System.Globalization;
using System.Runtime.InteropServices;
using Matchmaking.Optimization;

namespace Matchmaking.Compare.Rows;

/// <summary>From edges to the heaviest matching of a general graph.</summary>
internal sealed class PairsComparison(int nodes, double seconds) : IComparison
{
    public string Name => $"gm{nodes}";

    public string Work => $"heaviest pairs, {nodes:#,0} members × 20{(Peer is { Runs: 1 } ? " (the peer was started once)" : "")}";

    public string Workloads => "D";

    public Target Asked => new(Seconds: seconds);

    public int Threads => 1;

    // Minutes for the small graph, hours for the great one: there nobody waits for it.
    public PythonPeer? Peer =>
        nodes > 2000
            ? null
            : new(
                "networkx max_weight_matching",
                "bench_assign.py",
                ["nx", nodes.ToString(CultureInfo.InvariantCulture)],
                ["networkx", "numpy"]
            )
            {
                Runs = 1,
            };

    public Func<Measurement> Prepare(string folder)
    {
        int[] numbers = BinaryFile.Read<int>(folder, $"gm{nodes}.i32");
        var edges = new WeightedEdge[numbers.Length / 3];
        for (int i = 0; i < edges.Length; i++)
            edges[i] = new WeightedEdge(numbers[3 * i], numbers[(3 * i) + 1], numbers[(3 * i) + 2]);
        return () =>
            Measurement.Of(
                () => MaximumWeightMatching.Solve(nodes, edges),
                solved => string.Create(CultureInfo.InvariantCulture, $"weight {solved.TotalWeight:#,0}, {solved.PairCount} pairs")
            );
    }
}
