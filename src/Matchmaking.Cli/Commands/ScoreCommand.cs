using System.CommandLine;
using Matchmaking.Cli.Output;

namespace Matchmaking.Cli.Commands;

/// <summary><c>matchmaking score FOLDER --pairs pairs.csv --out scores.csv [--kind …]</c></summary>
internal static class ScoreCommand
{
    public static Command Create(Terminal error)
    {
        var community = new CommunityArguments();
        var pairs = new Option<string>("--pairs")
        {
            Description = ToolText.Of("PairsFile"),
            HelpName = "FILE",
            Required = true,
        };
        var target = new Option<string>("--out")
        {
            Description = ToolText.Of("ScoreOut"),
            HelpName = "FILE",
            Required = true,
        };
        Option<IntroductionKind> kind = CommonOptions.Kind();

        var command = new Command("score", ToolText.Of("Score")) { pairs, target, kind };
        community.AddTo(command);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var file = new OutputFile(parsed.GetRequiredValue(target));
                Matchmaker matchmaker = await community.OpenAsync(parsed, error, cancellationToken).ConfigureAwait(false);
                List<string[]> rows = community.ReadRows(parsed, error, parsed.GetRequiredValue(pairs), matchmaker.Community, "from", "to");
                IntroductionKind asked = parsed.GetValue(kind);

                var scores = new PairScore[rows.Count];
                Progress.Show(error, ToolText.Of("Scoring"), rows.Count, done =>
                    Parallel.For(0, rows.Count, new ParallelOptions { CancellationToken = cancellationToken }, i =>
                    {
                        scores[i] = matchmaker.Score(rows[i][0], rows[i][1], asked);
                        done();
                    })
                );

                using (var table = new CsvTableWriter(file.Writer, "from", "to", "forward", "backward", "score"))
                {
                    for (int i = 0; i < scores.Length; i++)
                        table
                            .Field(rows[i][0])
                            .Field(rows[i][1])
                            .Field(scores[i].Forward)
                            .Field(scores[i].Backward)
                            .Field(scores[i].Score)
                            .EndRow();
                }

                file.Commit();
                return Program.Success;
            }
        );
        return command;
    }
}
