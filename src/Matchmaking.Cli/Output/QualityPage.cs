using System.Globalization;
using Matchmaking.Evaluation;

namespace Matchmaking.Cli.Output;

/// <summary>All tasks on one page, in Markdown: first what was to be reached and what was, then every method.</summary>
internal static class QualityPage
{
    private static readonly string[] s_metrics =
    [
        "ndcg@10",
        "recall@10",
        "mrr",
        "auc",
        "ap",
        "log-loss",
        "brier",
        "met-later",
        "served",
        "exposure-gini",
        "score",
    ];

    public static void Write(TextWriter writer, IReadOnlyList<MeasuredTask> tasks)
    {
        Line(writer, "# Quality on people's real choices");
        Line(writer, "");
        Line(
            writer,
            "Written by `matchmaking evaluate --all`; `docs/evaluation.md` tells the protocols. Means over the protocol's seeds ± their "
                + "standard deviation; in brackets"
        );
        Line(
            writer,
            "the 95 % bootstrap interval over what is independent: queries, evenings, askers. Beyond the rules: learned less rules on the "
                + "same of them, 95 % interval. The published baseline is the best known method by the same protocol. The chart: "
                + "`quality.png`."
        );
        Line(writer, "");
        Line(writer, "| task | metric | published baseline | rules | learned | beyond the rules | reach | met | seconds |");
        Line(writer, "|---|---|---|---|---|---|---|---|---|");
        foreach (MeasuredTask task in tasks)
            WriteGoals(writer, task);
        Line(writer, "");
        Line(
            writer,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The tasks of this table: {Seconds(tasks.Where(task => task.Report is null || task.Report.Goals.Count > 0)):0} seconds "
                    + $"with all methods, on {Environment.ProcessorCount} cores; with those below that have no goal: {Seconds(tasks):0}."
            )
        );
        foreach (MeasuredTask task in tasks.Where(task => task.Report is not null))
            WriteMethods(writer, task);
    }

    private static void WriteGoals(TextWriter writer, MeasuredTask task)
    {
        if (task.Report is null)
            Line(writer, $"| {task.Task} | – | – | – | – | – | – | not measured: {task.LeftOut} | – |");
        foreach (Goal goal in task.Report?.Goals ?? [])
        {
            MetricSummary? learned = task["learned", goal.Metric];
            string met =
                learned is null ? "not measured"
                : learned.Value.Mean >= goal.Reach ? "yes"
                : "no";
            Line(
                writer,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {task.Task} | {goal.Metric} | {goal.Baseline:0.000} | {Text(task["rules", goal.Metric])} | {Text(learned)} | "
                        + $"{Gain(learned)} | {goal.Reach:0.000} | {met} | {task.Elapsed.TotalSeconds:0} |"
                )
            );
        }
    }

    private static void WriteMethods(TextWriter writer, MeasuredTask task)
    {
        string[] metrics = [.. s_metrics.Where(metric => task.Report!.Results.Any(result => result.Metrics.ContainsKey(metric)))];
        Line(writer, "");
        Line(writer, $"## {task.Task}");
        Line(writer, "");
        Line(writer, $"| method | {string.Join(" | ", metrics)} |");
        Line(writer, $"|---|{string.Concat(Enumerable.Repeat("---|", metrics.Length))}");
        foreach (MethodResult result in task.Report!.Results)
            Line(writer, $"| {result.Method} | {string.Join(" | ", metrics.Select(metric => Text(task[result.Method, metric])))} |");
    }

    private static double Seconds(IEnumerable<MeasuredTask> tasks) => tasks.Sum(task => task.Elapsed.TotalSeconds);

    private static string Text(MetricSummary? summary)
    {
        if (summary is not { } s)
            return "–";
        string text = Number(s.Mean, "0.0000") + (s.Spread >= 0.00005 ? $" ± {Number(s.Spread, "0.0000")}" : "");
        return s.Interval is { } interval ? $"{text} [{Number(interval.Low, "0.000")}, {Number(interval.High, "0.000")}]" : text;
    }

    private static string Gain(MetricSummary? learned) =>
        learned?.BeyondRules is { } gain ? $"{Number(gain.Low, "+0.0000;-0.0000")} to {Number(gain.High, "+0.0000;-0.0000")}" : "–";

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>The page is kept under version control: the same on every system.</summary>
    private static void Line(TextWriter writer, string text)
    {
        writer.Write(text);
        writer.Write('\n');
    }
}
