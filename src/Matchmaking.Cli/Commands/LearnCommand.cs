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
            Description = "The model to write. Nothing is written where nothing beats the rules.",
            HelpName = "FILE",
            Required = true,
        };
        var report = new Option<string?>("--report")
        {
            Description = "A folder for the report as report.txt, report.json, reliability.png and importance.png.",
            HelpName = "DIR",
        };
        var seed = new Option<int>("--seed")
        {
            Description = "The seed of whatever is drawn at random.",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };
        seed.CustomParser = result =>
            int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
                ? value
                : result.Reject<int>($"--seed: '{result.Tokens[0].Value}' is not a whole number");
        string[] sources = [.. Enum.GetNames<LearningSource>().Select(name => name.ToLowerInvariant())];
        var source = new Option<LearningSource>("--source")
        {
            Description = "What to learn from.",
            HelpName = string.Join('|', sources),
            DefaultValueFactory = _ => LearningSource.Auto,
        };
        source.CustomParser = result =>
            Array.IndexOf(sources, result.Tokens[0].Value.ToLowerInvariant()) is >= 0 and var index
                ? Enum.GetValues<LearningSource>()[index]
                : result.Reject<LearningSource>($"--source: '{result.Tokens[0].Value}' is none of {string.Join('|', sources)}");

        var command = new Command(
            "learn",
            "Learns from what became of introductions, and writes a model that the other verbs use by --model."
        )
        {
            target,
            seed,
            source,
            report,
        };
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
                    .ShowShareAsync(error, "Learning", progress =>
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
