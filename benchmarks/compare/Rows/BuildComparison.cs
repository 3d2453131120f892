using System.Globalization;
using Matchmaking.Benchmarks;

namespace Matchmaking.Compare.Rows;

/// <summary><see cref="Matchmaker.Create"/> of a generated community with interests, offers, needs, texts and a network.</summary>
internal sealed class BuildComparison : IComparison
{
    public string Name => "build-100k";

    public string Work => "build of a community of 100,000: interests, offers, needs, texts, network";

    public string Workloads => "";

    public Target Asked => new(Seconds: 20);

    public int Threads => Environment.ProcessorCount;

    public PythonPeer? Peer => null;

    public Func<Measurement> Prepare(string folder)
    {
        Community community = new CommunityGenerator(100_000).Generate();
        return () =>
            Measurement.Of(
                () => Matchmaker.Create(community, new MatchmakerOptions { TimeProvider = new FixedTime(CommunityGenerator.Today) }),
                made =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{community.Participations.Count:#,0} participations, {made.Suggest(community.Members[0].Id).Count} "
                            + $"introductions for the first member"
                    )
            );
    }
}
