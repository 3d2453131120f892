using System.CommandLine;
using System.Globalization;
using Matchmaking.Cli.Json;
using Matchmaking.Cli.Output;

namespace Matchmaking.Cli.Commands;

/// <summary><c>matchmaking ask FOLDER --member ID --question TEXT [--count 5] [--culture fr] [--json]</c></summary>
internal static class AskCommand
{
    private const int Usual = 5;

    public static Command Create(Terminal output, Terminal error)
    {
        var community = new CommunityArguments();
        Option<string> member = CommonOptions.Member();
        var question = new Option<string>("--question")
        {
            Description = ToolText.Of("Question"),
            HelpName = "TEXT",
            Required = true,
        };
        Option<int> count = CommonOptions.Count(Usual);
        Option<CultureInfo> culture = CommonOptions.Culture();
        Option<bool> json = CommonOptions.Json();

        var command = new Command("ask", ToolText.Of("Ask")) { member, question, count, culture, json };
        community.AddTo(command);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                Matchmaker matchmaker = await community.OpenAsync(parsed, error, cancellationToken).ConfigureAwait(false);
                string id = parsed.GetRequiredValue(member);
                IReadOnlyList<Introduction> introductions = matchmaker.Ask(
                    id,
                    parsed.GetRequiredValue(question),
                    new SuggestOptions
                    {
                        Count = parsed.GetValue(count),
                        IncludeConnected = true,
                        Culture = parsed.GetValue(culture),
                    }
                );

                if (parsed.GetValue(json))
                    AnswerJson.Write(output.Writer, SuggestAnswer.Of(id, IntroductionKind.Any, introductions));
                else
                    AnswerTable.Write(output, introductions);
                return Program.Success;
            }
        );
        return command;
    }
}
