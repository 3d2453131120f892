using System.Globalization;

namespace Matchmaking.Learning;

/// <summary>Chooses by held-out pairs what a use is served by, and reports.</summary>
internal static class OutcomeJudge
{
    /// <summary>
    /// By so many paired standard errors another candidate must be better than the default: choosing the best of many is the surest way to
    /// lose.
    /// </summary>
    private const double ClearlyBetter = 2;

    /// <summary>
    /// By so many standard errors the models must be better than chance; then they are used where they are better than the rules at all,
    /// for they are shrunk to those besides.
    /// </summary>
    private const double BetterThanChance = 2;

    private const string Rules = "rules";

    /// <summary>Few outcomes are shrunk to the rules as if those were worth so many positives.</summary>
    private const double RulesWorth = 40;

    public static (OutcomeChoice Choice, LearnedUse Report) Judge(
        string name,
        string validation,
        ScoredPairs pairs,
        bool mutual,
        bool factors,
        IReadOnlyList<IModelTrainer> hosts,
        Calibration directed,
        int positives
    )
    {
        OutcomeBlend[] blends =
        [
            .. OutcomeBlend.All(mutual, factors),
            .. hosts.Select((trainer, i) => OutcomeBlend.OfHost(trainer.Name, i)).Where(blend => pairs.AreKnownTo(blend)),
        ];
        blends[0] = Weighed(pairs, blends[0], mutual);
        double[] rulesScores = Array.ConvertAll(pairs.Logits, pair => pair.Rules);
        var measured = blends
            .Select(blend => (Blend: blend, Scores: Scores(pairs, blend, mutual)))
            .Select(candidate =>
                (candidate.Blend, candidate.Scores, Area: ClusteredAuc.Of(candidate.Scores, pairs.Labels, pairs.Askers, pairs.Lists))
            )
            .ToArray();
        var rules = ClusteredAuc.Of(rulesScores, pairs.Labels, pairs.Askers, pairs.Lists);
        var byDefault = measured[0];
        var chosen = byDefault;
        foreach (var candidate in measured.Skip(1))
        {
            double better = candidate.Area.Auc - byDefault.Area.Auc;
            if (
                better > ClearlyBetter * ClusteredAuc.StandardError(candidate.Area.Errors, byDefault.Area.Errors)
                && candidate.Area.Auc > chosen.Area.Auc
            )
                chosen = candidate;
        }

        double gain = chosen.Area.Auc - rules.Auc,
            error = ClusteredAuc.StandardError(chosen.Area.Errors, rules.Errors);
        bool beatsRules = gain > 0 && chosen.Area.Auc - .5 > BetterThanChance * ClusteredAuc.StandardError(chosen.Area.Errors);
        double rulesWeight = beatsRules ? RulesWorth / (RulesWorth + positives) : 1;
        var choice = new OutcomeChoice(chosen.Blend, rulesWeight, Fit(chosen.Scores, pairs), Fit(rulesScores, pairs), directed);
        string because = string.Create(
            CultureInfo.InvariantCulture,
            $"AUC {chosen.Area.Auc:0.000} against {rules.Auc:0.000} of the rules ({LearningReportText.Signed(gain)} ± "
                + $"{LearningReportText.Error(error)})"
        );
        string why =
            !beatsRules ? $"The rules stay: no model was better than they, and clearly better than chance, on held-out pairs: {because}."
            : ReferenceEquals(chosen.Blend, byDefault.Blend)
                ? $"The default blend: {because}; no other candidate was better than it by two standard errors."
            : $"{chosen.Blend.Name}: better than the default blend by more than two standard errors; {because}.";
        List<CandidateResult> candidates =
        [
            .. measured.Select(candidate =>
                Result(candidate.Blend.Name, candidate.Area, beatsRules && ReferenceEquals(candidate.Blend, chosen.Blend))
            ),
            Result(Rules, rules, !beatsRules),
        ];
        return (
            choice,
            new LearnedUse
            {
                Name = name,
                Validation = validation,
                Pairs = pairs.Labels.Length,
                Positives = pairs.Positives,
                Candidates = candidates,
                Chosen = beatsRules ? chosen.Blend.Name : Rules,
                IsServedByModel = beatsRules,
                Why = why,
                Calibration = CalibrationMeasure.Of(CrossFitted(choice, chosen.Scores, rulesScores, pairs), pairs.Labels, pairs.Weights),
            }
        );

        CandidateResult Result(string candidate, (double Auc, Dictionary<int, double> Errors) area, bool isChosen) =>
            new()
            {
                Name = candidate,
                IsChosen = isChosen,
                Auc = area.Auc,
                StandardError = ClusteredAuc.StandardError(area.Errors),
                Difference = area.Auc - byDefault.Area.Auc,
                DifferenceError = ClusteredAuc.StandardError(area.Errors, byDefault.Area.Errors),
            };
    }

