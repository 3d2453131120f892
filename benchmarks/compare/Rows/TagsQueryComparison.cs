using System.Diagnostics;
using System.Globalization;

namespace Matchmaking.Compare.Rows;

/// <summary>One member's best ten, by interests in common or by what each has for the other: the time that half of the members, or 99 of 100, wait at the most.</summary>
internal sealed class TagsQueryComparison(bool reciprocal, bool million, bool tail) : IComparison
{
    private const int Count = 10;
    private const int Queries = 4000;

    public string Name => $"{(reciprocal ? "needs" : "interests")}-{(million ? "1m" : "100k")}-{(tail ? "p99" : "p50")}";

    public string Work => $"one query, {(reciprocal ? "needs × offers both ways" : "shared interests")}, {(million ? "1,000,000" : "100,000")} members, {(tail ? "p99" : "p50")} of {Queries}";

    public string Workloads => "C";

    public Target Asked => new(Seconds: (million, tail) switch { (false, false) => 60e-6, (false, true) => 700e-6, (true, false) => 1e-3, (true, true) => 8e-3 });

    public int Threads => 1;

    public PythonPeer? Peer => tail ? null : new("scipy, one row", "bench_sparse.py", [million ? "1m" : "100k", "lat"], ["scipy"])
    {
        Line = reciprocal ? "single member complementarity" : "single member interests",
    };

    public Func<Measurement> Prepare(string folder)
    {
        TagsWorkload tags = TagsWorkload.Read(folder, million);
        string check = tags.Check(reciprocal, Count);
        long bytes = reciprocal ? tags.Both.Bytes : tags.Interests.Bytes;
        double files = Directory.EnumerateFiles(folder, $"tags{(million ? "1m" : "100k")}_*")
            .Where(file => file.Contains("interests", StringComparison.Ordinal) != reciprocal).Sum(file => (double)new FileInfo(file).Length);
        return () =>
        {
            double[] seconds = new double[Queries];
            for (int i = 0; i < Queries; i++)
            {
                int member = (int)((long)i * 7919 % tags.Members);
                long start = Stopwatch.GetTimestamp();
                tags.Search(reciprocal, member, Count);
                seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }

            Array.Sort(seconds);
            return new Measurement(seconds[tail ? Queries * 99 / 100 : Queries / 2], string.Create(
                CultureInfo.InvariantCulture, $"{check}, memory {bytes / files:0.00} × the files"));
        };
    }
}
