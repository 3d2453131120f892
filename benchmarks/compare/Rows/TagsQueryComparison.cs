using System.Globalization;

namespace Matchmaking.Compare.Rows;

/// <summary>
/// One member's best ten, by interests in common or by what each has for the other: the time that half of the members, or 99 of 100, wait
/// at the most.
/// </summary>
internal sealed class TagsQueryComparison(bool reciprocal, int members, bool tail) : IComparison
{
    private const int Count = 10;
    private const int Queries = 4000;

    public string Name => $"{(reciprocal ? "needs" : "interests")}-{Size}-{(tail ? "p99" : "p50")}";

    public string Work =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"one query, {(reciprocal ? "needs × offers both ways (reference code)" : "shared interests")}, {members:#,0} members, "
                + $"{(tail ? "p99" : "p50")} of {Queries}"
        );

    public string Workloads => "C";

    public Target Asked =>
        new(
            Seconds: (members, tail) switch
            {
                (100_000, false) => 60e-6,
                (100_000, true) => 700e-6,
                (_, false) => 1e-3,
                (_, true) => 8e-3,
            }
        );

    public int Threads => 1;

    public PythonPeer? Peer =>
        tail
            ? null
            : new("scipy, one row", "bench_sparse.py", [Size, "lat"], ["scipy"])
            {
                Line = reciprocal ? "single member complementarity" : "single member interests",
            };

    private string Size => members == 1_000_000 ? "1m" : $"{members / 1000}k";

    public Func<Measurement> Prepare(string folder)
    {
        TagsWorkload tags = TagsWorkload.Read(folder, members);
        string check = tags.Check(reciprocal, Count);
        string memory = string.Create(
            CultureInfo.InvariantCulture,
            $"{(double)tags.Memory(reciprocal) / tags.FileSize(reciprocal):0.00} × the files"
        );
        return () => new Measurement(tags.Times(reciprocal, Queries, Count).At(tail), $"{check}, memory {memory}");
    }
}
