using System.Text.Json;

namespace Matchmaking.Learning;

/// <summary>What was learned, from what, how good it is on people and pairs it was not learned from, and what it rests on.</summary>
public sealed record LearningReport
{
    /// <summary>What was learned from.</summary>
    public required LearningSource Source { get; init; }

    /// <summary>
    /// Whether suggestions use a model from now on: the new one, or, where nothing new was better than the rules, the one from before.
    /// </summary>
    public required bool IsUsed { get; init; }

    /// <summary>What was decided and why, in a few English sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>How many outcomes of each kind there were.</summary>
    public required IReadOnlyDictionary<OutcomeKind, int> Outcomes { get; init; }

    /// <summary>How many labelled pairs were learned from.</summary>
    public required int Pairs { get; init; }

    /// <summary>How many of them ended well.</summary>
    public required int Positives { get; init; }

    /// <summary>
    /// By use, since what is known of people decides which model serves them: how the candidates did, which was chosen, how well it is
    /// calibrated.
    /// </summary>
    public required IReadOnlyList<LearnedUse> Uses { get; init; }

    /// <summary>
    /// What the learned models rest on: how much the area under the ROC curve falls on held-out pairs when the values are shuffled among
    /// them; largest first. Of outcomes it is that of the default blend on one side's answers, whichever blend was chosen.
    /// </summary>
    public required IReadOnlyList<FeatureImportance> Importance { get; init; }

    /// <summary>How long learning took, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>The report as indented JSON; a number that is not known is null there.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, LearningReportJson.Default.LearningReport);

    /// <summary>The report as text.</summary>
    public override string ToString() => LearningReportText.Of(this);
}

/// <summary>How candidates did for one use, on pairs held out as the use would have it.</summary>
public sealed record LearnedUse
{
    /// <summary>
    /// Which. Of outcomes: between newcomers, for a newcomer among known members, between known members. Of links: introductions, bridges,
    /// activities, groups.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>How the pairs were held out.</summary>
    public required string Validation { get; init; }

    /// <summary>How many held-out pairs.</summary>
    public required int Pairs { get; init; }

    /// <summary>How many of them ended well.</summary>
    public required int Positives { get; init; }

    /// <summary>The candidates, the default first and the rules among them.</summary>
    public required IReadOnlyList<CandidateResult> Candidates { get; init; }

    /// <summary>The name of the candidate that is used.</summary>
    public required string Chosen { get; init; }

    /// <summary>Why that one.</summary>
    public required string Why { get; init; }

    /// <summary>How well the chosen one's probabilities hold.</summary>
    public required CalibrationReport Calibration { get; init; }
}

/// <summary>How one candidate did.</summary>
/// <param name="Name">Which model, or the rules.</param>
/// <param name="Auc">
/// The area under the ROC curve, in [0, 1]; .5 is chance. Of outcomes: over all held-out pairs at once. Of links: of each held-out
/// question's whole list, on average.
/// </param>
/// <param name="StandardError">
/// Its standard error, pairs of one member, or of one question, taken together; infinite where there are too few of those to tell.
/// </param>
/// <param name="Difference">The area less that of the default candidate.</param>
/// <param name="DifferenceError">The standard error of the difference, paired; infinite as <paramref name="StandardError"/> is.</param>
public sealed record CandidateResult(string Name, double Auc, double StandardError, double Difference, double DifferenceError)
{
    /// <summary>
    /// Of links, by which the candidates are chosen: NDCG@10 (Järvelin and Kekäläinen 2002), in [0, 1], of the held-out questions' lists on
    /// average. Null where pairs were held out, not questions.
    /// </summary>
    public double? Ndcg { get; init; }

    /// <summary>The standard error of <see cref="Ndcg"/>, by question; null where there is none.</summary>
    public double? NdcgError { get; init; }
}

/// <summary>How well probabilities hold on held-out pairs; each fold is calibrated on the others.</summary>
/// <param name="LogLoss">The mean negative log-likelihood, in nats.</param>
/// <param name="BaseLogLoss">The same for one who always says the base rate.</param>
/// <param name="Brier">The mean squared error of the probability.</param>
/// <param name="BaseBrier">The same for one who always says the base rate.</param>
/// <param name="Reliability">Pairs by predicted probability, in ten parts of about equal size.</param>
public sealed record CalibrationReport(
    double LogLoss,
    double BaseLogLoss,
    double Brier,
    double BaseBrier,
    IReadOnlyList<ReliabilityRow> Reliability
);

/// <summary>Pairs of about one predicted probability.</summary>
/// <param name="Pairs">How many.</param>
/// <param name="Predicted">Their mean predicted probability.</param>
/// <param name="Observed">The share of them that ended well.</param>
public sealed record ReliabilityRow(int Pairs, double Predicted, double Observed);

/// <summary>How much a model rests on something.</summary>
/// <param name="Name">An attribute, or whatever else features are made of.</param>
/// <param name="Part">The part of a score into which it goes.</param>
/// <param name="Loss">How much the area under the ROC curve falls without it; about 0, or below, for what is of no use.</param>
public sealed record FeatureImportance(string Name, ScorePart Part, double Loss)
{
    /// <summary>The <see cref="Name"/> in words, for people; another version may choose others.</summary>
    public string Description => FeatureWords.Of(Name, Part);
}
