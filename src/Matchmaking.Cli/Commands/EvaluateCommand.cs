using System.CommandLine;
using Matchmaking.Cli.Output;
using Matchmaking.Evaluation;

namespace Matchmaking.Cli.Commands;

/// <summary>
/// <c>matchmaking evaluate (TASK | --all [--out FOLDER]) [--methods NAMES] [--baseline FILE [--tolerance D]] [--data FOLDER] [--json]</c>
/// </summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal output, Terminal error)
    {
        string choice = string.Join('|', Evaluator.Tasks);
        var task = new Argument<string?>("TASK")
        {
            Description = ToolText.Of("Task", choice),
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result =>
                Evaluator.Tasks.Contains(result.Tokens[0].Value)
                    ? result.Tokens[0].Value
                    : result.Reject<string>(ToolText.Of("NotATask", result.Tokens[0].Value, choice)),
        };
        task.CompletionSources.Add([.. Evaluator.Tasks]);
        var all = new Option<bool>("--all") { Description = ToolText.Of("All") };
        var folder = new Option<string?>("--out") { Description = ToolText.Of("EvaluateOut"), HelpName = "FOLDER" };
        var arguments = new EvaluateArguments();

        var command = new Command("evaluate", ToolText.Of("Evaluate")) { task, all, folder };
        arguments.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(task) is { Errors: { } faults } && faults.Any())
                return;
            bool isTold = result.GetResult(task) is { Tokens.Count: > 0 };
            if (isTold == result.GetValue(all))
                result.AddError(isTold ? ToolText.Of("TaskOrAll") : ToolText.Of("TaskMissing"));
            else if (isTold && result.GetValue(folder) is not null)
                result.AddError(ToolText.Of("OutAlone"));
        });
        command.SetAction(
            (parsed, cancellationToken) =>
                parsed.GetValue(all)
                    ? EvaluateAll.RunAsync(output, error, parsed.GetValue(folder), arguments.Read(parsed), cancellationToken)
                    : RunAsync(output, error, parsed.GetValue(task)!, arguments.Read(parsed), cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal output,
        Terminal error,
        string task,
        EvaluateRequest request,
        CancellationToken cancellationToken
    )
    {
        EvaluationReport report = await request.MeasureAsync(error, task, cancellationToken).ConfigureAwait(false);
        if (request.Json)
            output.Writer.WriteLine(report.ToJson());
        else
            ReportTable.Write(output, report);
        return request.Compare(output, error, [report]);
    }
}
