using System.Diagnostics;

namespace Matchmaking.Cli.Tests;

/// <summary>The tool as the operating system sees it.</summary>
public sealed class ProcessTests
{
    [Theory]
    [InlineData(0, "--help")]
    [InlineData(2, "introduce")]
    [InlineData(2, "suggest /nowhere/at/all --member amelie")]
    public async Task The_exit_code_reaches_the_shell(int expected, string arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (string argument in arguments.Split(' '))
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, process.ExitCode);
        string[] errorLines = (await error).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected == 0 ? 0 : 1, errorLines.Length);
        Assert.Equal(expected == 0, output.Length > 0);
    }
}
