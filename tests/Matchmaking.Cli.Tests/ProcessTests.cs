using System.Diagnostics;

namespace Matchmaking.Cli.Tests;

/// <summary>The tool as the operating system sees it.</summary>
public sealed class ProcessTests
{
    [Theory]
    [InlineData("en", "You both speak French.")]
    [InlineData("fr", "le français.")]
    public async Task Without_culture_data_there_are_both_languages_all_the_same(string culture, string expected)
    {
        using var folder = new TestFolder();
        string community = folder.Write(
            "members.jsonl",
            "{\"id\":\"a\",\"languages\":[\"fr\"]}\n{\"id\":\"b\",\"languages\":[\"fr\",\"oc\"]}\n{\"id\":\"c\",\"languages\":[\"en\"]}\n"
        );
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
        };
        foreach (
            string argument in (string[])
                [typeof(Program).Assembly.Location, "suggest", community, "--member", "a", "--culture", culture, "--json"]
        )
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.Contains("\"to\": \"b\"", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"to\": \"c\"", output, StringComparison.Ordinal);
    }

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
