using System.Runtime.ExceptionServices;

namespace Matchmaking;

/// <summary>
/// How the library's parallel loops run: on the scheduler of whoever began the work, so that a host can say how many threads a piece of
/// work takes, and what goes on in the background keeps to the one that it has. (Loops without options run on all threads of the process,
/// wherever they are begun.)
/// </summary>
internal static class ParallelWork
{
    /// <summary>
    /// A loop that fails as it would on one thread: with what a host's own code threw, the first of several, as it was thrown.
    /// </summary>
    /// <param name="count">How often.</param>
    /// <param name="options">As <see cref="Here"/> makes them.</param>
    /// <param name="action">Is given 0, 1 and so on, on any thread and in any order.</param>
    public static void For(int count, ParallelOptions options, Action<int> action)
    {
        try
        {
            Parallel.For(0, count, options, action);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    /// <param name="threads">How many threads at the most; −1: as many as the scheduler has.</param>
    /// <param name="cancellationToken">Ends the loop.</param>
    public static ParallelOptions Here(int threads = -1, CancellationToken cancellationToken = default) =>
        new()
        {
            TaskScheduler = null,
            CancellationToken = cancellationToken,
            MaxDegreeOfParallelism = threads,
        };
}
