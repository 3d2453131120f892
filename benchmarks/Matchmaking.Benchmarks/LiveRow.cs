using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace Matchmaking.Benchmarks;

/// <summary>How fast a large community changes, is saved and is loaded: one row a thing, in milliseconds.</summary>
internal static class LiveRow
{
    private const int Readers = ChangesUnderLoad.Readers;

    private static readonly TimeSpan s_phase = TimeSpan.FromSeconds(15);

    public static void Run(int members)
    {
        var options = new MatchmakerOptions { TimeProvider = new FakeTimeProvider(CommunityGenerator.Today) };
        Community community = new CommunityGenerator(members, eventsAGroup: 49).Generate();
        Row("members", community.Members.Count);
        Row("participations", community.Participations.Count);
        Row("interactions", community.Interactions.Count);
        Matchmaker matchmaker = Timed("create", () => Matchmaker.Create(community, options));
        Timed("network alone", () => MemberNetwork.Build(community, options));
        Timed("fold (upkeep, all cores)", () => matchmaker.Index.Rebuilt(matchmaker.Index.Network.Fit));

        string path = Path.Combine(Path.GetTempPath(), $"matchmaking-{Guid.NewGuid():N}.mm");
        try
        {
            for (int i = 0; i < 3; i++)
                Timed("save", () => Save(matchmaker, path));
            Row("file, MB", new FileInfo(path).Length / 1e6);
            for (int i = 0; i < 5; i++)
                Timed("load", () => Matchmaker.Load(path, options));
        }
        finally
        {
            File.Delete(path);
        }

        GC.Collect();
        Row("memory, MB", GC.GetTotalMemory(forceFullCollection: true) / 1e6);
        foreach ((string name, Action<Matchmaker, Random> change) in Changes(community))
        {
            Quantiles($"{name}, alone", Times(() => change(matchmaker, s_random), 2000));
        }

        foreach ((string name, Action<Matchmaker, string> query) in Queries())
        {
            (double[] before, _) = UnderLoad(matchmaker, query, _ => { });
            Quantiles($"{name}, {Readers} threads, no changes", before);
            foreach ((string what, Action<Matchmaker, Random> change) in Changes(community).Take(2))
            {
                (double[] queries, double[] changes) = UnderLoad(matchmaker, query, made => change(made, s_random));
                Quantiles($"{name}, {Readers} threads, while {what} every 5 ms", queries);
                Quantiles($"{what} while {Readers} threads {name}", changes);
            }
        }

        matchmaker.UpkeepWork.Wait();
        Row("changes since the last fold", matchmaker.Index.Changes);
    }

    private static readonly Random s_random = new(1);

    private static IEnumerable<(string Name, Action<Matchmaker, Random> Change)> Changes(Community community)
    {
        IReadOnlyList<Member> members = community.Members;
        yield return ("upsert of a member", (matchmaker, random) =>
        {
            Member member = members[random.Next(members.Count)],
                like = members[random.Next(members.Count)];
            if (matchmaker.Index.Live.TryIndexOf(member.Id, out _))
                matchmaker.Upsert(like with { Id = member.Id, Name = member.Name });
        });
        int next = 0;
        yield return ("recording a participation", (matchmaker, random) =>
        {
            Participation like = community.Participations[random.Next(community.Participations.Count)];
            string id = members[random.Next(members.Count)].Id;
            if (matchmaker.Index.Live.TryIndexOf(id, out _))
                matchmaker.Record(like with { MemberId = id });
        });
        yield return ("recording an interaction", (matchmaker, random) => matchmaker.Record(
                new Interaction
                {
                    FromId = matchmaker.Index.Members[1].Id,
                    ToId = matchmaker.Index.Members[2 + random.Next(50)].Id,
                    Time = CommunityGenerator.Today,
                }
            ));
        yield return ("upsert of a new member", (matchmaker, random) =>
            matchmaker.Upsert(members[random.Next(members.Count)] with { Id = string.Create(CultureInfo.InvariantCulture, $"new{next++}") })
        );
        yield return ("removal of a member", (matchmaker, random) =>
        {
            string id = members[random.Next(members.Count / 2) + (members.Count / 2)].Id;
            matchmaker.Remove(id);
        });
    }

    private static IEnumerable<(string Name, Action<Matchmaker, string> Query)> Queries()
    {
        yield return ("score a pair", (matchmaker, id) => matchmaker.Score(id, matchmaker.Index.Members[5].Id));
        yield return ("suggest", (matchmaker, id) => matchmaker.Suggest(id));
    }

    private static bool Save(Matchmaker matchmaker, string path)
    {
        matchmaker.Save(path);
        return true;
    }

    private static (double[] Queries, double[] Changes) UnderLoad(
        Matchmaker matchmaker,
        Action<Matchmaker, string> query,
        Action<Matchmaker> change
    ) =>
        ChangesUnderLoad.Run(
            s_phase,
            i =>
            {
                // The first half of the members is never removed.
                string id = matchmaker.Index.Members[i % (matchmaker.Index.Members.Count / 3)].Id;
                return ChangesUnderLoad.Seconds(() => query(matchmaker, id));
            },
            () => ChangesUnderLoad.Seconds(() => change(matchmaker))
        );

    private static double[] Times(Action action, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => ChangesUnderLoad.Seconds(action))];

    private static T Timed<T>(string name, Func<T> action)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan cpu = process.TotalProcessorTime;
        TimeSpan pause = GC.GetTotalPauseDuration();
        long start = Stopwatch.GetTimestamp();
        T result = action();
        double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        process.Refresh();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {elapsed:0} ms, of processor time {(process.TotalProcessorTime - cpu).TotalMilliseconds:0} ms, of it paused for "
                    + $"the collector {(GC.GetTotalPauseDuration() - pause).TotalMilliseconds:0} ms"
            )
        );
        return result;
    }

    private static void Quantiles(string name, double[] seconds)
    {
        double[] times = [.. seconds.Order().Select(time => 1e3 * time)];
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: p50 {times[times.Length / 2]:0.000} ms, p99 {times[(int)(.99 * (times.Length - 1))]:0.000} ms, most "
                    + $"{times[^1]:0.000} ms ({times.Length} times)"
            )
        );
    }

    private static void Row(string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {value:0.#}"));
}
