using System.CommandLine;
using Matchmaking.Cli.Json;
using Matchmaking.Cli.Output;

namespace Matchmaking.Cli.Commands;

/// <summary>
/// <c>matchmaking round FOLDER [--size 2] [--kind …] [--seed 1] [--history rounds.jsonl [--dry-run]] [--ahead 1] [--json]</c>
/// </summary>
internal static class RoundCommand
{
    public static Command Create(Terminal output, Terminal error)
    {
        var community = new CommunityArguments();
        var arguments = new RoundArguments();
        Option<bool> json = CommonOptions.Json();

        var command = new Command("round", ToolText.Of("Round")) { json };
        arguments.AddTo(command);
        community.AddTo(command);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                // The history before the community: a fault in it should not cost the reading of a large folder.
                RoundOptions options = arguments.Read(parsed);
                CommunityArguments.Warn([.. options.History.Warnings.Select(warning => warning.ToString())], "WarningLines", error);
                Matchmaker matchmaker = await community
                    .OpenAsync(parsed, error, cancellationToken, settings => arguments.Adjust(parsed, settings))
                    .ConfigureAwait(false);
                options = arguments.WithMembers(parsed, options, matchmaker.Community, (file, columns) =>
                    community.ReadRows(parsed, error, file, matchmaker.Community, columns)
                );
                int ahead = arguments.Ahead(parsed);
                RoundSeries series = await Progress
                    .ShowShareAsync(error, ToolText.Of("Planning"), progress =>
                        Task.Run(
                            () => Plan(matchmaker, ahead, options, progress is null ? null : new Shares(progress), cancellationToken),
                            cancellationToken
                        )
                    )
                    .ConfigureAwait(false);
                if (arguments.HistoryToAppend(parsed) is { } history)
                    RoundHistory.Append(history, [.. series.Rounds.Select(round => round.ToHistoryEntry())]);

                if (parsed.GetValue(json))
                    WriteJson(output, series, ahead);
                else
                    RoundTable.Write(output, series, ahead);
                return Program.Success;
            }
        );
        return command;
    }

    private static void WriteJson(Terminal output, RoundSeries series, int ahead)
    {
        if (ahead > 1)
            AnswerJson.Write(output.Writer, SeriesAnswer.Of(series));
        else
            AnswerJson.Write(output.Writer, RoundAnswer.Of(series.Rounds[0]));
    }

    private static RoundSeries Plan(
        Matchmaker matchmaker,
        int ahead,
        RoundOptions options,
        IProgress<WorkProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        if (ahead > 1)
            return matchmaker.PlanRounds(ahead, options, progress, cancellationToken);
        Round round = matchmaker.PlanRound(options, progress, cancellationToken);
        return new RoundSeries
        {
            Rounds = [round],
            WholeRounds = round.Figures.Served > 0 ? 1 : 0,
            Text = "",
        };
    }

    private sealed class Shares(IProgress<double> progress) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => progress.Report(value.Share);
    }
}
