using System.CommandLine;
using System.Globalization;
using Matchmaking.Cli.Json;
using Matchmaking.Cli.Output;

namespace Matchmaking.Cli.Commands;

/// <summary><c>matchmaking suggest FOLDER --member ID [--kind …] [--count 10] [--culture fr] [--json]</c></summary>
internal static class SuggestCommand
{
    public static Command Create(Terminal output, Terminal error)
    {
        var community = new CommunityArguments();
        Option<string> member = CommonOptions.Member();
        Option<IntroductionKind> kind = CommonOptions.Kind();
        Option<int> count = CommonOptions.Count();
        Option<bool> mentored = CommonOptions.IncludeMentored();
        Option<CultureInfo> culture = CommonOptions.Culture();
        Option<bool> json = CommonOptions.Json();

        var command = new Command("suggest", ToolText.Of("Suggest")) { member, kind, count, mentored, culture, json };
        community.AddTo(command);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                Matchmaker matchmaker = await community.OpenAsync(parsed, error, cancellationToken).ConfigureAwait(false);
                string id = parsed.GetRequiredValue(member);
                IntroductionKind asked = parsed.GetValue(kind);
                IReadOnlyList<Introduction> introductions = matchmaker.Suggest(
                    id,
                    new SuggestOptions
                    {
                        Kind = asked,
                        Count = parsed.GetValue(count),
                        IncludeMentored = parsed.GetValue(mentored),
                        Culture = parsed.GetValue(culture),
                    }
                );

                if (parsed.GetValue(json))
                    AnswerJson.Write(output.Writer, SuggestAnswer.Of(id, asked, introductions));
                else
                    AnswerTable.Write(output, introductions);
                return Program.Success;
            }
        );
        return command;
    }
}
