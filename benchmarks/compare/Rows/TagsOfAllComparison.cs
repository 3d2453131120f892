using System.Globalization;

namespace Matchmaking.Compare.Rows;

/// <summary>The best ten of every member, by interests in common or by what each has for the other.</summary>
internal sealed class TagsOfAllComparison(bool reciprocal) : IComparison
{
    private const int Count = 10;

    public string Name => reciprocal ? "needs-all" : "interests-all";

    public string Work =>
        (reciprocal ? "needs × offers both ways (harmonic)" : "shared interests (cosine)")
        + ", exact top 10 of all 100,000"
        + (reciprocal ? " (reference code)" : "");

    public string Workloads => "C";

    public Target Asked => new(Ratio: reciprocal ? 60 : 25);

    public int Threads => 2;

    /// <remarks>It does 2,000 of the rows, on one thread, and says what all would take.</remarks>
    public PythonPeer? Peer =>
        new("scipy's blocked product (1 thread, projected)", "bench_sparse.py", ["100k", reciprocal ? "scipy_c" : "scipy_i"], ["scipy"])
        {
            Line = "projected",
            Figure = "projected all ([0-9.]+)s",
        };

    public Func<Measurement> Prepare(string folder)
    {
        TagsWorkload tags = TagsWorkload.Read(folder, members: 100_000);
        string check = tags.Check(reciprocal, Count);
        return () =>
            Measurement.Of(
                () =>
                {
                    var answers = new Candidate[tags.Members][];
                    Parallel.For(0, answers.Length, new ParallelOptions { MaxDegreeOfParallelism = Threads }, member =>
                        answers[member] = tags.Search(reciprocal, member, Count)
                    );
                    return answers;
                },
                answers => string.Create(CultureInfo.InvariantCulture, $"{answers.Sum(a => a.Length)} found, {check}")
            );
    }
}
