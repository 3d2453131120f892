namespace Matchmaking.Learning;

/// <summary>Tells nothing more once a token was cancelled: what was begun may go on for a while, unseen.</summary>
internal sealed class ProgressUntilCancelled(IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    : IProgress<WorkProgress>
{
    public void Report(WorkProgress value)
    {
        if (!cancellationToken.IsCancellationRequested)
            progress.Report(value);
    }
}
