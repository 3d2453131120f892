using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Matchmaking.Cli;

/// <summary>Options that several verbs take, with the same names, defaults and complaints.</summary>
internal static class CommonOptions
{
    public static Option<string> Member() =>
        new("--member")
        {
            Description = ToolText.Of("Member"),
            HelpName = "ID",
            Required = true,
        };

    public static Option<bool> Json() => new("--json") { Description = ToolText.Of("Json") };

    public static Option<int> Count(int usual = 10)
    {
        var option = new Option<int>("--count")
        {
            Description = ToolText.Of("Count"),
            HelpName = "N",
            DefaultValueFactory = _ => usual,
        };
        option.CustomParser = result =>
            int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count is >= 1 and <= 1_000_000
                ? count
                : result.Reject<int>(ToolText.Of("NotACount", result.Tokens[0].Value));
        return option;
    }

    public static Option<IntroductionKind> Kind()
    {
        string[] kinds = [.. Enum.GetNames<IntroductionKind>().Select(name => name.ToLowerInvariant())];
        string choice = string.Join('|', kinds);
        var option = new Option<IntroductionKind>("--kind")
        {
            Description = ToolText.Of("Kind"),
            HelpName = choice,
            DefaultValueFactory = _ => IntroductionKind.Any,
        };
        // By name alone: the enumeration's numbers are no part of the command line.
        option.CustomParser = result =>
            Array.IndexOf(kinds, result.Tokens[0].Value.ToLowerInvariant()) is >= 0 and var index
                ? Enum.GetValues<IntroductionKind>()[index]
                : result.Reject<IntroductionKind>(ToolText.Of("NotAKind", result.Tokens[0].Value, choice));
        option.CompletionSources.Add(kinds);
        return option;
    }

    public static Option<bool> IncludeMentored() => new("--include-mentored") { Description = ToolText.Of("IncludeMentored") };

    public static Option<CultureInfo> Culture()
    {
        var option = new Option<CultureInfo>("--culture")
        {
            Description = ToolText.Of("Culture"),
            HelpName = "TAG",
            DefaultValueFactory = _ => CultureInfo.GetCultureInfo(ToolText.Language),
        };
        option.CustomParser = result =>
        {
            string tag = result.Tokens[0].Value;
            try
            {
                return tag.Length > 0
                    ? CultureInfo.GetCultureInfo(tag, predefinedOnly: true)
                    : result.Reject<CultureInfo>(ToolText.Of("CultureEmpty"));
            }
            catch (CultureNotFoundException)
            {
                return result.Reject<CultureInfo>(ToolText.Of("NotACulture", tag));
            }
        };
        return option;
    }

    /// <summary>Adds an error to a value that is being parsed, and returns nothing in its place.</summary>
    public static T? Reject<T>(this ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
