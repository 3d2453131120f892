namespace Matchmaking.Cli.Tests;

public sealed class UsageTests
{
    [Theory]
    [InlineData("--help", "suggest")]
    [InlineData("suggest --help", "--member <ID>")]
    [InlineData("explain --help", "--from")]
    [InlineData("score --help", "--pairs")]
    [InlineData("rank --help", "--exclude")]
    [InlineData("activities --help", "--count")]
    [InlineData("group --help", "--members")]
    [InlineData("evaluate --help", "nashville-introductions")]
    [InlineData("round --help", "Default: fit.")]
    public async Task Help_names_the_options_and_ends_well(string arguments, string expected)
    {
        ToolResult result = await Tool.RunAsync(arguments.Split(' '));
        Assert.Contains(expected, result.AssertSucceeded(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_no_value_that_the_option_does_not_take() =>
        Assert.DoesNotContain("TotalFit", (await Tool.RunAsync("round", "--help")).AssertSucceeded(), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "Required command")]
    [InlineData("introduce", "'introduce'")]
    [InlineData("suggest folder", "--member")]
    [InlineData("suggest folder --member a --colour", "'--colour'")]
    [InlineData("suggest folder --member a --kind friend", "'friend' is none of any|peer|complementary|mentor|bridge|buddy")]
    [InlineData("suggest folder --member a --kind 2", "'2' is none of")]
    [InlineData("suggest folder --member a --count 0", "'0' is not a whole number")]
    [InlineData("suggest folder --member a --count many", "'many' is not a whole number")]
    [InlineData("suggest folder --member a --culture nowhere-at-all-ever", "--culture")]
    [InlineData("suggest folder --member a --at tomorrow", "'tomorrow' is not a time")]
    [InlineData("explain folder --from a", "--to")]
    [InlineData("score folder --pairs p.csv", "--out")]
    [InlineData("rank folder --out o.csv", "--queries")]
    [InlineData("group folder --members ,", "names nobody")]
    [InlineData("evaluate nashville", "'nashville' is none of nashville-introductions|")]
    [InlineData("evaluate", "TASK")]
    [InlineData("evaluate lazega-advice --all", "exclude each other")]
    [InlineData("evaluate lazega-advice --out folder", "--out belongs to --all")]
    public async Task A_wrong_command_line_is_one_line_on_standard_error_and_exit_code_2(string arguments, string expected)
    {
        ToolResult result = await Tool.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(expected, result.AssertFailed(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-01T00:00:00+00:00")]
    [InlineData("2026-03-01T18:30", "2026-03-01T18:30:00+00:00")]
    [InlineData("2026-03-01T18:30:05Z", "2026-03-01T18:30:05+00:00")]
    [InlineData("2026-03-01T18:30:05.25+02:00", "2026-03-01T18:30:05.25+02:00")]
    public void Times_are_ISO_8601_and_UTC_unless_they_tell_an_offset(string text, string expected)
    {
        Assert.True(Timestamp.TryParse(text, out DateTimeOffset time));
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), time);
    }

    [Theory]
    [InlineData("01/03/2026")]
    [InlineData("2026-02-30")]
    [InlineData("")]
    public void What_is_not_ISO_8601_is_no_time(string text) => Assert.False(Timestamp.TryParse(text, out _));
}
