using System.Diagnostics;
using System.Globalization;

namespace Matchmaking.Compare.Rows;

/// <summary>The best ten of a million dense rows for one query: the median of many queries.</summary>
internal sealed class DenseQueryComparison : IComparison
{
    private const int Dimensions = 128;
    private const int Count = 10;
    private const int Queries = 60;

    public string Name => "dense-query";

    public string Work =>
        $"dense 1,000,000 × {Dimensions}, exact top 10 of one query, median of {Queries} (reference code; the peer was started once)";

    public string Workloads => "A";

    public Target Asked => new(Ratio: 5);

    public int Threads => 1;

    /// <remarks>The script goes on to other peers, which takes minutes; it repeats the queries itself.</remarks>
    public PythonPeer? Peer =>
        new("faiss IndexFlatIP", "bench_dense.py", ["single"], ["faiss"]) { Line = "faiss(debian) flat single query 1M", Runs = 1 };

    public Func<Measurement> Prepare(string folder)
    {
        var index = DenseIndex.Build(BinaryFile.Read<float>(folder, "dense1m_128.f32"), Dimensions, Simd.Best);
        float[] queries = BinaryFile.Read<float>(folder, "denseq_128.f32");
        int right = 0;
        for (int q = 0; q < 5; q++)
        {
            float[] query = queries[(q * Dimensions)..((q + 1) * Dimensions)];
            var plain = new TopK(Count);
            for (int row = 0; row < index.Count; row++)
                plain.Offer(new Candidate(row, index.Score(query, row), 0));
            right += plain.ToSortedArray().SequenceEqual(index.Search(query, Count, new AllBut(-1))) ? 1 : 0;
        }

        return () =>
        {
            double[] seconds = new double[Queries];
            for (int q = 0; q < Queries; q++)
            {
                long start = Stopwatch.GetTimestamp();
                index.Search(queries.AsSpan(q * Dimensions, Dimensions), Count, new AllBut(-1));
                seconds[q] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }

            Array.Sort(seconds);
            return new Measurement(
                seconds[Queries / 2],
                string.Create(CultureInfo.InvariantCulture, $"{right} of 5 checked answers exact")
            );
        };
    }
}
