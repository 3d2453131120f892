using System.Collections.Concurrent;

namespace Matchmaking.Testing;

/// <summary>Runs a check on several threads at once.</summary>
internal static class ManyThreads
{
    private const int Count = 4;

    /// <exception cref="ContractException">The check threw on one of them.</exception>
    public static void Run(Action check)
    {
        ConcurrentQueue<Exception> faults = [];
        Thread[] threads =
        [
            .. Enumerable
                .Range(0, Count)
                .Select(_ => new Thread(() =>
                {
                    try
                    {
                        check();
                    }
#pragma warning disable CA1031 // Whatever a thread throws is told to the one that asked.
                    catch (Exception exception)
#pragma warning restore CA1031
                    {
                        faults.Enqueue(exception);
                    }
                })),
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        if (faults.TryPeek(out Exception? fault))
            throw fault as ContractException ?? new ContractException($"while several threads ask: {fault.Message}", fault);
    }
}
