using System.Globalization;
using Matchmaking.Cli.Input;
using Matchmaking.Evaluation;
using Spectre.Console;

namespace Matchmaking.Cli.Output;

/// <summary>What was measured beside what was measured before: the library's own methods, rules and learned.</summary>
internal sealed class BaselineComparison
{
    public const double DefaultTolerance = 0.002;

    private static readonly string[] s_methods = ["learned", "rules"];

    private readonly QualityBaseline _baseline;
    private readonly double _tolerance;

    private BaselineComparison(QualityBaseline baseline, double tolerance, IReadOnlyList<Row> rows) =>
        (_baseline, _tolerance, Rows) = (baseline, tolerance, rows);

    /// <summary>
    /// The metrics of goals, and whatever else differs by more than the tolerance. Only a goal's can fall: of the others, less is better
    /// for some.
    /// </summary>
    public IReadOnlyList<Row> Rows { get; }

    public bool HasFallen => Rows.Any(row => row.HasFallen);

    /// <exception cref="InputException">The baseline tells nothing of what was measured.</exception>
    public static BaselineComparison Of(QualityBaseline baseline, IEnumerable<EvaluationReport> reports, double tolerance)
    {
        List<Row> rows = [];
        bool hasAny = false;
        foreach (EvaluationReport report in reports)
        {
            foreach (MethodResult result in report.Results.Where(result => s_methods.Contains(result.Method)))
            {
                foreach ((string metric, MetricSummary now) in result.Metrics)
                {
                    if (baseline[report.Task, result.Method, metric] is not { } before)
                        continue;
                    hasAny = true;
                    bool isGoal = report.Goals.Any(goal => goal.Metric == metric);
                    double change = now.Mean - before;
                    if (isGoal || Math.Abs(change) > tolerance)
                        rows.Add(new Row(report.Task, result.Method, metric, before, now.Mean, isGoal && change < -tolerance));
                }
            }
        }

        if (!hasAny)
            throw new InputException(ToolText.Of("BaselineTellsNothing"));
        return new BaselineComparison(baseline, tolerance, rows);
    }

    public void Write(Terminal output)
    {
        Table table = AnswerTable.Create(
            output,
            ToolText.Of("TaskHead"),
            ToolText.Of("MethodHead"),
            ToolText.Of("MetricHead"),
            ToolText.Of("BaselineHead"),
            ToolText.Of("NowHead"),
            ToolText.Of("DifferenceHead"),
            ""
        );
        table.ShowRowSeparators = false;
        foreach (Row row in Rows)
            table.AddRow(
                row.Task,
                row.Method,
                row.Metric,
                Number(row.Before, "0.0000"),
                Number(row.Now, "0.0000"),
                Number(row.Now - row.Before, "+0.0000;-0.0000;0.0000"),
                row.HasFallen ? ToolText.Of("Fell") : ""
            );
        output.Console.Write(table);
        string origin = string.Join(", ", new[] { _baseline.Commit, _baseline.Date }.OfType<string>());
        int fallen = Rows.Count(row => row.HasFallen);
        output.Writer.WriteLine(
            ToolText.Of(
                fallen == 0 ? "NoneFell" : "SomeFell",
                Number(_tolerance, "0.####"),
                origin.Length > 0 ? $" ({origin})" : "",
                fallen
            )
        );
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>One metric of one method.</summary>
    internal sealed record Row(string Task, string Method, string Metric, double Before, double Now, bool HasFallen);
}
