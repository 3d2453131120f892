using System.Globalization;
using Matchmaking.Optimization;

namespace Matchmaking.Compare.Rows;

/// <summary>
/// The heaviest pairs of a community of 100,000 with 30 candidates each. Not random edges as in the shared graphs: members lie in circles,
/// like their own circle best, and some are liked by many, so that odd circles and crowded members are everywhere. Made here; nobody else
/// finishes it.
/// </summary>
internal sealed class CommunityPairsComparison(bool maximumCardinality) : IComparison
{
    private const int Members = 100_000;
    private const int Candidates = 30;
    private const int CircleSize = 250;

    public string Name => maximumCardinality ? "community-pairs-most" : "community-pairs";

    public string Work =>
        maximumCardinality
            ? "the most pairs, of those the heaviest, 100,000 members in circles × 30"
            : "heaviest pairs, 100,000 members in circles × 30";

    public string Workloads => "";

    public Target Asked => new(Seconds: 60);

    public int Threads => 1;

    public PythonPeer? Peer => null;

    public Func<Measurement> Prepare(string folder)
    {
        WeightedEdge[] edges = Generate();
        return () =>
            Measurement.Of(
                () => MaximumWeightMatching.Solve(Members, edges, new() { MaximumCardinality = maximumCardinality }),
                solved => string.Create(CultureInfo.InvariantCulture, $"{edges.Length:#,0} edges, {solved.PairCount:#,0} pairs")
            );
    }

    private static WeightedEdge[] Generate()
    {
        var random = new Random(80);
        double[] liked = new double[Members];
        for (int u = 0; u < Members; u++)
            liked[u] = Math.Pow(random.NextDouble(), 3);
        var best = new PriorityQueue<int, double>();
        var edges = new Dictionary<(int, int), long>();
        for (int u = 0; u < Members; u++)
        {
            // Some four fifths of one's own circle is known, and a few of all others.
            for (int i = 0; i < CircleSize; i++)
            {
                int v = random.Next(5) == 0 ? random.Next(Members) : (u / CircleSize * CircleSize) + random.Next(CircleSize);
                if (v == u)
                    continue;
                double near = v / CircleSize == u / CircleSize ? 1 : 0.7;
                best.Enqueue(v, near * (0.4 + (0.3 * liked[u]) + (0.3 * liked[v]) + (0.3 * random.NextDouble())));
                if (best.Count > Candidates)
                    best.Dequeue();
            }

            while (best.TryDequeue(out int v, out double score))
                edges[(Math.Min(u, v), Math.Max(u, v))] = (long)(score * 1_000_000);
        }

        return [.. edges.OrderBy(e => e.Key).Select(e => new WeightedEdge(e.Key.Item1, e.Key.Item2, e.Value))];
    }
}
