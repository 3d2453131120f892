using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using Matchmaking.Cli.Commands;
using Matchmaking.Cli.Output;

namespace Matchmaking.Cli;

/// <summary>The tool's entry: verbs are in <c>Commands</c>; here is what all of them share, above all how failures end.</summary>
internal static class Program
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
        ParseResult parsed = CreateRoot(output, error).Parse(args);
        if (parsed.Action is ParseErrorAction)
            return Fail(error, $"{UsageError(parsed)} (try: matchmaking {VerbOf(parsed)}--help)");

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
            return Fail(error, exception.Message);
        }
        catch (Exception exception)
        {
            // A fault of ours: still one line, but with the type, which is what a report of it needs.
            return Fail(error, $"unexpected {exception.GetType().Name}: {exception.Message}");
        }
    }

    private static RootCommand CreateRoot(Terminal output, Terminal error) =>
        new("Tells a community whom to introduce to whom, and why.")
        {
            SuggestCommand.Create(output, error),
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
        parsed.UnmatchedTokens.Count > 0 ? $"unknown command or option '{parsed.UnmatchedTokens[0]}'" : parsed.Errors[0].Message;

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
