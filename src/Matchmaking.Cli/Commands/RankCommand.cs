using System.CommandLine;
using Matchmaking.Cli.Input;
using Matchmaking.Cli.Output;

namespace Matchmaking.Cli.Commands;

/// <summary><c>matchmaking rank FOLDER --queries queries.csv --out ranked.csv [--count 10] [--kind …] [--exclude pairs.csv]</c></summary>
internal static class RankCommand
{
    public static Command Create(Terminal error)
    {
        var community = new CommunityArguments();
        var queries = new Option<string>("--queries")
        {
            Description = ToolText.Of("QueriesFile"),
            HelpName = "FILE",
            Required = true,
        };
        var target = new Option<string>("--out")
        {
            Description = ToolText.Of("RankOut"),
            HelpName = "FILE",
            Required = true,
        };
        var exclude = new Option<string?>("--exclude") { Description = ToolText.Of("RankExclude"), HelpName = "FILE" };
        Option<IntroductionKind> kind = CommonOptions.Kind();
        Option<int> count = CommonOptions.Count();

        var command = new Command("rank", ToolText.Of("Rank")) { queries, target, count, kind, exclude };
        community.AddTo(command);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var file = new OutputFile(parsed.GetRequiredValue(target));
                Matchmaker matchmaker = await community.OpenAsync(parsed, error, cancellationToken).ConfigureAwait(false);
                List<string[]> rows = community.ReadRows(parsed, error, parsed.GetRequiredValue(queries), matchmaker.Community, "member");
                ExcludedPairs excluded = parsed.GetValue(exclude) is { } path
                    ? ExcludedPairs.Of(community.ReadRows(parsed, error, path, matchmaker.Community, "from", "to"))
                    : ExcludedPairs.None;
                var options = new SuggestOptions { Kind = parsed.GetValue(kind), Count = parsed.GetValue(count) };

                // Every query has its own place, so that the order of the answers is that of the queries, however many cores take part.
                var ranked = new IReadOnlyList<RankedMember>[rows.Count];
                Progress.Show(error, ToolText.Of("Ranking"), rows.Count, done =>
                    Parallel.For(0, rows.Count, new ParallelOptions { CancellationToken = cancellationToken }, i =>
                    {
                        ranked[i] = matchmaker.Rank(rows[i][0], options with { Exclude = excluded.Of(rows[i][0]) });
                        done();
                    })
                );

                using (var table = new CsvTableWriter(file.Writer, "member", "rank", "candidate", "score"))
                {
                    for (int i = 0; i < ranked.Length; i++)
                    {
                        for (int rank = 0; rank < ranked[i].Count; rank++)
                            table.Field(rows[i][0]).Field(rank + 1).Field(ranked[i][rank].MemberId).Field(ranked[i][rank].Score).EndRow();
                    }
                }

                file.Commit();
                return Program.Success;
            }
        );
        return command;
    }
}
