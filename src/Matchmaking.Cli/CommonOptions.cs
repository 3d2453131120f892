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
            Description = "The member's id.",
            HelpName = "ID",
            Required = true,
        };

    public static Option<bool> Json() => new("--json") { Description = "Write JSON, as docs/cli.md describes it." };

    public static Option<int> Count()
    {
        var option = new Option<int>("--count")
        {
            Description = "How many at the most, 1..1000000.",
            HelpName = "N",
            DefaultValueFactory = _ => 10,
        };
        option.CustomParser = result =>
            int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count is >= 1 and <= 1_000_000
                ? count
                : result.Reject<int>($"--count: '{result.Tokens[0].Value}' is not a whole number in 1..1000000");
        return option;
    }

    public static Option<IntroductionKind> Kind()
    {
        string[] kinds = [.. Enum.GetNames<IntroductionKind>().Select(name => name.ToLowerInvariant())];
        string choice = string.Join('|', kinds);
        var option = new Option<IntroductionKind>("--kind")
        {
            Description = "What the introductions are for.",
            HelpName = choice,
            DefaultValueFactory = _ => IntroductionKind.Any,
        };
        // By name alone: the enumeration's numbers are no part of the command line.
        option.CustomParser = result =>
            Array.IndexOf(kinds, result.Tokens[0].Value.ToLowerInvariant()) is >= 0 and var index
                ? Enum.GetValues<IntroductionKind>()[index]
                : result.Reject<IntroductionKind>($"--kind: '{result.Tokens[0].Value}' is none of {choice}");
        option.CompletionSources.Add(kinds);
        return option;
    }

    public static Option<bool> IncludeMentored() =>
        new("--include-mentored") { Description = "With --kind mentor: mentees who have a mentor already may get another one." };

    public static Option<CultureInfo> Culture()
    {
        var option = new Option<CultureInfo>("--culture")
        {
            Description = "The language of the reasons: en or fr.",
            HelpName = "TAG",
            DefaultValueFactory = _ => CultureInfo.GetCultureInfo("en"),
        };
        option.CustomParser = result =>
        {
            string tag = result.Tokens[0].Value;
            try
            {
                return tag.Length > 0
                    ? CultureInfo.GetCultureInfo(tag, predefinedOnly: true)
                    : result.Reject<CultureInfo>("--culture: is empty");
            }
            catch (CultureNotFoundException)
            {
                return result.Reject<CultureInfo>($"--culture: '{tag}' is not a known language tag, such as en or fr");
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
