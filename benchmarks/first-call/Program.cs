using System.Diagnostics;
using System.Globalization;
using Matchmaking;
using Matchmaking.Benchmarks;

// What the first call costs in a new process: Create of 300 members and one Suggest, in milliseconds. The script run compares builds.
Community community = new CommunityGenerator(300).Generate();
long start = Stopwatch.GetTimestamp();
var matchmaker = Matchmaker.Create(community);
TimeSpan create = Stopwatch.GetElapsedTime(start);
IReadOnlyList<Introduction> introductions = matchmaker.Suggest("m7");
TimeSpan both = Stopwatch.GetElapsedTime(start);
if (introductions.Count == 0)
    throw new InvalidOperationException("Nobody was suggested.");
using var process = Process.GetCurrentProcess();
TimeSpan whole = DateTime.Now - process.StartTime;
Console.WriteLine(
    string.Create(
        CultureInfo.InvariantCulture,
        $"{create.TotalMilliseconds:0} {(both - create).TotalMilliseconds:0} {both.TotalMilliseconds:0} {whole.TotalMilliseconds:0} "
            + $"{process.TotalProcessorTime.TotalMilliseconds:0}"
    )
);
