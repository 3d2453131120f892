using System.Globalization;

namespace Matchmaking.Compare.Rows;

/// <summary>The best ten of each of 100,000 dense rows.</summary>
internal sealed class DenseOfAllComparison : IComparison
{
    private const int Members = 100_000;
    private const int Dimensions = 128;
    private const int Count = 10;

    public string Name => "dense-all";

    public string Work => "dense 100,000 × 128, exact top 10 of all by scalar product (reference code)";

    public string Workloads => "A";

    public Target Asked => new(Ratio: 2.5);

    public int Threads => 2;

    /// <remarks>It does a fifth of the queries, and says so.</remarks>
    public PythonPeer? Peer =>
        new("faiss IndexFlatIP (a fifth of the queries × 5)", "bench_dense.py", ["faiss2"], ["faiss"]) { Scale = 5, Runs = 3 };

    public Func<Measurement> Prepare(string folder)
    {
        float[] rows = BinaryFile.Read<float>(folder, "dense1m_128.f32")[..(Members * Dimensions)];
        var index = DenseIndex.Build(rows, Dimensions, Simd.Best);
        return () =>
            Measurement.Of(
                () => index.SearchAll(rows, Count, row => new AllBut(row), Threads),
                answers =>
                {
                    int right = 0;
                    for (int row = 0; row < Members; row += Members / 20)
                    {
                        right += Enumerable
                            .Range(0, Members)
                            .Where(other => other != row)
                            .Select(other => new Candidate(other, index.Score(index.Row(row), other), 0))
                            .Order()
                            .Take(Count)
                            .SequenceEqual(answers[row])
                            ? 1
                            : 0;
                    }

                    return string.Create(CultureInfo.InvariantCulture, $"{right} of 20 checked answers exact");
                }
            );
    }
}
