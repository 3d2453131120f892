namespace Matchmaking.Learning;

/// <summary>
/// ML.NET offers no way to stop a training, nor is there a step every moment in the rest of learning. So it runs on a thread of its own,
/// and whoever cancels is freed at once; what was begun ends unseen, its result dropped, seconds later at most. It takes as many threads as
/// the scheduler has on which it is begun, whose own thread waits meanwhile.
/// </summary>
internal static class CancellableTraining
{
    /// <exception cref="OperationCanceledException">The token was cancelled before the training ended.</exception>
    public static T Run<T>(Func<T> train, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!cancellationToken.CanBeCanceled)
            return train();
        TaskScheduler asMany =
            TaskScheduler.Current == TaskScheduler.Default
                ? TaskScheduler.Default
                : new ConcurrentExclusiveSchedulerPair(
                    TaskScheduler.Default,
                    TaskScheduler.Current.MaximumConcurrencyLevel
                ).ConcurrentScheduler;
        Task<T> training = Task.Factory.StartNew(train, CancellationToken.None, TaskCreationOptions.LongRunning, asMany);
        return training.WaitAsync(cancellationToken).GetAwaiter().GetResult();
    }
}
