using System.Diagnostics;
using System.Globalization;

namespace Matchmaking.Compare.Running;

/// <summary>Runs a row: ours and the peer in turn, so that what else the machine does meets both; medians count.</summary>
internal sealed class Comparer(PeerRunner peers, Workloads workloads, string dataFolder, int runs, TextWriter log)
{
    /// <summary>
    /// Ours is run this long before it is timed: a service has its code compiled, and the peers' is compiled before they start.
    /// </summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    private const double ShortWork = 0.2;

    public SpeedRow Run(IComparison comparison, CancellationToken cancellationToken)
    {
        log.WriteLine($"{comparison.Name}: {comparison.Work}");
        (string? versions, string? missing) = comparison.Peer is { } wanted ? peers.Find(wanted) : (null, null);
        PeerResult? absent = missing is null ? null : PeerResult.None($"{missing} is not installed");
        Func<Measurement> ours;
        try
        {
            workloads.Ensure(comparison.Workloads, cancellationToken);
            ours = comparison.Prepare(dataFolder);
        }
        catch (IOException fault)
        {
            // The rows that have their files are measured all the same.
            log.WriteLine($"  {fault.Message}");
            return NotMeasured(comparison, versions);
        }

        Warm(ours);

        var own = new List<double>();
        var others = new List<double>();
        var theirs = new List<PeerResult>();
        string result = "";
        for (int run = 0; run < runs; run++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (double once, result, double? other) = Turn(ours);
            own.Add(once);
            if (other is { } compared)
                others.Add(compared);
            log.WriteLine($"  ours  {Duration.Format(once)}  {result}");
            if (comparison.Peer is { } peer && absent is null && run < peer.Runs)
            {
                PeerResult answer = peers.Run(peer, comparison.Threads, cancellationToken);
                theirs.Add(answer);
                log.WriteLine($"  peer  {(answer.Seconds is { } s ? Duration.Format(s) : "-")}  {answer.Text}");
                // What failed once fails again; ours is still measured.
                absent = answer.Seconds is null ? answer : null;
            }
        }

        double seconds = Median(own);
        double? peerSeconds =
            absent is null && theirs.Count > 0 ? Median([.. theirs.Select(p => p.Seconds!.Value)])
            : others.Count > 0 ? Median(others)
            : null;
        double? ratio = peerSeconds / seconds;
        return new SpeedRow
        {
            Work = comparison.Name,
            Description = comparison.Work,
            Ours = seconds,
            Result = result,
            Peer = comparison.Peer?.Name ?? comparison.Other ?? "",
            PeerVersions = versions ?? "",
            PeerSeconds = peerSeconds,
            PeerNote = absent?.Text ?? "",
            Ratio = ratio,
            Asked = comparison.Asked.Text,
            Met = comparison.Asked.IsMet(seconds, ratio),
            Threads = comparison.Threads,
            Runs = runs,
            Date = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Machine = Machine.Describe(),
        };
    }

    private static SpeedRow NotMeasured(IComparison comparison, string? versions) =>
        new()
        {
            Work = comparison.Name,
            Description = comparison.Work,
            Result = "not measured, for its data are missing",
            Peer = comparison.Peer?.Name ?? comparison.Other ?? "",
            PeerVersions = versions ?? "",
            PeerNote = "",
            Asked = comparison.Asked.Text,
            Threads = comparison.Threads,
            Runs = 0,
            Date = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Machine = Machine.Describe(),
        };

    /// <summary>
    /// Short work is repeated, as the peers' scripts repeat theirs, and its median taken: one run of milliseconds measures the machine.
    /// </summary>
    private static Measurement Turn(Func<Measurement> ours)
    {
        // By the clock: what is reported may be a small part of what is done, as the median of many queries is.
        long start = Stopwatch.GetTimestamp();
        var seconds = new List<double>();
        Measurement last;
        do
        {
            last = ours();
            seconds.Add(last.Seconds);
        } while (Stopwatch.GetElapsedTime(start).TotalSeconds < ShortWork);
        return last with { Seconds = Median(seconds) };
    }

    private static void Warm(Func<Measurement> ours)
    {
        long start = Stopwatch.GetTimestamp();
        do ours();
        while (Stopwatch.GetElapsedTime(start) < WarmUp);
    }

    internal static double Median(List<double> values)
    {
        values.Sort();
        int middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
