namespace Matchmaking;

/// <summary>One run of learning: from which source, on a community as it was when the run began.</summary>
internal static class LearningRun
{
    public static (LearnedModel? Model, LearningReport Report) Learn(CommunityIndex index, LearningOptions options, IProgress<LearningProgress>? progress, CancellationToken cancellationToken)
    {
        (OutcomePairModel? pairs, LearningReport report) = OutcomeLearner.Learn(index, options, progress, cancellationToken);
        return (pairs is null ? null : new LearnedModel { Pairs = pairs }, report);
    }
}
