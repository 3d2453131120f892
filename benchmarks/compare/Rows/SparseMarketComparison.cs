using System.Globalization;
using System.Runtime.InteropServices;
using Matchmaking.Optimization;

namespace Matchmaking.Compare.Rows;

/// <summary>
/// Transferable utility on long sparse lists, from likings to everybody's ranking. The lists are made here: no shared workload has any.
/// </summary>
internal sealed class SparseMarketComparison : IComparison
{
    private const int People = 100_000;
    private const int Listed = 100;
    private const double Temperature = 0.1;

    public string Name => "market-sparse";

    public string Work =>
        "transferable utility (Sinkhorn) to rankings of both sides, 100,000 × 100 candidates (the peer: the scaling alone, the same "
        + "rounds)";

    public string Workloads => "";

    public Target Asked => new(Seconds: 60);

    public int Threads => Environment.ProcessorCount;

    public PythonPeer? Peer => new("scipy sparse products", "sparse_scaling.py", [], ["scipy", "numpy"]) { IsOurs = true };

    public Func<Measurement> Prepare(string folder)
    {
        (int[] rights, float[] forward, float[] backward) = Generate();
        int[] starts = [.. Enumerable.Range(0, People + 1).Select(i => i * Listed)];
        var market = new TwoSidedMarket(starts, rights, People, forward, backward);
        int rounds = TransferableUtility.Fit(market, Temperature).Rounds;
        double product = Matches(MarketSolver.Solve(market, MarketObjective.Product), forward, backward);
        // What the peer reads.
        Write(folder, "market_rights.i32", rights);
        Write(folder, "market_values.f32", [.. forward.Zip(backward, (f, b) => f * b / (float)Temperature)]);
        Write(folder, "market_rounds.i32", new[] { rounds });
        return () =>
            Measurement.Of(
                () => MarketSolver.Solve(market, MarketObjective.TransferableUtility),
                lists =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Matches(lists, forward, backward):#,0} expected matches, {product:#,0} by the product, {rounds} rounds"
                    )
            );
    }

    private static double Matches(MarketLists lists, float[] forward, float[] backward)
    {
        double matches = 0;
        for (int pair = 0; pair < forward.Length; pair++)
            matches += (double)forward[pair] * backward[pair] * lists.LeftLooks[pair] * lists.RightLooks[pair];
        return matches;
    }

    /// <summary>Half of a liking is the other's popularity, half taste, and the popular are on more lists.</summary>
    private static (int[] Rights, float[] Forward, float[] Backward) Generate()
    {
        var random = new Random(70);
        int[] rights = new int[People * Listed];
        float[] forward = new float[rights.Length];
        float[] backward = new float[rights.Length];
        var seen = new HashSet<int>();
        for (int left = 0; left < People; left++)
        {
            seen.Clear();
            for (int i = 0; i < Listed; i++)
            {
                int right;
                do right = (int)(People * Math.Pow(random.NextDouble(), 1.5));
                while (!seen.Add(right));
                int pair = (left * Listed) + i;
                rights[pair] = right;
                forward[pair] = (float)((1 - ((double)right / People) + random.NextDouble()) / 2);
                backward[pair] = (float)((1 - ((double)left / People) + random.NextDouble()) / 2);
            }
        }

        return (rights, forward, backward);
    }

    private static void Write<T>(string folder, string name, T[] values)
        where T : unmanaged
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, name), MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
    }
}
