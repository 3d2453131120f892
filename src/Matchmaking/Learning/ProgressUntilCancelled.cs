namespace Matchmaking;

/// <summary>Tells nothing more once a token was cancelled: what was begun may go on for a while, unseen.</summary>
internal sealed class ProgressUntilCancelled(IProgress<LearningProgress> progress, CancellationToken cancellationToken)
    : IProgress<LearningProgress>
{
    public void Report(LearningProgress value)
    {
        if (!cancellationToken.IsCancellationRequested)
            progress.Report(value);
    }
}
