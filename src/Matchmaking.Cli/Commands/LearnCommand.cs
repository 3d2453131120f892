using System.CommandLine;
using System.Globalization;
using Matchmaking.Cli.Output;

namespace Matchmaking.Cli.Commands;

/// <summary><c>matchmaking learn FOLDER --out model.mm [--seed 1] [--source auto|outcomes|interactions] [--report DIR]</c></summary>
internal static class LearnCommand
{
    public static Command Create(Terminal output, Terminal error)
    {
        var community = new CommunityArguments();
        var target = new Option<string>("--out")
        {
            Description = ToolText.Of("LearnOut"),
            HelpName = "FILE",
            Required = true,
        };
        var report = new Option<string?>("--report") { Description = ToolText.Of("LearnReport"), HelpName = "DIR" };
        var seed = new Option<int>("--seed")
        {
            Description = ToolText.Of("LearnSeed"),
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };
        seed.CustomParser = result =>
            int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
                ? value
                : result.Reject<int>(ToolText.Of("NotASeed", result.Tokens[0].Value));
        string[] sources = [.. Enum.GetNames<LearningSource>().Select(name => name.ToLowerInvariant())];
        var source = new Option<LearningSource>("--source")
        {
            Description = ToolText.Of("LearnSource"),
            HelpName = string.Join('|', sources),
            DefaultValueFactory = _ => LearningSource.Auto,
        };
        source.CustomParser = result =>
            Array.IndexOf(sources, result.Tokens[0].Value.ToLowerInvariant()) is >= 0 and var index
                ? Enum.GetValues<LearningSource>()[index]
                : result.Reject<LearningSource>(ToolText.Of("NotASource", result.Tokens[0].Value, string.Join('|', sources)));

        var command = new Command("learn", ToolText.Of("Learn")) { target, seed, source, report };
        community.AddTo(command, takesModel: false);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                string path = parsed.GetRequiredValue(target);
                string? folder = parsed.GetValue(report);

                // Whether both can be written is found out before minutes of work, not after.
                OutputFile.Check(path);
                if (folder is not null)
                    LearningReportFiles.Prepare(folder);

                Matchmaker matchmaker = await community.OpenAsync(parsed, error, cancellationToken).ConfigureAwait(false);
                var options = new LearningOptions { Seed = parsed.GetValue(seed), Source = parsed.GetValue(source) };
                LearningReport learned = await Progress
                    .ShowShareAsync(error, ToolText.Of("Learning"), progress =>
                        Task.Run(
                            () => matchmaker.Learn(options, progress is null ? null : new ShareOnly(progress), cancellationToken),
                            cancellationToken
                        )
                    )
                    .ConfigureAwait(false);

                if (learned.IsUsed)
                    matchmaker.SaveModel(path);
                output.Writer.Write(PrintableText.Of(learned.ToString(), lines: true));
                if (folder is not null)
                    LearningReportFiles.Write(learned, folder, output.Writer);
                return Program.Success;
            }
        );
        return command;
    }

    private sealed class ShareOnly(IProgress<double> progress) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => progress.Report(value.Share);
    }
}
