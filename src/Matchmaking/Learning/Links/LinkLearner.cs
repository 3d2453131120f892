using System.Diagnostics;

namespace Matchmaking;

/// <summary>
/// Learns from the community's own history: whom members came to know, what they joined, who came together. The latest moment is held out to choose by;
/// then all moments train what is used.
/// </summary>
internal static class LinkLearner
{
    /// <summary>The fewest positives of a kind, in all and held out.</summary>
    private const int LeastPositives = 30, LeastHeld = 10;

    /// <summary>The most questions of a kind and moment: beyond, training costs time and gains little.</summary>
    private const int MostPairs = 700, MostActivities = 900, MostGroups = 600;

    public static (LearnedModel Model, LearningReport Report) Learn(CommunityIndex index, bool pairs, LearningOptions options, IProgress<LearningProgress>? progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        progress?.Report(new LearningProgress("Looking back", 0));
        // What became of introductions is no part of what members do of themselves.
        CommunityIndex basis = index.WithoutOutcomes();
        IReadOnlyList<LinkMoment> moments = LinkLabels.MomentsOf(basis);
        var model = new LearnedModel();
        List<LearnedUse> uses = [];
        int rows = 0, positives = 0;
        if (moments.Count >= 2)
        {
            if (pairs)
            {
                var featurizer = PairFeaturizer.Fit(basis);
                BoundPairFeaturizer[] bound = [.. moments.Select(moment => featurizer.Bind(moment.Index))];
                foreach (bool bridges in new[] { false, true })
                {
                    LinkModel? learned = Of(bridges ? "Bridges" : "Introductions", featurizer.Features.Count, at => PairQuestions.Of(moments[at], bound[at], bridges, MostPairs, options.Seed, cancellationToken));
                    if (learned is not null)
                        model = bridges ? model with { Bridges = new LinkPairModel(featurizer, learned, true) } : model with { Pairs = new LinkPairModel(featurizer, learned, false) };
                    progress?.Report(new LearningProgress(bridges ? "Learning what people join" : "Learning who bridges", bridges ? .6 : .3));
                }
            }

            if (Of("Activities", ActivityFeatures.Columns, at => ActivityQuestions.Of(basis, moments[at], ActivityFeatures.Of(moments[at].Index), MostActivities, options.Seed, cancellationToken)) is { } activities)
                model = model with { Activities = new ActivityModel(activities) };
            progress?.Report(new LearningProgress("Learning who comes together", .8));
            if (Of("Groups", GroupFeatureQuery.Columns, at => GroupQuestions.Of(basis, moments[at], moments[at].Index.NetworkFeatures, MostGroups, options.Seed, cancellationToken)) is { } groups)
                model = model with { Groups = new GroupModel(groups) };
        }

        progress?.Report(new LearningProgress("Done", 1));
        bool used = model != new LearnedModel();
        return (model, new LearningReport
        {
            Source = LearningSource.Interactions,
            IsUsed = used,
            Summary = Summary(moments, uses),
            Outcomes = index.Community.Outcomes.CountBy(outcome => outcome.Kind).ToDictionary(),
            Pairs = rows,
            Positives = positives,
            Uses = uses,
            Importance = [],
            Seconds = watch.Elapsed.TotalSeconds,
        });

        LinkModel? Of(string name, int columns, Func<int, List<LinkQuery>> questions)
        {
            List<LinkQuery>[] byMoment = [.. Enumerable.Range(0, moments.Count).Select(questions)];
            List<LinkQuery> held = byMoment[0];
            List<LinkQuery> earlier = [.. byMoment.Skip(1).SelectMany(queries => queries.Select(query => query.AnsweredBy(moments[0].Cut)))];
            int all = byMoment.Sum(queries => queries.Sum(query => query.Positives));
            if (all < LeastPositives || held.Sum(query => query.Positives) < LeastHeld || earlier.Sum(query => query.Positives) < LeastHeld)
                return null;
            (LinkBlend? blend, Calibration calibration, LearnedUse report) = LinkJudge.Judge(name, held, LinkTrainer.Train(earlier, columns, options.Seed, cancellationToken), columns);
            uses.Add(report);
            rows += byMoment.Sum(queries => queries.Sum(query => query.Rows));
            positives += all;
            if (blend is null)
                return null;
            (CompiledModel logistic, CompiledModel trees) = LinkTrainer.Train([.. byMoment.SelectMany(queries => queries)], columns, options.Seed, cancellationToken);
            return new LinkModel(logistic, trees, blend, calibration);
        }
    }

    private static string Summary(IReadOnlyList<LinkMoment> moments, List<LearnedUse> uses)
    {
        if (moments.Count < 2)
            return "The community's history is too short to learn from: it takes two moments with a window of later links each. The rules stay.";
        string[] won = [.. uses.Where(use => use.Chosen != "rules").Select(use => use.Name.ToLowerInvariant())];
        string what = FormattableString.Invariant($"Learned from what members did after {moments.Count} earlier moments, {moments[^1].Cut:yyyy-MM-dd} to {moments[0].Cut:yyyy-MM-dd}: a score is the probability that a link forms within {(moments[0].Until - moments[0].Cut).TotalDays:0} days.");
        return uses.Count == 0 ? what + " There were too few links; the rules stay." : won.Length == 0 ? what + " No model was better than the rules; they stay." : $"{what} A model serves {string.Join(", ", won)}.";
    }
}
