using System.Diagnostics;
using Matchmaking.Cli.Output;
using Matchmaking.Evaluation;

namespace Matchmaking.Cli.Commands;

/// <summary><c>matchmaking evaluate --all</c>: every task, one after another; a page and a chart of what came out.</summary>
internal static class EvaluateAll
{
    public static async Task<int> RunAsync(
        Terminal output,
        Terminal error,
        string? folder,
        EvaluateRequest request,
        CancellationToken cancellationToken
    )
    {
        // A page of some methods is no reason to replace that of all.
        if (request.Methods is null)
            folder ??= Path.Combine("benchmarks", "results");
        if (folder is not null)
            Directory.CreateDirectory(folder);
        // Opened before an hour's work, not after.
        using OutputFile? page = folder is null ? null : new OutputFile(Path.Combine(folder, "quality.md"));
        List<MeasuredTask> tasks = [];
        foreach (string task in Evaluator.Tasks)
        {
            var watch = Stopwatch.StartNew();
            try
            {
                EvaluationReport report = await request.MeasureAsync(error, task, cancellationToken).ConfigureAwait(false);
                tasks.Add(new MeasuredTask(task, report, watch.Elapsed, null));
                if (!request.Json)
                    ReportTable.Write(output, report);
            }
            catch (DirectoryNotFoundException missing)
            {
                error.Writer.WriteLine($"matchmaking: {ToolText.Of("LeftOut", task, OneLine.Of(missing.Message))}");
                tasks.Add(new MeasuredTask(task, null, watch.Elapsed, ToolText.Of("DataMissing")));
            }
        }

        // What is invented needs no data, and is no reason to replace the page of what is real.
        if (tasks.TrueForAll(task => task.Report is not { Goals.Count: > 0 }))
            throw new InputException(ToolText.Of("NoData"));
        EvaluationReport[] reports = [.. tasks.Select(task => task.Report).OfType<EvaluationReport>()];
        if (request.Json)
            output.Writer.WriteLine($"[{string.Join(",\n", reports.Select(report => report.ToJson()))}]");
        if (page is not null)
        {
            QualityPage.Write(page.Writer, tasks);
            page.Commit();
            QualityChart.Save(Path.Combine(folder!, "quality.png"), tasks);
        }

        return request.Compare(output, error, reports);
    }
}
