using System.Globalization;
using Matchmaking.Evaluation;
using Spectre.Console;

namespace Matchmaking.Cli.Output;

/// <summary>Measured quality as a person reads it: a row a method, mean ± spread over the seeds.</summary>
internal static class ReportTable
{
    private static readonly string[] s_metrics = ["ndcg@10", "recall@10", "mrr", "auc"];

    public static void Write(Terminal output, EvaluationReport report)
    {
        Table table = AnswerTable.Create(output, [report.Task, .. s_metrics]);
        table.ShowRowSeparators = false;
        foreach (MethodResult result in report.Results)
            table.AddRow([result.Method, .. s_metrics.Select(metric => result.Metrics.TryGetValue(metric, out MetricSummary summary) ? Format(summary) : "–")]);
        output.Console.Write(table);
    }

    private static string Format(MetricSummary summary) => summary.Spread > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{summary.Mean:0.0000} ± {summary.Spread:0.0000}")
        : summary.Mean.ToString("0.0000", CultureInfo.InvariantCulture);
}
