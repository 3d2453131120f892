using System.Diagnostics;

namespace Matchmaking.Benchmarks;

/// <summary>Queries on two threads without a pause, and paced changes on a third, as a platform makes them.</summary>
internal static class ChangesUnderLoad
{
    public const int Readers = 2;

    private const int PauseMilliseconds = 5;

    /// <param name="phase">How long.</param>
    /// <param name="query">Asks the query of a number, and tells what it took.</param>
    /// <param name="change">Makes the next change, and tells what it took.</param>
    /// <returns>What all took, in seconds.</returns>
    public static (double[] Queries, double[] Changes) Run(TimeSpan phase, Func<int, double> query, Func<double> change)
    {
        using var stop = new CancellationTokenSource(phase);
        List<double>[] times = [.. Enumerable.Range(0, Readers).Select(_ => new List<double>())];
        Thread[] readers =
        [
            .. Enumerable
                .Range(0, Readers)
                .Select(reader => new Thread(() =>
                {
                    for (int i = reader; !stop.IsCancellationRequested; i += 7919)
                        times[reader].Add(query(i));
                })),
        ];
        foreach (Thread reader in readers)
            reader.Start();
        List<double> changes = [];
        while (!stop.IsCancellationRequested)
        {
            Thread.Sleep(PauseMilliseconds);
            changes.Add(change());
        }

        foreach (Thread reader in readers)
            reader.Join();
        return ([.. times.SelectMany(own => own)], [.. changes]);
    }

    public static double Seconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
