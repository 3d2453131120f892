namespace Matchmaking.Tests;

/// <summary>Work on so many threads as are asked for, whatever the number of cores.</summary>
internal static class Threads
{
    /// <summary>Work with so many threads for all its loops.</summary>
    public static T On<T>(int threads, Func<T> work)
    {
        ThreadPool.GetMinThreads(out int least, out int leastPorts);
        ThreadPool.SetMinThreads(Math.Max(least, threads + 2), leastPorts);
        try
        {
            return Task
                .Factory.StartNew(
                    work,
                    TestContext.Current.CancellationToken,
                    TaskCreationOptions.LongRunning,
                    new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler
                )
                .GetAwaiter()
                .GetResult();
        }
        finally
        {
            ThreadPool.SetMinThreads(least, leastPorts);
        }
    }
}
