using Spectre.Console;

namespace Matchmaking.Cli.Output;

/// <summary>One of the tool's two streams, which a person reads or another program does.</summary>
internal sealed class Terminal(TextWriter writer, bool redirected)
{
    /// <summary>No file has so long a line that this would cut it, and tables take no more than they need.</summary>
    private const int NoLimit = 100_000;

    public TextWriter Writer { get; } = writer;

    public bool IsInteractive { get; } = !redirected;

    /// <summary>Spectre's view of the stream: colours and the window's width for a person; plain, whole text for a program.</summary>
    public IAnsiConsole Console { get; } = CreateConsole(writer, redirected);

    private static IAnsiConsole CreateConsole(TextWriter writer, bool redirected)
    {
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(writer),
                Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
                ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
                Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
            }
        );
        if (redirected)
            console.Profile.Width = NoLimit;
        return console;
    }
}
