using System.CommandLine;
using Matchmaking.Cli.Output;
using Matchmaking.Evaluation;

namespace Matchmaking.Cli.Commands;

/// <summary><c>matchmaking evaluate TASK [--data FOLDER] [--json]</c></summary>
internal static class EvaluateCommand
{
    public static Command Create(Terminal output, Terminal error)
    {
        string choice = string.Join('|', Evaluator.Tasks);
        var task = new Argument<string>("TASK")
        {
            Description = $"One of {choice}.",
            CustomParser = result => Evaluator.Tasks.Contains(result.Tokens[0].Value)
                ? result.Tokens[0].Value
                : result.Reject<string>($"the task '{result.Tokens[0].Value}' is none of {choice}"),
        };
        task.CompletionSources.Add([.. Evaluator.Tasks]);
        var data = new Option<string?>("--data")
        {
            Description = $"The folder of the data sets. Default: {Evaluator.DataFolderVariable}, else shared/data beside the project's root.",
            HelpName = "FOLDER",
        };
        Option<bool> json = CommonOptions.Json();

        var command = new Command("evaluate", "How good the suggestions are on people's real choices, beside random and popularity.") { task, data, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            EvaluationReport report = await Progress.ShowShareAsync(error, "Evaluating", progress => Task.Run(
                () => Evaluator.Run(parsed.GetRequiredValue(task), parsed.GetValue(data), progress: progress, cancellationToken: cancellationToken),
                cancellationToken)).ConfigureAwait(false);

            if (parsed.GetValue(json))
                output.Writer.WriteLine(report.ToJson());
            else
                ReportTable.Write(output, report);
            return Program.Success;
        });
        return command;
    }
}
