using Matchmaking.Cli.Output;

namespace Matchmaking.Cli.Tests;

/// <summary>The tool run within the test's process, as a script would run it: neither stream is a terminal.</summary>
internal static class Tool
{
    public static async Task<ToolResult> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int exitCode = await Program.RunAsync(
            args,
            new Terminal(output, redirected: true),
            new Terminal(error, redirected: true),
            TestContext.Current.CancellationToken
        );
        return new ToolResult(exitCode, output.ToString(), error.ToString());
    }
}

internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    /// <summary>Exit code 2, one line on standard error and nothing on standard output; returns the line.</summary>
    public string AssertFailed()
    {
        Assert.Equal(2, ExitCode);
        Assert.Empty(Output);
        string line = Assert.Single(Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("matchmaking: ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected", line, StringComparison.Ordinal);
        return line;
    }

    public string AssertSucceeded()
    {
        Assert.Equal((0, ""), (ExitCode, Error));
        return Output;
    }
}
