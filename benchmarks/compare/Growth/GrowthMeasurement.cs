using System.Diagnostics;
using System.Globalization;
using Matchmaking.Benchmarks;
using Matchmaking.Compare.Rows;
using Matchmaking.Compare.Running;

namespace Matchmaking.Compare.Growth;

/// <summary>The same work at another size: what the rows of the table do at theirs, each so many times and the median taken.</summary>
internal sealed class GrowthMeasurement(string folder, int runs, TextWriter log)
{
    private const int Queries = 4000;
    private const int Count = 10;
    private const int Checked = 10;
    private const int Upserts = 1000;

    private readonly List<GrowthFigure> _figures = [];

    /// <summary>What is known so far, in the order in which it was measured.</summary>
    public IReadOnlyList<GrowthFigure> Figures => _figures;

    /// <summary>How the answers were checked, a line each.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Exact top ten by tags alone, in memory of their own.</summary>
    public void Tags(int members, CancellationToken cancellationToken)
    {
        TagsWorkload tags = TagsWorkload.Read(folder, members);
        foreach (bool reciprocal in new[] { false, true })
        {
            cancellationToken.ThrowIfCancellationRequested();
            string name = reciprocal ? "needs × offers both ways" : "shared interests";
            Note(members, $"{name}: {tags.Check(reciprocal, Count)}");
            Quantiles(members, name, () => tags.Times(reciprocal, Queries, Count));
            Add(members, GrowthKind.Size, reciprocal ? "index: needs × offers" : "index: interests", tags.Memory(reciprocal));
        }
    }

    /// <summary>A generated community with everything: made, asked, changed, saved and loaded.</summary>
    public void Community(int members, CancellationToken cancellationToken)
    {
        string path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"growth{members}.mm"));
        var options = new MatchmakerOptions { TimeProvider = new FixedTime(CommunityGenerator.Today) };
        try
        {
            MakeAndAsk(members, path, options, cancellationToken);
            Add(members, GrowthKind.Whole, "load of the snapshot", Median(() => Timed(() => Matchmaker.Load(path, options))));
            Add(members, GrowthKind.Size, "snapshot file", new FileInfo(path).Length);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Its own frame, so that what was built is collected before loading is timed.</summary>
    private void MakeAndAsk(int members, string path, MatchmakerOptions options, CancellationToken cancellationToken)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Community community = new CommunityGenerator(members).Generate();
        cancellationToken.ThrowIfCancellationRequested();
        Matchmaker? matchmaker = null;
        Add(
            members,
            GrowthKind.Whole,
            "build",
            Median(() =>
            {
                matchmaker = null;
                GC.Collect();
                return Timed(() => matchmaker = Matchmaker.Create(community, options));
            })
        );
        cancellationToken.ThrowIfCancellationRequested();
        Add(members, GrowthKind.Size, "matchmaker in memory", GC.GetTotalMemory(forceFullCollection: true) - before);
        (int same, double everybody) = SuggestComparison.Check(matchmaker!, community, Checked);
        Note(
            members,
            string.Create(
                CultureInfo.InvariantCulture,
                $"`Suggest`: {same} of {Checked} checked answers as by scoring everybody, which takes {Duration.Format(everybody)}; "
                    + $"{community.Participations.Count:#,0} participations"
            )
        );
        Quantiles(members, "Suggest", () => SuggestComparison.Times(matchmaker!, community));
        cancellationToken.ThrowIfCancellationRequested();
        Add(members, GrowthKind.Whole, "save of the snapshot", Median(() => Timed(() => matchmaker!.Save(path))));
        var random = new Random(1);
        Quantiles(members, "Upsert", () =>
            QueryTimes.Of([.. Enumerable.Range(0, Upserts).Select(_ => UpsertComparison.Seconds(matchmaker!, community, random))])
        );
        // What goes on in the background after changes would slow what is measured next.
        matchmaker!.UpkeepWork.Wait(cancellationToken);
    }

    private void Quantiles(int members, string name, Func<QueryTimes> measure)
    {
        // Once for the compiler.
        measure();
        QueryTimes[] times = [.. Enumerable.Range(0, runs).Select(_ => measure())];
        foreach (bool tail in new[] { false, true })
            Add(members, GrowthKind.Call, $"{name}, {(tail ? "p99" : "p50")}", Comparer.Median([.. times.Select(run => run.At(tail))]));
    }

    private double Median(Func<double> measure) => Comparer.Median([.. Enumerable.Range(0, runs).Select(_ => measure())]);

    private static double Timed(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private void Add(int members, GrowthKind kind, string name, double value)
    {
        var figure = new GrowthFigure(members, kind, name, value);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {members:#,0}  {name}  {figure.Text}"));
        _figures.Add(figure);
    }

    private void Note(int members, string text) =>
        Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{members:#,0} members, {text}."));
}
