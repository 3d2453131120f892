using System.Globalization;

namespace Matchmaking.Learning;

/// <summary>One run of learning: from which source, on a community as it was when the run began.</summary>
internal static class LearningRun
{
    /// <summary>
    /// Whoever cancels is free at once; the work ends at its next step, seconds later at most, and its result is dropped.
    /// </summary>
    public static (LearnedModel? Model, LearningReport Report) Learn(
        CommunityIndex index,
        LearningOptions options,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken
    ) => CancellableTraining.Run(() => Work(index, options, progress, cancellationToken), cancellationToken);

    private static (LearnedModel? Model, LearningReport Report) Work(
        CommunityIndex index,
        LearningOptions options,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        bool fromOutcomes =
            options.Source == LearningSource.Outcomes
            || (options.Source == LearningSource.Auto && OutcomeLearner.HasEnough(index.Community, options.Seed));
        if (!fromOutcomes)
        {
            (LearnedModel links, LearningReport report) = LinkLearner.Learn(index, pairs: true, options, progress, cancellationToken);
            if (options.Source == LearningSource.Auto && (index.Community.Outcomes.Count > 0 || !report.IsUsed))
                report = report with { Summary = $"{WhyNotFromOutcomes(index.Community)} {report.Summary}" };
            return (report.IsUsed ? links : null, report);
        }

        // Outcomes say who suits whom; what members join, and with whom, their history says.
        (OutcomePairModel? pairs, LearningReport byOutcomes) = OutcomeLearner.Learn(
            index,
            options,
            Part(progress, 0, .8),
            cancellationToken
        );
        (LearnedModel rest, LearningReport byLinks) = LinkLearner.Learn(
            index,
            pairs: false,
            options,
            Part(progress, .8, 1),
            cancellationToken
        );
        var model = rest with { Pairs = pairs };
        return (
            pairs is null && !byLinks.IsUsed ? null : model,
            byLinks.Uses.Count == 0
                ? byOutcomes
                : byOutcomes with
                {
                    IsUsed = byOutcomes.IsUsed || byLinks.IsUsed,
                    Summary = $"{byOutcomes.Summary} {byLinks.Summary}",
                    Uses = [.. byOutcomes.Uses, .. byLinks.Uses],
                    Seconds = byOutcomes.Seconds + byLinks.Seconds,
                }
        );
    }

    private static string WhyNotFromOutcomes(Community community)
    {
        if (community.Outcomes.Count == 0)
            return "There are no outcomes to learn from.";
        List<LabelledPair> pairs = Answers.Of(community);
        int yes = pairs.Count(pair => pair.Yes),
            unanswered = pairs.Count(pair => pair.Weight == Answers.UnansweredWeight);
        string shown = unanswered > 0 ? FormattableString.Invariant($", {unanswered} of them shown without an answer") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Too few outcomes to learn from: {yes} yes and {pairs.Count - yes} no{shown}; at least {OutcomeLabels.LeastOfEither} of each "
                + $"are needed.{Answers.Uncounted(community)}"
        );
    }

    private static Share? Part(IProgress<WorkProgress>? progress, double from, double to) =>
        progress is null ? null : new Share(progress, from, to);

    private sealed class Share(IProgress<WorkProgress> progress, double from, double to) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => progress.Report(value with { Share = from + ((to - from) * value.Share) });
    }
}
