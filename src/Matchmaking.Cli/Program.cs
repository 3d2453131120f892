using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;
using System.Text.RegularExpressions;
using Matchmaking.Cli.Commands;
using Matchmaking.Cli.Output;

namespace Matchmaking.Cli;

/// <summary>The tool's entry: verbs are in <c>Commands</c>; here is what all of them share, above all how failures end.</summary>
internal static partial class Program
{
    public const int Success = 0;
    public const int Failure = 2;
    public const int Worse = 3;
    public const int Interrupted = 130;

    public static async Task<int> Main(string[] args)
    {
        // Names carry accents; the code page of an older Windows console does not.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return await RunAsync(
                args,
                new Terminal(Console.Out, Console.IsOutputRedirected),
                new Terminal(Console.Error, Console.IsErrorRedirected)
            )
            .ConfigureAwait(false);
    }

    public static async Task<int> RunAsync(
        IReadOnlyList<string> args,
        Terminal output,
        Terminal error,
        CancellationToken cancellationToken = default
    )
    {
        ToolText.Use(args);
        ParseResult parsed = CreateRoot(output, error).Parse(args);
        if (parsed.Action is ParseErrorAction)
            return Fail(error, ToolText.Of("Try", UsageError(parsed), VerbOf(parsed)));
        if (parsed.Action is HelpAction)
            return ShowHelp(parsed, output);
        if (ToolText.Unknown(args) is { } tag)
            error.Writer.WriteLine(OneLine.Of(ToolText.Of("NoPhrases", tag)));

        var configuration = new InvocationConfiguration
        {
            Output = output.Writer,
            Error = error.Writer,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
        catch (Exception exception) when (IsUsersToMend(exception))
        {
            return Fail(error, exception is MemberNotFoundException ? NobodyKnown(exception.Message) : exception.Message);
        }
        catch (Exception exception)
        {
            // A fault of ours: still one line, but with the type, which is what a report of it needs.
            return Fail(error, ToolText.Of("Unexpected", exception.GetType().Name, exception.Message));
        }
    }

    /// <summary>What the library of the command line says of itself it says in a few languages, and not all of it.</summary>
    private static int ShowHelp(ParseResult parsed, Terminal output)
    {
        using var help = new StringWriter();
        int code = parsed.Invoke(new InvocationConfiguration { Output = help });
        output.Writer.Write(
            DefaultValue()
                .Replace(help.ToString(), match => ToolText.Of("HelpDefault", match.Groups["value"].Value))
                .Replace("Description:", ToolText.Of("HelpDescription"), StringComparison.Ordinal)
                .Replace("(REQUIRED)", ToolText.Of("HelpRequired"), StringComparison.Ordinal)
        );
        return code;
    }

    private static RootCommand CreateRoot(Terminal output, Terminal error)
    {
        RootCommand root = Verbs(output, error);
        foreach (Option option in root.Options)
        {
            if (option is HelpOption)
                option.Description = ToolText.Of("Help");
            else if (option is VersionOption)
                option.Description = ToolText.Of("Version");
        }

        return root;
    }

    private static RootCommand Verbs(Terminal output, Terminal error) =>
        new(ToolText.Of("Root"))
        {
            SuggestCommand.Create(output, error),
            AskCommand.Create(output, error),
            ExplainCommand.Create(output, error),
            ScoreCommand.Create(error),
            RankCommand.Create(error),
            ActivitiesCommand.Create(output, error),
            GroupCommand.Create(output, error),
            RoundCommand.Create(output, error),
            LearnCommand.Create(output, error),
            TranslationsCommand.Create(output, error),
            EvaluateCommand.Create(output, error),
        };

    /// <summary>A mistyped word explains the rest of the complaints, so it comes first.</summary>
    private static string UsageError(ParseResult parsed) =>
        parsed.UnmatchedTokens.Count > 0 ? ToolText.Of("Unknown", parsed.UnmatchedTokens[0])
        : Required().Match(parsed.Errors[0].Message) is { Success: true } required
            ? ToolText.Of(required.Value[0] == 'O' ? "RequiredOption" : "RequiredArgument", required.Groups["name"].Value)
        : parsed.Errors[0].Message;

    private static string NobodyKnown(string message) =>
        QuotedId().Match(message) is { Success: true } id ? ToolText.Of("NobodyKnown", id.Groups["id"].Value) : message;

    [GeneratedRegex("id '(?<id>.*)'", RegexOptions.Singleline)]
    private static partial Regex QuotedId();

    [GeneratedRegex(@"\[default: (?<value>[^\]]*)\]")]
    private static partial Regex DefaultValue();

    [GeneratedRegex("^(?:Option|Required argument missing for (?:command|option):) '(?<name>[^']+)'(?: is required)?")]
    private static partial Regex Required();

    private static bool IsUsersToMend(Exception exception) =>
        exception
            is InputException
                or CommunityFormatException
                or ModelFormatException
                or MemberNotFoundException
                or IOException
                or UnauthorizedAccessException;

    private static string VerbOf(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";

    private static int Fail(Terminal error, string message)
    {
        error.Writer.WriteLine($"matchmaking: {OneLine.Of(message)}");
        return Failure;
    }
}
