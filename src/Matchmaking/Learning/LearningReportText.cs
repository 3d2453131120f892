using System.Globalization;
using System.Text;

namespace Matchmaking;

/// <summary>A report as a person reads it.</summary>
internal static class LearningReportText
{
    private const int ImportanceShown = 15;

    public static string Of(LearningReport report)
    {
        var text = new StringBuilder();
        text.Append(report.Summary).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"Learned from {report.Pairs} pairs, {report.Positives} of which ended well, in {report.Seconds:0.0} s.\n");
        if (report.Outcomes.Count > 0)
            text.Append("Outcomes: ").AppendJoin(", ", report.Outcomes.OrderBy(pair => pair.Key).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} {pair.Key}"))).Append(".\n");
        foreach (LearnedUse use in report.Uses)
            Append(text, use);
        if (report.Importance.Count > 0)
        {
            text.Append("\nWhat it rests on (loss of AUC when shuffled)\n");
            foreach (FeatureImportance importance in report.Importance.Take(ImportanceShown))
                text.Append(CultureInfo.InvariantCulture, $"  {importance.Loss,8:+0.0000;-0.0000}  {importance.Name}\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, LearnedUse use)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{use.Name} ({use.Validation}; {use.Pairs} pairs, {use.Positives} good)\n");
        foreach (CandidateResult candidate in use.Candidates)
        {
            string mark = candidate.Name == use.Chosen ? "*" : " ";
            text.Append(CultureInfo.InvariantCulture, $"  {mark} {candidate.Name,-40} {Ndcg(candidate)}AUC {candidate.Auc:0.000} ± {candidate.StandardError:0.000}   {Signed(candidate.Difference)} ± {candidate.DifferenceError:0.000}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  {use.Why}\n");
        CalibrationReport calibration = use.Calibration;
        text.Append(CultureInfo.InvariantCulture, $"  log loss {calibration.LogLoss:0.0000} (base rate: {calibration.BaseLogLoss:0.0000}), Brier {calibration.Brier:0.0000} ({calibration.BaseBrier:0.0000})\n");
        text.Append("  predicted → observed: ");
        text.AppendJoin(", ", calibration.Reliability.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Predicted:0.000} → {row.Observed:0.000}"))).Append('\n');
    }

    /// <summary>With its sign, but 0 without one: "-+0.000" is what a format alone makes of a little less.</summary>
    internal static string Signed(double difference) => (Math.Round(difference, 3) + 0.0).ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    private static string Ndcg(CandidateResult candidate) =>
        candidate.Ndcg is { } ndcg ? string.Create(CultureInfo.InvariantCulture, $"NDCG@10 {ndcg:0.000} ± {candidate.NdcgError:0.000}   ") : "";
}
