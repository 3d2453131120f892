using System.Diagnostics;
using System.Globalization;

namespace Matchmaking.Learning;

/// <summary>Learns from what became of introductions: labels, features, held-out comparison by use, final models.</summary>
internal static class OutcomeLearner
{
    /// <summary>As many trainings at a time as there are cores, each on one thread.</summary>
    private static readonly int s_threads = Environment.ProcessorCount;

    private static readonly (OutcomeUse Use, string Name, string Validation)[] s_uses =
    [
        (OutcomeUse.Newcomers, "Between newcomers", "held out by connected part of the introductions, or by members of both sides"),
        (OutcomeUse.NewAsker, "For a newcomer among known members", "held out by member"),
        (OutcomeUse.Known, "Between known members", "held out by pair"),
    ];

    /// <summary>Whether a community has outcomes enough; noes that nobody said count where there are few.</summary>
    public static bool HasEnough(Community community, int seed) => HasEnough(OutcomeLabels.Of(community, seed).Pairs);

    private static bool HasEnough(IReadOnlyCollection<LabelledPair> pairs)
    {
        int yes = pairs.Count(pair => pair.Yes);
        return yes >= OutcomeLabels.LeastOfEither && pairs.Count - yes >= OutcomeLabels.LeastOfEither;
    }

    public static (OutcomePairModel? Model, LearningReport Report) Learn(
        CommunityIndex index,
        LearningOptions options,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var watch = Stopwatch.StartNew();
        progress?.Report(new WorkProgress { Stage = "Reading outcomes", Share = 0 });
        var labels = OutcomeLabels.Of(index.Community, options.Seed);
        LabelledPair[] pairs = Sample(labels.Pairs, options.MaximumPairs, options.Seed);
        int yes = pairs.Count(pair => pair.Yes);
        LearningReport Report(
            bool used,
            string summary,
            int positives,
            IReadOnlyList<LearnedUse> uses,
            IReadOnlyList<FeatureImportance> importance
        ) =>
            new()
            {
                Source = LearningSource.Outcomes,
                IsUsed = used,
                Summary = summary,
                Outcomes = index.Community.Outcomes.CountBy(outcome => outcome.Kind).ToDictionary(),
                Pairs = pairs.Length,
                Positives = positives,
                Uses = uses,
                Importance = importance,
                Seconds = watch.Elapsed.TotalSeconds,
            };
        if (!HasEnough(pairs))
        {
            return (
                null,
                Report(
                    false,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Too few outcomes to learn from: {yes} yes and {pairs.Length - yes} no; at least {OutcomeLabels.LeastOfEither} "
                            + $"of each are needed. The rules stay."
                    ),
                    yes,
                    [],
                    []
                )
            );
        }

        progress?.Report(new WorkProgress { Stage = "Describing pairs", Share = .05 });
        CommunityIndex basis = index.WithoutOutcomes();
        var names = new CommonNames(basis, options.LeastPeople);
        var featurizer = PairFeaturizer.Fit(names, options.FeatureSources, cancellationToken);
        var split = RoleSplit.Of(index.Members, pairs, names.Has);
        int roles = split is null ? 1 : 2;
        var rows = OutcomeRows.Build(basis, featurizer, labels, pairs, split, cancellationToken);
        var history = new HistoryFeatures(labels.Mutual);
        var trainer = new OutcomeTrainer(rows, featurizer.Features, history, roles, options.Trainers, options.Seed);
        FeatureInfo[] features = [.. featurizer.Features, .. history.Features];
        int positives = labels.Mutual
            ? Enumerable.Range(0, pairs.Length).Count(i => rows.Reverse[i] > i && pairs[i].Yes && pairs[rows.Reverse[i]].Yes)
            : yes;

        progress?.Report(new WorkProgress { Stage = "Comparing models", Share = .1 });
        var validated = Validate(rows, trainer, history, features, options, progress, cancellationToken);
        Dictionary<OutcomeUse, OutcomeChoice> choices = [];
        List<LearnedUse> uses = [];
        foreach ((OutcomeUse use, string name, string validation) in s_uses)
        {
            OutcomePredictions predictions = validated[use].Predictions;
            ScoredPairs scored = predictions.Pairs(rows, roles);
            if (
                scored.Positives < OutcomeLabels.LeastOfEither / 3
                || scored.Labels.Length - scored.Positives < OutcomeLabels.LeastOfEither / 3
            )
                continue;
            (choices[use], LearnedUse judged) = OutcomeJudge.Judge(
                name,
                validation,
                scored,
                labels.Mutual,
                use == OutcomeUse.Known,
                options.Trainers,
                Directed(predictions, rows),
                positives
            );
            uses.Add(judged);
        }

        OutcomeUse[] won = [.. choices.Where(pair => pair.Value.RulesWeight < 1).Select(pair => pair.Key)];
        if (won.Length == 0)
            return (
                null,
                Report(
                    false,
                    "No model told good pairs from others better than the rules do, and clearly better than chance. The rules stay.",
                    positives,
                    uses,
                    []
                )
            );

