using System.Globalization;

namespace Matchmaking;

/// <summary>Chooses the blend by the latest questions, which the models under comparison were not trained on, and reports.</summary>
internal static class LinkJudge
{
    /// <summary>By so many paired standard errors another blend must be better than the default; choosing the best of many is the surest way to lose.</summary>
    private const double ClearlyBetter = 2;

    /// <summary>Few positives are shrunk to the rules as if those were worth so many.</summary>
    private const double RulesWorth = 40;

    /// <param name="name">What is served.</param>
    /// <param name="held">The questions held out.</param>
    /// <param name="models">Models trained on earlier ones.</param>
    /// <param name="columns">How many columns a row has.</param>
    /// <returns>The blend, null where it is no better than the rules, with its calibration; and the report.</returns>
    public static (LinkBlend? Blend, Calibration Calibration, LearnedUse Report) Judge(string name, IReadOnlyList<LinkQuery> held, (CompiledModel Logistic, CompiledModel Trees) models, int columns)
    {
        float[] labels = [.. held.SelectMany(query => query.Labels)], weights = [.. held.SelectMany(query => query.Weights)];
        double[] rules = [.. held.SelectMany(query => query.Rules)], logistic = new double[labels.Length], trees = new double[labels.Length];
        float[] values = [.. held.SelectMany(query => query.Values)];
        Parallel.For(0, labels.Length, row =>
        {
            ReadOnlySpan<float> features = values.AsSpan(row * columns, columns);
            (logistic[row], trees[row]) = (models.Logistic.Logit(features), models.Trees.Logit(features));
        });
        int positives = labels.Count(label => label > 0);
        var platt = Calibrator.Platt(rules, labels, weights);
        var scale = new Line(platt.Slope, platt.Intercept);
        LinkBlend[] blends =
        [
            new("half trees, half rules", 0, .5, .5, scale), new("logistic regression, trees and rules", .25, .25, .5, scale), new("logistic regression and trees", .5, .5, 0, scale),
            new("boosted trees", 0, 1, 0, scale), new("logistic regression", 1, 0, 0, scale), new("rules", 0, 0, 1, scale),
        ];
        double[][] scores = [.. blends.Select(blend => Enumerable.Range(0, labels.Length).Select(row => blend.Of(logistic[row], trees[row], rules[row])).ToArray())];
        (double Ndcg, double Auc)[][] measured = [.. scores.Select(all => Measure(held, all))];
        int byDefault = 0, chosen = 0, theRules = blends.Length - 1;
        for (int b = 1; b < theRules; b++)
        {
            (double better, double error) = Paired(measured[b], measured[byDefault]);
            if (better > ClearlyBetter * error && Mean(measured[b]) > Mean(measured[chosen]))
                chosen = b;
        }

        (double gain, double gainError) = Paired(measured[chosen], measured[theRules]);
        bool better0 = gain > 0 && gain > gainError;
        string because = string.Create(CultureInfo.InvariantCulture, $"NDCG@10 {Mean(measured[chosen]):0.000} against {Mean(measured[theRules]):0.000} of the rules ({gain:+0.000;-0.000} ± {gainError:0.000})");
        LinkBlend blend = blends[chosen].Shrunk(RulesWorth, positives);
        double[] final = [.. Enumerable.Range(0, labels.Length).Select(row => blend.Of(logistic[row], trees[row], rules[row]))];
        var calibration = Calibrator.Platt(final, labels, weights);
        var report = new LearnedUse
        {
            Name = name,
            Validation = "the latest months, learned from those before",
            Pairs = labels.Length,
            Positives = positives,
            Candidates = [.. blends.Select((candidate, b) => Result(candidate.Name, measured[b], measured[byDefault]))],
            Chosen = better0 ? blends[chosen].Name : "rules",
            Why = !better0 ? $"The rules stay: no model was better than they on later links, {because}."
                : chosen == byDefault ? $"The default blend: {because}; no other was better than it by two standard errors."
                : $"{blends[chosen].Name}: better than the default blend by more than two standard errors; {because}.",
            Calibration = CalibrationMeasure.Of(Array.ConvertAll(final, calibration.Apply), Array.ConvertAll(labels, label => label > 0), weights),
        };
        return (better0 ? blend : null, calibration, report);
    }

    private static (double Ndcg, double Auc)[] Measure(IReadOnlyList<LinkQuery> held, double[] scores)
    {
        var measured = new (double, double)[held.Count];
        int at = 0;
        for (int q = 0; q < held.Count; at += held[q].Rows, q++)
            measured[q] = WeightedRanking.Of(scores.AsSpan(at, held[q].Rows), held[q].Labels, held[q].Weights);
        return measured;
    }

    private static double Mean((double Ndcg, double Auc)[] measured) => measured.Average(query => query.Ndcg);

    private static (double Difference, double Error) Paired((double Ndcg, double Auc)[] a, (double Ndcg, double Auc)[] b) => Paired([.. a.Zip(b, (x, y) => x.Ndcg - y.Ndcg)]);

    private static (double Difference, double Error) Paired(double[] differences)
    {
        double mean = differences.Average();
        return (mean, differences.Length < 2 ? double.PositiveInfinity : Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (differences.Length - 1.0) / differences.Length));
    }

    private static CandidateResult Result(string name, (double Ndcg, double Auc)[] measured, (double Ndcg, double Auc)[] byDefault)
    {
        (double difference, double error) = Paired([.. measured.Zip(byDefault, (x, y) => x.Auc - y.Auc)]);
        (_, double own) = Paired([.. measured.Select(query => query.Auc)]);
        return new CandidateResult(name, measured.Average(query => query.Auc), own, difference, error);
    }
}
