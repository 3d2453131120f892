using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

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

    /// <summary>Whether it is the same report: no two runs give one.</summary>
    /// <param name="other">Another.</param>
    public bool Equals(LearningReport? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>How candidates did for one use, on pairs held out as the use would have it.</summary>
public sealed class LearnedUse
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

    /// <summary>Whether a model serves the use; false: the rules were chosen.</summary>
    [JsonIgnore]
    public bool IsServedByModel { get; init; }

    /// <summary>Why that one.</summary>
    public required string Why { get; init; }

    /// <summary>How well the chosen one's probabilities hold.</summary>
    public required CalibrationReport Calibration { get; init; }
}

/// <summary>How one candidate did.</summary>
public sealed record CandidateResult
{
    /// <summary>Which model, or the rules.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is the one that is used.</summary>
    [JsonIgnore]
    public bool IsChosen { get; init; }

    /// <summary>
    /// The area under the ROC curve, in [0, 1]; .5 is chance. Of outcomes: over all held-out pairs at once. Of links: of each held-out
    /// question's whole list, on average.
    /// </summary>
    public required double Auc { get; init; }

    /// <summary>
    /// Its standard error, pairs of one member, or of one question, taken together; infinite where there are too few of those to tell.
    /// </summary>
    public required double StandardError { get; init; }

    /// <summary>The area less that of the default candidate.</summary>
    public required double Difference { get; init; }

    /// <summary>The standard error of the difference, paired; infinite as <see cref="StandardError"/> is.</summary>
    public required double DifferenceError { get; init; }

    /// <summary>
    /// Of links, by which the candidates are chosen: NDCG@10 (Järvelin and Kekäläinen 2002), in [0, 1], of the held-out questions' lists on
    /// average. Null where pairs were held out, not questions.
    /// </summary>
    public double? Ndcg { get; init; }

    /// <summary>The standard error of <see cref="Ndcg"/>, by question; null where there is none.</summary>
    public double? NdcgError { get; init; }
}

/// <summary>How well probabilities hold on held-out pairs; each fold is calibrated on the others.</summary>
public sealed class CalibrationReport
{
    /// <summary>The mean negative log-likelihood, in nats.</summary>
    public required double LogLoss { get; init; }

    /// <summary>The same for one who always says the base rate.</summary>
    public required double BaseLogLoss { get; init; }

    /// <summary>The mean squared error of the probability.</summary>
    public required double Brier { get; init; }

    /// <summary>The same for one who always says the base rate.</summary>
    public required double BaseBrier { get; init; }

    /// <summary>Pairs by predicted probability, in ten parts of about equal size.</summary>
    public required IReadOnlyList<ReliabilityRow> Reliability { get; init; }
}

/// <summary>Pairs of about one predicted probability.</summary>
public sealed record ReliabilityRow
{
    /// <summary>How many.</summary>
    public required int Pairs { get; init; }

    /// <summary>Their mean predicted probability.</summary>
    public required double Predicted { get; init; }

    /// <summary>The share of them that ended well.</summary>
    public required double Observed { get; init; }
}

/// <summary>How much a model rests on something.</summary>
public sealed record FeatureImportance
{
    /// <summary>An attribute, or whatever else features are made of.</summary>
    public required string Name { get; init; }

    /// <summary>The part of a score into which it goes.</summary>
    public required ScorePart Part { get; init; }

    /// <summary>How much the area under the ROC curve falls without it; about 0, or below, for what is of no use.</summary>
    public required double Loss { get; init; }

    /// <summary>The <see cref="Name"/> in words, for people; another version may choose others.</summary>
    public required string Description { get; init; }
}
