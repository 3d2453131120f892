using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Matchmaking.Cli.Input;

namespace Matchmaking.Cli;

/// <summary>The options of <c>round</c> that say of whom its groups are made, and which pairs are settled.</summary>
internal sealed class GroupArguments
{
    private readonly Option<GroupQuota[]> _quotas = new("--quota")
    {
        Description = ToolText.Of("Quota"),
        HelpName = "NAME[=VALUE]:FROM..TO",
        CustomParser = result => [.. result.Tokens.Select(token => ParseQuota(result, token.Value)).OfType<GroupQuota>()],
    };

    private readonly Option<GroupQuota[]> _nobodyAlone = new("--nobody-alone")
    {
        Description = ToolText.Of("NobodyAlone"),
        HelpName = "NAME[=VALUE]",
        CustomParser = result => [.. result.Tokens.Select(token => ParseAlone(result, token.Value)).OfType<GroupQuota>()],
    };

    private readonly Option<double> _commonHours = new("--common-hours")
    {
        Description = ToolText.Of("CommonHours"),
        HelpName = "HOURS",
        CustomParser = result =>
            double.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double hours)
            && hours <= 168
                ? hours
                : result.Reject<double>(ToolText.Of("NotHours", result.Tokens[0].Value)),
    };

    private readonly Option<bool> _anyLanguage = new("--any-language") { Description = ToolText.Of("AnyLanguage") };
    private readonly Option<string[]> _balanced = new("--balanced") { Description = ToolText.Of("Balanced"), HelpName = "NAME" };
    private readonly Option<string[]> _diverse = new("--diverse") { Description = ToolText.Of("Diverse"), HelpName = "NAME" };
    private readonly Option<string[]> _together = Ids("--together", ToolText.Of("Together"), 2, 12);
    private readonly Option<string[]> _apart = Ids("--apart", ToolText.Of("Apart"), 2, int.MaxValue);
    private readonly Option<string[]> _locked = Ids("--locked", ToolText.Of("Locked"), 2, 2);

    public void AddTo(Command command, Func<CommandResult, bool> plansGroups)
    {
        Option[] ofGroups = [_quotas, _nobodyAlone, _commonHours, _anyLanguage, _balanced, _diverse, _together, _apart];
        foreach (Option option in (Option[])[.. ofGroups, _locked])
            command.Add(option);
        command.Validators.Add(result =>
        {
            foreach (Option option in ofGroups)
            {
                if (result.GetResult(option) is { Implicit: false } && !plansGroups(result))
                    result.AddError(ToolText.Of("GroupOptionAlone", option.Name));
            }

            if (result.GetResult(_locked) is { Implicit: false } && plansGroups(result))
                result.AddError(ToolText.Of("LockedAlone"));
        });
    }

    /// <summary>With what was told of groups and settled pairs: an id that no member has is a fault.</summary>
    public RoundOptions Read(ParseResult parsed, RoundOptions options, Community community) =>
        options with
        {
            Groups = new GroupRoundOptions
            {
                Quotas = [.. parsed.GetValue(_quotas) ?? [], .. parsed.GetValue(_nobodyAlone) ?? []],
                CommonHours = parsed.GetValue(_commonHours),
                SharedLanguage = !parsed.GetValue(_anyLanguage),
                Balanced = parsed.GetValue(_balanced) ?? [],
                Diverse = parsed.GetValue(_diverse) ?? [],
                Together = Sets(parsed, _together, community),
                Apart = Sets(parsed, _apart, community),
            },
            Locked = [.. Sets(parsed, _locked, community).Select(ids => new LockedPair { FromId = ids[0], ToId = ids[1] })],
        };

    private static string[][] Sets(ParseResult parsed, Option<string[]> option, Community community)
    {
        string[][] sets = [.. (parsed.GetValue(option) ?? []).Select(ids => IdList.Parse(ids) ?? [])];
        string? unknown = sets.SelectMany(ids => ids).FirstOrDefault(id => !community.Contains(id));
        return unknown is null ? sets : throw new InputException(ToolText.Of("NobodyHasId", option.Name, unknown));
    }

    private static GroupQuota? ParseQuota(ArgumentResult result, string text)
    {
        int colon = text.LastIndexOf(':'),
            equals = text.IndexOf('=', StringComparison.Ordinal);
        string[] limits = colon < 0 ? [] : text[(colon + 1)..].Split("..");
        string named = colon < 0 ? "" : text[..colon];
        (string name, string? value) = equals >= 0 && equals < colon ? (named[..equals], named[(equals + 1)..]) : (named, null);
        if (
            name.Length > 0
            && value is not ""
            && !name.Any(char.IsControl)
            && limits.Length == 2
            && Limit(limits[0], 0) is { } least
            && Limit(limits[1], 13) is { } most
            && least <= most
            && limits.Any(limit => limit.Length > 0)
        )
        {
            return new GroupQuota(name, value) { AtLeast = least, AtMost = most };
        }

        return result.Reject<GroupQuota>(ToolText.Of("NotAQuota", text));
    }

    private static GroupQuota? ParseAlone(ArgumentResult result, string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        (string name, string? value) = equals < 0 ? (text, null) : (text[..equals], text[(equals + 1)..]);
        return name.Length > 0 && value is not "" && !text.Any(char.IsControl)
            ? new GroupQuota(name, value) { NobodyAlone = true }
            : result.Reject<GroupQuota>(ToolText.Of("NotAlone", text));
    }

    private static int? Limit(string text, int unless) =>
        text.Length == 0 ? unless
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= 13 ? number
        : null;

    private static Option<string[]> Ids(string name, string description, int least, int most)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = "ID,ID" };
        option.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens)
            {
                // What quotation marks break has no ids.
                string[] ids = IdList.Parse(token.Value) ?? [];
                if (ids.Length < least || ids.Length > most || ids.Distinct(StringComparer.Ordinal).Count() < ids.Length)
                    result.AddError(ToolText.Of(most == 2 ? "NotTwoIds" : "NotIds", name, token.Value));
            }
        });
        return option;
    }
}
