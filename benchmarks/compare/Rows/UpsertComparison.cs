using System.Globalization;
using Matchmaking.Benchmarks;

namespace Matchmaking.Compare.Rows;

/// <summary>
/// <see cref="Matchmaker.Upsert"/> every 5 ms while two threads query without a pause: its p99, and what it does to the p99 of the queries. Three busy threads need three
/// cores: on fewer the row measures the system's scheduler too.
/// </summary>
internal sealed class UpsertComparison : IComparison
{
    private const int Members = 100_000;

    private static readonly TimeSpan s_phase = TimeSpan.FromSeconds(8);

    public string Name => "upsert";

    public string Work => "upsert every 5 ms at 100,000 members while two threads ask Suggest, p99";

    public string Workloads => "";

    public Target Asked => new(Seconds: 1e-3);

    public int Threads => ChangesUnderLoad.Readers + 1;

    public PythonPeer? Peer => null;

    public Func<Measurement> Prepare(string folder)
    {
        Community community = new CommunityGenerator(Members).Generate();
        var matchmaker = Matchmaker.Create(community, new MatchmakerOptions { TimeProvider = new FixedTime(CommunityGenerator.Today) });
        var random = new Random(1);
        return () =>
        {
            double[] alone = [.. Enumerable.Range(0, 1000).Select(_ => Upsert())];
            (double[] before, _) = ChangesUnderLoad.Run(s_phase, Suggest, () => 0);
            (double[] queries, double[] upserts) = ChangesUnderLoad.Run(s_phase, Suggest, Upsert);
            return new Measurement(P99(upserts), string.Create(
                CultureInfo.InvariantCulture,
                $"{Duration.Format(P99(alone))} without queries; queries' p99 {Duration.Format(P99(before))} without changes, {Duration.Format(P99(queries))} with (at most 2 × is asked), {Environment.ProcessorCount} cores"));
        };

        double Upsert()
        {
            Member member = community.Members[random.Next(Members)], like = community.Members[random.Next(Members)];
            Member changed = like with { Id = member.Id, Name = member.Name };
            return ChangesUnderLoad.Seconds(() => matchmaker.Upsert(changed));
        }

        double Suggest(int query)
        {
            string id = community.Members[query % Members].Id;
            return ChangesUnderLoad.Seconds(() => matchmaker.Suggest(id));
        }
    }

    private static double P99(double[] times)
    {
        double[] sorted = [.. times.Order()];
        return sorted[(int)(.99 * (sorted.Length - 1))];
    }
}
