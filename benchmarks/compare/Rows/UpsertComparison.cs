using System.Globalization;
using Matchmaking.Benchmarks;

namespace Matchmaking.Compare.Rows;

/// <summary>
/// <see cref="Matchmaker.Upsert"/> every 5 ms while two threads query without a pause: its p99, or what it does to the p99 of the queries.
/// Three busy threads need three cores: on fewer the row measures the system's scheduler too. What it does to queries is measured for as
/// long as it takes until all changes have been folded together once, with all layouts of those who changed before.
/// </summary>
internal sealed class UpsertComparison(bool ofQueries) : IComparison
{
    private const int Members = 100_000;

    private static readonly TimeSpan s_phase = TimeSpan.FromSeconds(8),
        s_untilFolded = TimeSpan.FromSeconds(60);

    public string Name => ofQueries ? "upsert-queries" : "upsert";

    public string Work =>
        ofQueries
            ? "Suggest on two threads at 100,000 members while a third upserts every 5 ms, p99 of the queries"
            : "upsert every 5 ms at 100,000 members while two threads ask Suggest, p99 of the upserts";

    public string Workloads => "";

    public Target Asked => ofQueries ? new(Ratio: .5) : new(Seconds: 1e-3);

    public int Threads => ChangesUnderLoad.Readers + 1;

    public PythonPeer? Peer => null;

    public string? Other => ofQueries ? "the same without upserts" : null;

    public Func<Measurement> Prepare(string folder)
    {
        Community community = new CommunityGenerator(Members).Generate();
        var matchmaker = Matchmaker.Create(community, new MatchmakerOptions { TimeProvider = new FixedTime(CommunityGenerator.Today) });
        var random = new Random(1);
        return () =>
        {
            double[] alone = ofQueries ? [] : [.. Enumerable.Range(0, 1000).Select(_ => Upsert())];
            double[] before = ofQueries ? ChangesUnderLoad.Run(s_phase, Suggest, () => 0).Queries : [];
            (double[] queries, double[] upserts) = ChangesUnderLoad.Run(ofQueries ? s_untilFolded : s_phase, Suggest, Upsert);
            string cores = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores");
            return ofQueries
                ? new Measurement(
                    P99(queries),
                    string.Create(CultureInfo.InvariantCulture, $"{upserts.Length} upserts, {queries.Length} queries, {cores}"),
                    P99(before)
                )
                : new Measurement(P99(upserts), $"{Duration.Format(P99(alone))} without queries, {cores}");
        };

        double Upsert() => Seconds(matchmaker, community, random);

        double Suggest(int query)
        {
            string id = community.Members[query % Members].Id;
            return ChangesUnderLoad.Seconds(() => matchmaker.Suggest(id));
        }
    }

    /// <summary>What it takes to give a member another's profile.</summary>
    internal static double Seconds(Matchmaker matchmaker, Community community, Random random)
    {
        IReadOnlyList<Member> members = community.Members;
        Member member = members[random.Next(members.Count)],
            like = members[random.Next(members.Count)];
        Member changed = like with { Id = member.Id, Name = member.Name };
        return ChangesUnderLoad.Seconds(() => matchmaker.Upsert(changed));
    }

    private static double P99(double[] times)
    {
        double[] sorted = [.. times.Order()];
        return sorted[(int)(.99 * (sorted.Length - 1))];
    }
}
