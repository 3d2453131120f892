using System.Globalization;
using System.Text;

namespace Matchmaking.Learning;

/// <summary>A report as a person reads it.</summary>
internal static class LearningReportText
{
    private const int ImportanceShown = 15;

    public static string Of(LearningReport report)
    {
        var text = new StringBuilder();
        text.Append(report.Summary).Append('\n');
        if (report.Pairs > 0)
            text.Append(
                CultureInfo.InvariantCulture,
                $"Learned from {report.Pairs} pairs, {report.Positives} of which ended well, in {report.Seconds:0.0} s.\n"
            );
        if (report.Outcomes.Count > 0)
            text.Append("Outcomes: ")
                .AppendJoin(
                    ", ",
                    report
                        .Outcomes.OrderBy(pair => pair.Key)
                        .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} {pair.Key}"))
                )
                .Append(".\n");
        foreach (LearnedUse use in report.Uses)
            Append(text, use);
        if (report.Importance.Count > 0)
        {
            text.Append("\nWhat it rests on (loss of AUC when shuffled)\n");
            foreach (FeatureImportance importance in report.Importance.Take(ImportanceShown))
                text.Append(CultureInfo.InvariantCulture, $"  {importance.Loss, 8:+0.0000;-0.0000}  {importance.Description}\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, LearnedUse use)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{use.Name} ({use.Validation}; {use.Pairs} pairs, {use.Positives} good)\n");
        bool ofQuestions = use.Candidates.Any(candidate => candidate.Ndcg is not null);
        Row(text, " ", "", ofQuestions ? "NDCG@10" : null, "AUC", "AUC above the default's");
        for (int i = 0; i < use.Candidates.Count; i++)
        {
            CandidateResult candidate = use.Candidates[i];
            Row(
                text,
                candidate.IsChosen ? "*" : " ",
                candidate.Name + (i == 0 ? " (default)" : ""),
                !ofQuestions ? null
                    : candidate.Ndcg is { } ndcg ? Measured(ndcg, candidate.NdcgError)
                    : "",
                Measured(candidate.Auc, candidate.StandardError),
                i == 0 ? "" : $"{Signed(candidate.Difference)} ± {Error(candidate.DifferenceError)}"
            );
        }

        text.Append(CultureInfo.InvariantCulture, $"  * chosen: {use.Chosen}. {use.Why}\n");
        CalibrationReport calibration = use.Calibration;
        text.Append(
            CultureInfo.InvariantCulture,
            $"  log loss {calibration.LogLoss:0.0000} (base rate: {calibration.BaseLogLoss:0.0000}), Brier {calibration.Brier:0.0000} "
                + $"({calibration.BaseBrier:0.0000})\n"
        );
        text.Append("  predicted → observed: ");
        text.AppendJoin(
                ", ",
                calibration.Reliability.Select(row =>
                    string.Create(CultureInfo.InvariantCulture, $"{row.Predicted:0.000} → {row.Observed:0.000}")
                )
            )
            .Append('\n');
    }

    /// <summary>With its sign, but 0 without one: "-+0.000" is what a format alone makes of a little less.</summary>
    internal static string Signed(double difference) =>
        (Math.Round(difference, 3) + 0.0).ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    private static void Row(StringBuilder text, string mark, string name, string? ndcg, string auc, string difference) =>
        text.Append($"  {mark} {name, -40} {(ndcg is null ? "" : $"{ndcg, -17} ")}{auc, -17} {difference}".TrimEnd()).Append('\n');

    private static string Measured(double value, double? error) =>
        string.Create(CultureInfo.InvariantCulture, $"{value:0.000} ± {Error(error)}");

    /// <summary>Of one question, or one member, alone no error can be told, and an infinite one says nothing to people.</summary>
    internal static string Error(double? error) =>
        error is { } known && double.IsFinite(known) ? known.ToString("0.000", CultureInfo.InvariantCulture) : "unknown";
}