    /// <summary>
    /// Log-odds moved by fold, or another list of rows that are compared, so that each one's mean is that of all: a fold with many yeses
    /// was predicted by models that saw the fewer of them, and pooled as they are, such predictions would make the models look worse, or
    /// backwards, in what is fitted to them.
    /// </summary>
    public static double[] Centred(double[] scores, int[] folds)
    {
        double mean = scores.Length > 0 ? scores.Average() : 0;
        Dictionary<int, double> own = scores
            .Zip(folds)
            .GroupBy(pair => pair.Second, pair => pair.First)
            .ToDictionary(fold => fold.Key, fold => fold.Average());
        return [.. scores.Zip(folds, (score, fold) => score - own[fold] + mean)];
    }

    /// <summary>
    /// A blend whose models speak no louder than they know: each counts by how far its log-odds may be believed on held-out pairs. By the
    /// root of that, for of few pairs it is known but roughly.
    /// </summary>
    private static OutcomeBlend Weighed(ScoredPairs pairs, OutcomeBlend blend, bool mutual)
    {
        return blend with
        {
            Logistic = Weight(blend.Logistic, new("", 1, 0, 0, 0)),
            Trees = Weight(blend.Trees, new("", 0, 1, 0, 0)),
            Joint = Weight(blend.Joint, new("", 0, 0, 1, 0)),
            Factors = Weight(blend.Factors, new("", 0, 0, 0, 1)),
        };

        double Weight(double share, OutcomeBlend alone) =>
            share == 0 ? 0 : share * Math.Sqrt(Fit(Scores(pairs, alone, mutual), pairs).Slope);
    }

    private static double[] Scores(ScoredPairs pairs, OutcomeBlend blend, bool mutual) =>
        Centred(Array.ConvertAll(pairs.Logits, pair => blend.Of(pair.There, pair.Back, pair.Joint, mutual)), pairs.Lists);

    private static Calibration Fit(double[] scores, ScoredPairs pairs) =>
        Calibrator.Platt(scores, Array.ConvertAll(pairs.Labels, label => label ? 1f : 0f), pairs.Weights);

    /// <summary>The probabilities of each fold, calibrated on the other folds.</summary>
    private static double[] CrossFitted(OutcomeChoice choice, double[] scores, double[] rules, ScoredPairs pairs)
    {
        double[] logits = new double[scores.Length];
        foreach (int fold in pairs.Folds.Distinct())
        {
            int[] others = [.. Enumerable.Range(0, scores.Length).Where(i => pairs.Folds[i] != fold)];
            if (others.Length == 0)
                others = [.. Enumerable.Range(0, scores.Length)];
            float[] labels = Array.ConvertAll(others, i => pairs.Labels[i] ? 1f : 0f),
                weights = Array.ConvertAll(others, i => pairs.Weights[i]);
            var models = Calibrator.Platt(Array.ConvertAll(others, i => scores[i]), labels, weights);
            var byRules = Calibrator.Platt(Array.ConvertAll(others, i => rules[i]), labels, weights);
            for (int i = 0; i < scores.Length; i++)
            {
                if (pairs.Folds[i] == fold)
                    logits[i] =
                        (choice.RulesWeight * LogOdds.Of(byRules.Apply(rules[i])))
                        + ((1 - choice.RulesWeight) * LogOdds.Of(models.Apply(scores[i])));
            }
        }

        return Array.ConvertAll(Centred(logits, pairs.Folds), LogOdds.Probability);
    }
}
