using System.Diagnostics;
using System.Globalization;

namespace Matchmaking.Learning;

/// <summary>
/// Learns from the community's own history: whom members came to know, what they joined, who came together. The latest moment is held out
/// to choose by; then the latest moments train what is used.
/// </summary>
internal static class LinkLearner
{
    public static (LearnedModel Model, LearningReport Report) Learn(
        CommunityIndex index,
        bool pairs,
        LearningOptions options,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var watch = Stopwatch.StartNew();
        progress?.Report(new WorkProgress { Stage = "Looking back", Share = 0 });
        // What became of introductions is no part of what members do of themselves.
        CommunityIndex basis = index.WithoutOutcomes();
        IReadOnlyList<LinkMoment> moments = LinkLabels.MomentsOf(basis, cancellationToken);
        var model = new LearnedModel();
        var run = new LinkUses(moments, options.Seed, cancellationToken);
        if (moments.Count >= 2)
        {
            if (pairs)
            {
                progress?.Report(new WorkProgress { Stage = "Learning who comes to know whom", Share = .1 });
                var featurizer = PairFeaturizer.Fit(new CommonNames(basis, options.LeastPeople), [], cancellationToken);
                BoundPairFeaturizer[] bound = new BoundPairFeaturizer[moments.Count];
                Parallel.For(0, bound.Length, ParallelWork.Here(cancellationToken: cancellationToken), at =>
                    bound[at] = featurizer.Bind(moments[at].Index)
                );
                if (
                    run.Learn("Introductions", featurizer.Features, at => PairQuestions.Of(moments[at], bound[at], false, options.Seed)) is
                    { } anybody
                )
                    model = model with { Pairs = new LinkPairModel(featurizer, anybody, false) };
                progress?.Report(new WorkProgress { Stage = "Learning who bridges", Share = .4 });
                if (
                    run.Learn("Bridges", featurizer.Features, at => PairQuestions.Of(moments[at], bound[at], true, options.Seed)) is
                    { } bridges
                )
                    model = model with { Bridges = new LinkPairModel(featurizer, bridges, true) };
            }

            progress?.Report(new WorkProgress { Stage = "Learning what people join", Share = .6 });
            if (
                run.Learn("Activities", ActivityFeatures.Features, at => ActivityQuestions.Of(basis, moments[at], options.Seed)) is
                { } activities
            )
                model = model with { Activities = new ActivityModel(activities) };
            progress?.Report(new WorkProgress { Stage = "Learning who comes together", Share = .8 });
            if (run.Learn("Groups", GroupFeatureQuery.Features, at => GroupQuestions.Of(basis, moments[at], options.Seed)) is { } groups)
                model = model with { Groups = new GroupModel(groups) };
        }

        progress?.Report(new WorkProgress { Stage = "Done", Share = 1 });
        return (
            model,
            new LearningReport
            {
                Source = LearningSource.Interactions,
                IsUsed = model != new LearnedModel(),
                Summary = Summary(basis, moments, run.Uses),
                Outcomes = index.Community.Outcomes.CountBy(outcome => outcome.Kind).ToDictionary(),
                Pairs = run.Rows,
                Positives = run.Positives,
                Uses = run.Uses,
                Importance = run.Importance,
                Seconds = watch.Elapsed.TotalSeconds,
            }
        );
    }

    private static string Summary(CommunityIndex index, IReadOnlyList<LinkMoment> moments, List<LearnedUse> uses)
    {
        if (moments.Count < 2)
        {
            return $"The community's history is too short to learn from: {History(index)}; it takes two earlier moments, after each of "
                + $"which members with three doings before came to know somebody new. The rules stay.";
        }

        string[] won = [.. uses.Where(use => use.IsServedByModel).Select(use => use.Name.ToLowerInvariant())];
        string what = string.Create(
            CultureInfo.InvariantCulture,
            $"Learned from what members did after {moments.Count} earlier moments, {moments[^1].Cut:yyyy-MM-dd} to "
                + $"{moments[0].Cut:yyyy-MM-dd}: a score is the probability that a link forms within "
                + $"{(moments[0].Until - moments[0].Cut).TotalDays:0} days."
        );
        return uses.Count == 0 ? what + " There were too few links; the rules stay."
            : won.Length == 0 ? what + " No model was better than the rules; they stay."
            : $"{what} A model serves {string.Join(", ", won)}.";
    }

    private static string History(CommunityIndex index)
    {
        DateTimeOffset[] times =
        [
            .. index.Network.Log.Visits.Select(visit => visit.Time).OfType<DateTimeOffset>(),
            .. index.Community.Interactions.Select(interaction => interaction.Time).OfType<DateTimeOffset>(),
        ];
        return times.Length == 0
            ? "no participation and no interaction has a time"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{times.Length} participations and interactions with a time, over "
                    + $"{Math.Ceiling((times.Max() - times.Min()).TotalDays):0} day(s)"
            );
    }
}
