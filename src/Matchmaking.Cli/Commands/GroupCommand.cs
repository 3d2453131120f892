using System.CommandLine;
using System.Globalization;
using Matchmaking.Cli.Input;
using Matchmaking.Cli.Json;
using Matchmaking.Cli.Output;

namespace Matchmaking.Cli.Commands;

/// <summary><c>matchmaking group FOLDER --members A,B,C [--count 10] [--culture fr] [--json]</c></summary>
internal static class GroupCommand
{
    public static Command Create(Terminal output, Terminal error)
    {
        var community = new CommunityArguments();
        var members = new Option<string[]>("--members")
        {
            Description = ToolText.Of("Members"),
            HelpName = "A,B,C",
            Required = true,
            CustomParser = result =>
            {
                string[]?[] lists = [.. result.Tokens.Select(token => IdList.Parse(token.Value))];
                if (Array.IndexOf(lists, null) is >= 0 and var broken)
                    return result.Reject<string[]>(ToolText.Of("MembersQuotes", result.Tokens[broken].Value));
                string[] ids = [.. lists.SelectMany(list => list!)];
                return ids.Length > 0 ? ids : result.Reject<string[]>(ToolText.Of("MembersNobody"));
            },
        };
        Option<int> count = CommonOptions.Count();
        Option<CultureInfo> culture = CommonOptions.Culture();
        Option<bool> json = CommonOptions.Json();

        var command = new Command("group", ToolText.Of("Group")) { members, count, culture, json };
        community.AddTo(command);
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                Matchmaker matchmaker = await community.OpenAsync(parsed, error, cancellationToken).ConfigureAwait(false);
                string[] ids = parsed.GetRequiredValue(members);
                IReadOnlyList<GroupSuggestion> suggestions = matchmaker.SuggestForGroup(
                    ids,
                    new GroupOptions { Count = parsed.GetValue(count), Culture = parsed.GetValue(culture) }
                );

                if (parsed.GetValue(json))
                    AnswerJson.Write(output.Writer, GroupAnswer.Of(ids, suggestions));
                else
                    AnswerTable.Write(output, suggestions);
                return Program.Success;
            }
        );
        return command;
    }
}
