using System.CommandLine;
using System.Globalization;
using Matchmaking.Cli.Json;
using Matchmaking.Cli.Output;

namespace Matchmaking.Cli.Commands;

/// <summary><c>matchmaking explain FOLDER --from A --to B [--kind …] [--culture fr] [--json]</c></summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal output, Terminal error)
    {
        var community = new CommunityArguments();
        var from = new Option<string>("--from")
        {
            Description = ToolText.Of("From"),
            HelpName = "ID",
            Required = true,
        };
        var to = new Option<string>("--to")
        {
            Description = ToolText.Of("To"),
            HelpName = "ID",
            Required = true,
        };
        Option<IntroductionKind> kind = CommonOptions.Kind();
        Option<CultureInfo> culture = CommonOptions.Culture();
        Option<bool> json = CommonOptions.Json();

        var command = new Command("explain", ToolText.Of("Explain")) { from, to, kind, culture, json };
        community.AddTo(command);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                Matchmaker matchmaker = await community.OpenAsync(parsed, error, cancellationToken).ConfigureAwait(false);
                Explanation explanation = matchmaker.Explain(
                    parsed.GetRequiredValue(from),
                    parsed.GetRequiredValue(to),
                    new SuggestOptions { Kind = parsed.GetValue(kind), Culture = parsed.GetValue(culture) }
                );

                if (parsed.GetValue(json))
                    AnswerJson.Write(output.Writer, ExplainAnswer.Of(explanation));
                else
                    ExplanationView.Write(output, explanation);
                return Program.Success;
            }
        );
        return command;
    }
}
