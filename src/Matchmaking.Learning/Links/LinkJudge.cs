using System.Globalization;

namespace Matchmaking.Learning;

/// <summary>Chooses the blend by the latest questions, which the models under comparison were not trained on, and reports.</summary>
internal static class LinkJudge
{
    /// <summary>
    /// By so many paired standard errors another blend must be better than the default; choosing the best of many is the surest way to
    /// lose.
    /// </summary>
    private const double ClearlyBetter = 2;

    /// <summary>Few positives are shrunk to the rules as if those were worth so many.</summary>
    private const double RulesWorth = 40;

    /// <summary>
    /// The more there is to learn from, the more do the trees count beside the logistic model: with so many positives, as much.
    /// </summary>
    private const double TreesWorth = 5_000;

    /// <param name="name">What is served.</param>
    /// <param name="held">The answers to the questions held out.</param>
    /// <param name="learnedFrom">How many positives the models were trained on.</param>
    /// <returns>The blend, null where it is no better than the rules, with its calibration; and the report.</returns>
    public static (LinkBlend? Blend, Calibration Calibration, LearnedUse Report) Judge(string name, LinkAnswers held, int learnedFrom)
    {
        var platt = Calibrator.Platt(held.Rules, held.Labels, held.Weights);
        LinkBlend[] blends = Blends(new Line(platt.Slope, platt.Intercept), learnedFrom);
        (double Ndcg, double Auc)[][] measured = [.. blends.Select(blend => held.Measure(held.By(blend)))];
        int byDefault = 0,
            chosen = 0,
            theRules = blends.Length - 1;
        for (int b = 1; b < theRules; b++)
        {
            (double better, double error) = Paired(measured[b], measured[byDefault]);
            if (better > ClearlyBetter * error && Mean(measured[b]) > Mean(measured[chosen]))
                chosen = b;
        }

        (double gain, double gainError) = Paired(measured[chosen], measured[theRules]);
        (double wider, double widerError) = PairedAuc(measured[chosen], measured[theRules]);
        // Few lists have a positive among their first ten: where those leave it open, whole lists decide.
        bool beatsRules = gain > gainError || (gain > -gainError && wider > ClearlyBetter * widerError);
        string because = string.Create(
            CultureInfo.InvariantCulture,
            $"NDCG@10 {Mean(measured[chosen]):0.000} against {Mean(measured[theRules]):0.000} of the rules "
                + $"({LearningReportText.Signed(gain)} ± {LearningReportText.Error(gainError)})"
        );
        LinkBlend blend = blends[chosen].Shrunk(RulesWorth, learnedFrom);
        double[] final = held.By(blend);
        var calibration = Calibrator.Platt(final, held.Labels, held.Weights);
        var report = new LearnedUse
        {
            Name = name,
            Validation = "the latest months, learned from those before",
            Pairs = held.Labels.Length,
            Positives = held.Positives,
            Candidates =
            [
                .. blends.Select(
                    (candidate, b) =>
                        Result(candidate.Name, measured[b], measured[byDefault]) with
                        {
                            IsChosen = b == (beatsRules ? chosen : theRules),
                        }
                ),
            ],
            Chosen = blends[beatsRules ? chosen : theRules].Name,
            IsServedByModel = beatsRules,
            Why =
                !beatsRules ? $"The rules stay: no model was better than they on later links, {because}."
                : chosen == byDefault ? $"The default blend: {because}; no other was better than it by two standard errors."
                : $"{blends[chosen].Name}: better than the default blend by more than two standard errors; {because}.",
            Calibration = CalibrationMeasure.Of(held.CrossFitted(final), Array.ConvertAll(held.Labels, label => label > 0), held.Weights),
        };
        return (beatsRules ? blend : null, calibration, report);
    }

    private static LinkBlend[] Blends(Line scale, int positives)
    {
        double trees = positives / (positives + TreesWorth);
        return
        [
            new("models and rules", .5 * (1 - trees), .5 * trees, .5, scale),
            new("trees and rules", 0, .5, .5, scale),
            new("logistic regression and rules", .5, 0, .5, scale),
            new("logistic regression and trees", 1 - trees, trees, 0, scale),
            new("boosted trees", 0, 1, 0, scale),
            new("logistic regression", 1, 0, 0, scale),
            new("rules", 0, 0, 1, scale),
        ];
    }

    private static double Mean((double Ndcg, double Auc)[] measured) => measured.Average(query => query.Ndcg);

    private static (double Difference, double Error) Paired((double Ndcg, double Auc)[] a, (double Ndcg, double Auc)[] b) =>
        Paired([.. a.Zip(b, (x, y) => x.Ndcg - y.Ndcg)]);

    private static (double Difference, double Error) PairedAuc((double Ndcg, double Auc)[] a, (double Ndcg, double Auc)[] b) =>
        Paired([.. a.Zip(b, (x, y) => x.Auc - y.Auc)]);

    private static (double Difference, double Error) Paired(double[] differences)
    {
        double mean = differences.Average();
        return (
            mean,
            differences.Length < 2
                ? double.PositiveInfinity
                : Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (differences.Length - 1.0) / differences.Length)
        );
    }

    private static CandidateResult Result(string name, (double Ndcg, double Auc)[] measured, (double Ndcg, double Auc)[] byDefault)
    {
        (double difference, double error) = PairedAuc(measured, byDefault);
        (_, double own) = Paired([.. measured.Select(query => query.Auc)]);
        (double ndcg, double ndcgError) = Paired([.. measured.Select(query => query.Ndcg)]);
        return new CandidateResult
        {
            Name = name,
            Auc = measured.Average(query => query.Auc),
            StandardError = own,
            Difference = difference,
            DifferenceError = error,
            Ndcg = ndcg,
            NdcgError = ndcgError,
        };
    }
}
