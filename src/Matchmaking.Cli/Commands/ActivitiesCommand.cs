using System.CommandLine;
using System.Globalization;
using Matchmaking.Cli.Json;
using Matchmaking.Cli.Output;

namespace Matchmaking.Cli.Commands;

/// <summary><c>matchmaking activities FOLDER --member ID [--count 10] [--culture fr] [--json]</c></summary>
internal static class ActivitiesCommand
{
    public static Command Create(Terminal output, Terminal error)
    {
        var community = new CommunityArguments();
        Option<string> member = CommonOptions.Member();
        Option<int> count = CommonOptions.Count();
        Option<CultureInfo> culture = CommonOptions.Culture();
        Option<bool> json = CommonOptions.Json();

        var command = new Command("activities", ToolText.Of("Activities")) { member, count, culture, json };
        community.AddTo(command);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                Matchmaker matchmaker = await community.OpenAsync(parsed, error, cancellationToken).ConfigureAwait(false);
                string id = parsed.GetRequiredValue(member);
                IReadOnlyList<ActivitySuggestion> suggestions = matchmaker.SuggestActivities(
                    id,
                    new ActivityOptions { Count = parsed.GetValue(count), Culture = parsed.GetValue(culture) }
                );

                if (parsed.GetValue(json))
                    AnswerJson.Write(output.Writer, ActivitiesAnswer.Of(id, suggestions));
                else
                    AnswerTable.Write(output, suggestions);
                return Program.Success;
            }
        );
        return command;
    }
}
