using System.Diagnostics;
using System.Globalization;
using Matchmaking.Benchmarks;

namespace Matchmaking.Compare.Rows;

/// <summary>
/// <see cref="Matchmaker.Suggest"/> with defaults on a generated community: all parts, all rules, reasons for both sides. There is no peer;
/// what scoring everybody takes is told beside it, and whether the answers are the same.
/// </summary>
internal sealed class SuggestComparison(int members, bool tail) : IComparison
{
    private const int Queries = 2000;
    private const int Checked = 40;

    public string Name => $"suggest-{members / 1000}k-{(tail ? "p99" : "p50")}";

    public string Work =>
        string.Create(CultureInfo.InvariantCulture, $"Suggest with defaults, {members:#,0} members, {(tail ? "p99" : "p50")} of {Queries}");

    public string Workloads => "";

    public Target Asked => members == 100_000 ? new(Seconds: tail ? 8e-3 : 2e-3) : Target.None;

    public int Threads => 1;

    public PythonPeer? Peer => null;

    public Func<Measurement> Prepare(string folder)
    {
        Community community = new CommunityGenerator(members).Generate();
        long start = Stopwatch.GetTimestamp();
        var matchmaker = Matchmaker.Create(community, new MatchmakerOptions { TimeProvider = new FixedTime(CommunityGenerator.Today) });
        double build = Stopwatch.GetElapsedTime(start).TotalSeconds;
        start = Stopwatch.GetTimestamp();
        matchmaker.Suggest(community.Members[0].Id);
        double first = Stopwatch.GetElapsedTime(start).TotalSeconds;
        (int same, double everybody) = Check(matchmaker, community);
        (long answer, long beyond) = Memory(matchmaker, community);
        string told = string.Create(
            CultureInfo.InvariantCulture,
            $"{same} of {Checked} checked answers as by scoring everybody (which takes {everybody * 1e3:0.0} ms), {beyond / 1024.0:0.0} "
                + $"KB allocated beyond the answer of {answer / 1024.0:0.0} KB (at most 32 is asked), build {build:0.0} s, first call "
                + $"{first * 1e3:0} ms"
        );
        return () => new Measurement(Times(matchmaker, community).At(tail), told);
    }

    internal static QueryTimes Times(Matchmaker matchmaker, Community community) =>
        QueryTimes.Of(Queries, community.Members.Count, member => matchmaker.Suggest(community.Members[member].Id));

    /// <summary>How many of some members' answers are those of scoring everybody, and how long that takes.</summary>
    internal static (int Same, double Seconds) Check(Matchmaker matchmaker, Community community, int members = Checked)
    {
        int same = 0;
        double seconds = 0;
        for (int i = 0; i < members; i++)
        {
            string id = community.Members[(int)((long)i * community.Members.Count / members)].Id;
            long start = Stopwatch.GetTimestamp();
            // So long a list that everybody is scored.
            IEnumerable<RankedMember> all = matchmaker
                .Rank(id, new SuggestOptions { Count = Math.Min(1_000_000, community.Members.Count) })
                .Take(10);
            seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
            same += all.Select(ranked => (ranked.MemberId, ranked.Score))
                .SequenceEqual(matchmaker.Suggest(id).Select(chosen => (chosen.To.Id, chosen.Score)))
                ? 1
                : 0;
        }

        return (same, seconds / members);
    }

    /// <summary>Bytes of an answer, by what stays in use while answers are kept, and bytes allocated beyond that; on average.</summary>
    private static (long Answer, long Beyond) Memory(Matchmaker matchmaker, Community community)
    {
        var kept = new IReadOnlyList<Introduction>[500];
        long inUse = GC.GetTotalMemory(forceFullCollection: true),
            allocated = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < kept.Length; i++)
            kept[i] = matchmaker.Suggest(community.Members[(int)((long)i * 7919 % community.Members.Count)].Id);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        long answer = (GC.GetTotalMemory(forceFullCollection: true) - inUse) / kept.Length;
        GC.KeepAlive(kept);
        return (answer, (allocated / kept.Length) - answer);
    }
}
