namespace Matchmaking;

/// <summary>
/// How the library's parallel loops run: on the scheduler of whoever began the work, so that a host can say how many threads a piece of work takes, and what goes
/// on in the background keeps to the one that it has. (Loops without options run on all threads of the process, wherever they are begun.)
/// </summary>
internal static class ParallelWork
{
    /// <param name="threads">How many threads at the most; −1: as many as the scheduler has.</param>
    /// <param name="cancellationToken">Ends the loop.</param>
    public static ParallelOptions Here(int threads = -1, CancellationToken cancellationToken = default) =>
        new() { TaskScheduler = null, CancellationToken = cancellationToken, MaxDegreeOfParallelism = threads };
}
