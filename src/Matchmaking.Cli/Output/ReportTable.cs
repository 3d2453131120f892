using System.Globalization;
using Matchmaking.Evaluation;
using Spectre.Console;

namespace Matchmaking.Cli.Output;

/// <summary>Measured quality as a person reads it: a row a method, mean ± spread over the seeds.</summary>
internal static class ReportTable
{
    private static readonly string[] s_metrics = ["ndcg@10", "recall@10", "mrr", "auc"];
    private static readonly string[] s_ofRounds = ["met-later", "served", "exposure-gini", "score"];

    public static void Write(Terminal output, EvaluationReport report)
    {
        string[] metrics =
            Has(report, "met-later") ? s_ofRounds
            : Has(report, "ap") ? [.. s_metrics, "ap"]
            : s_metrics;
        Table table = AnswerTable.Create(output, [report.Task, .. metrics]);
        table.ShowRowSeparators = false;
        foreach (MethodResult result in report.Results)
            table.AddRow([
                result.Method,
                .. metrics.Select(metric => result.Metrics.TryGetValue(metric, out MetricSummary summary) ? Format(summary) : "–"),
            ]);
        output.Console.Write(table);
        foreach (Goal goal in report.Goals)
            output.Writer.WriteLine(
                ToolText.Of(
                    "GoalLine",
                    goal.Metric,
                    goal.Baseline.ToString("0.000", CultureInfo.InvariantCulture),
                    goal.Reach.ToString("0.000", CultureInfo.InvariantCulture)
                )
            );
    }

    private static bool Has(EvaluationReport report, string metric) => report.Results.Any(result => result.Metrics.ContainsKey(metric));

    private static string Format(MetricSummary summary) =>
        summary.Spread > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{summary.Mean:0.0000} ± {summary.Spread:0.0000}")
            : summary.Mean.ToString("0.0000", CultureInfo.InvariantCulture);
}