        progress?.Report(new WorkProgress { Stage = "Training", Share = .8 });
        var table = rows.Answers(rows.Labels.Pairs);
        int[] everything = [.. Enumerable.Range(0, pairs.Length)];
        OutcomeModels models = trainer.Train(
            everything,
            rows.WithHistory(history, table, everything),
            OutcomeRoutes.Of(rows, table),
            choices.Values.Any(choice => choice.Blend.Factors > 0),
            HostModels.Chosen(choices.Values),
            s_threads,
            cancellationToken
        );
        HostModels.Check(models, choices.Values, options.Trainers);
        var members = new KnownMembers([.. index.Members.Select(member => member.Id)]);
        var model = new OutcomePairModel(featurizer, history, split, labels.OneSided, Complete(choices), models, members, options.Seed);
        progress?.Report(new WorkProgress { Stage = "Done", Share = 1 });
        OutcomeUse main = won.Max();
        return (
            model,
            Report(true, Summary(labels, split, won) + Answers.Uncounted(index.Community), positives, uses, validated[main].Importance)
        );
    }

    private static string Summary(OutcomeLabels labels, RoleSplit? split, OutcomeUse[] won)
    {
        string what = labels.Mutual
            ? "Both sides answer: a score is the probability that both say yes."
            : "One side chooses: a score is the probability that the one asked for says yes.";
        string noes = labels.PositivesOnly ? " Hardly anybody said no: members not chosen by those who chose are taken for noes." : "";
        string sides = split is null ? "" : $" The two sides differ by {split.Shown}, and each has its own model.";
        string served =
            won.Length == s_uses.Length
                ? " A model serves all pairs."
                : $" A model serves pairs "
                    + $"{string.Join(" and ", s_uses.Where(use => won.Contains(use.Use)).Select(use => use.Name.ToLowerInvariant()))}; "
                    + $"the others are left to the rules.";
        return what + noes + sides + served;
    }

    private static Dictionary<OutcomeUse, (OutcomePredictions Predictions, IReadOnlyList<FeatureImportance> Importance)> Validate(
        OutcomeRows rows,
        OutcomeTrainer trainer,
        HistoryFeatures history,
        FeatureInfo[] features,
        LearningOptions options,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var work = s_uses
            .SelectMany(use =>
                OutcomeSplit.For(use.Use, rows, options.Folds, options.Seed).Select((split, fold) => (use.Use, Fold: fold, Split: split))
            )
            .Where(fold => fold.Split.Train.Length > 0 && fold.Split.Test.Length > 0)
            .ToArray();
        var done = new (OutcomePredictions Predictions, IReadOnlyList<FeatureImportance> Importance)[work.Length];
        var telling = new Lock();
        int finished = 0;
        Parallel.For(0, work.Length, ParallelWork.Here(s_threads, cancellationToken), i =>
        {
            (OutcomeUse use, int fold, OutcomeSplit split) = work[i];
            var table = rows.Answers(split.Train.Select(row => rows.Pairs[row]));
            OutcomeModels models = trainer.Train(
                split.Train,
                rows.WithHistory(history, table, split.Train),
                OutcomeRoutes.Of(rows, table, split.Test),
                factors: use == OutcomeUse.Known,
                Enumerable.Range(0, options.Trainers.Count).ToHashSet(),
                threads: 1,
                cancellationToken
            );
            float[] values = rows.WithHistory(history, table, split.Test);
            var predictions = new OutcomePredictions();
            predictions.Add(rows, models, history, table, split.Test, values, fold);
            done[i] = (
                predictions,
                fold > 0 ? [] : OutcomeImportance.Of(rows, models, features, table, split.Test, values, options.Seed, cancellationToken)
            );
            lock (telling)
                progress?.Report(new WorkProgress { Stage = "Comparing models", Share = .1 + (.7 * ++finished / work.Length) });
        });

        Dictionary<OutcomeUse, (OutcomePredictions, IReadOnlyList<FeatureImportance>)> byUse = [];
        foreach (var (use, _, _) in s_uses)
        {
            var all = new OutcomePredictions();
            IReadOnlyList<FeatureImportance> importance = [];
            for (int i = 0; i < work.Length; i++)
            {
                if (work[i].Use != use)
                    continue;
                all.Append(done[i].Predictions);
                importance = done[i].Importance.Count > 0 ? done[i].Importance : importance;
            }

            byUse[use] = (all, importance);
        }

        return byUse;
    }

    private static Calibration Directed(OutcomePredictions predictions, OutcomeRows rows)
    {
        var blend = OutcomeBlend.Default(rows.Labels.Mutual);
        return Calibrator.Platt(
            OutcomeJudge.Centred([.. predictions.Logits.Select(logits => blend.OfDirection(logits))], [.. predictions.Folds]),
            [.. predictions.Rows.Select(row => rows.Pairs[row].Yes ? 1f : 0f)],
            [.. predictions.Rows.Select(row => rows.Pairs[row].Weight)]
        );
    }

    /// <summary>A use of which too few pairs could be held out is served as the one nearest to it.</summary>
    private static OutcomeChoice[] Complete(Dictionary<OutcomeUse, OutcomeChoice> choices) =>
        [
            .. Enum.GetValues<OutcomeUse>()
                .Select(use =>
                    choices.TryGetValue(use, out OutcomeChoice? own)
                        ? own
                        : choices.OrderBy(pair => Math.Abs(pair.Key - use)).ThenBy(pair => pair.Key).First().Value
                ),
        ];

    /// <summary>At most so many rows, both directions of a pair together.</summary>
    private static LabelledPair[] Sample(IReadOnlyList<LabelledPair> pairs, int most, int seed)
    {
        if (pairs.Count <= most)
            return [.. pairs];
        (int, int)[] keys = [.. pairs.Select(pair => (Math.Min(pair.From, pair.To), Math.Max(pair.From, pair.To))).Distinct()];
        new Random(seed).Shuffle(keys);
        HashSet<(int, int)> kept = [.. keys.Take((int)((long)keys.Length * most / pairs.Count))];
        return [.. pairs.Where(pair => kept.Contains((Math.Min(pair.From, pair.To), Math.Max(pair.From, pair.To))))];
    }
}
