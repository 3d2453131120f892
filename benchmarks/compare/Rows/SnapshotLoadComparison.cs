using System.Globalization;
using Matchmaking.Benchmarks;

namespace Matchmaking.Compare.Rows;

/// <summary><see cref="Matchmaker.Load"/> of what <see cref="BuildComparison"/> builds, the file in the system's cache.</summary>
internal sealed class SnapshotLoadComparison : IComparison
{
    public string Name => "snapshot-load";

    public string Work => "load of the snapshot of a community of 100,000";

    public string Workloads => "";

    public Target Asked => new(Seconds: 1);

    public int Threads => Environment.ProcessorCount;

    public PythonPeer? Peer => null;

    public Func<Measurement> Prepare(string folder)
    {
        string path = Path.Combine(folder, "community100k.mm");
        var options = new MatchmakerOptions { TimeProvider = new FixedTime(CommunityGenerator.Today) };
        string first = Save(path, options);
        return () =>
            Measurement.Of(
                () => Matchmaker.Load(path, options),
                loaded =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{new FileInfo(path).Length / 1e6:0} MB, answers {(Answer(loaded) == first ? "as" : "NOT as")} before"
                    )
            );
    }

    /// <summary>Its own frame, so that what was built is collected before loading is timed.</summary>
    private static string Save(string path, MatchmakerOptions options)
    {
        var matchmaker = Matchmaker.Create(new CommunityGenerator(100_000).Generate(), options);
        matchmaker.Save(path);
        return Answer(matchmaker);
    }

    private static string Answer(Matchmaker matchmaker) =>
        string.Join(
            ' ',
            matchmaker.Suggest("m0").Select(chosen => string.Create(CultureInfo.InvariantCulture, $"{chosen.To.Id}:{chosen.Score:R}"))
        );
}
