using System.Text.Json;

namespace Matchmaking.Cli.Tests;

/// <summary>What members write reaches the terminal as what it is, and not as what a terminal would make of it.</summary>
public sealed class PrintableTextTests : IDisposable
{
    // Turns the direction of writing; has no width; a soft hyphen; a tag; in the bio, an escape sequence.
    private const string Name = "Eve\u202Ekcatta\u200B\u2066\uFEFF\u00AD\U000E0041";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a\u202Eb", "a\\u202Eb")]
    [InlineData("a\u200Bb\u200Fc", "a\\u200Bb\\u200Fc")]
    [InlineData("\u001B[31m", "\\u001B[31m")]
    [InlineData("\U000E0041", "\\U000E0041")]
    [InlineData("a\nb", "a\\u000Ab")]
    [InlineData("Amélie 日本 😀", "Amélie 日本 😀")]
    public void What_cannot_be_seen_is_written_as_its_number(string text, string expected) =>
        Assert.Equal(expected, PrintableText.Of(text));

    [Fact]
    public void Line_ends_may_stay() => Assert.Equal("a\nb\\u000D", PrintableText.Of("a\nb\r", lines: true));

    [Theory]
    [InlineData("suggest", "--member", "bob")]
    [InlineData("explain", "--from", "bob", "--to", "eve")]
    [InlineData("group", "--members", "bob")]
    [InlineData("round")]
    [InlineData("activities", "--member", "bob")]
    public async Task A_name_that_would_steer_the_terminal_does_not(string verb, params string[] arguments)
    {
        string json = JsonSerializer.Serialize(Name);
        string community = Path.GetDirectoryName(
            _folder.Write(
                "members.jsonl",
                $$"""
                {"id":"eve","name":{{json}},"interests":["chess"]}
                {"id":"bob","interests":["chess",{{json}}]}
                {"id":"ann","interests":["chess",{{json}}]}
                """
            )
        )!;
        _folder.Write("activities.csv", $"id,name\nx,{Name}\n");
        _folder.Write("participations.csv", "member,activity\neve,x\nann,x\n");

        string text = (await Tool.RunAsync([verb, community, .. arguments])).AssertSucceeded();
        Assert.DoesNotContain(text, c => char.IsControl(c) && c is not ('\n' or '\r'));
        Assert.DoesNotContain(text.EnumerateRunes(), rune =>
            System.Text.Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format
        );
        Assert.Contains("Eve\\u202Ekcatta\\u200B\\u2066\\uFEFF\\u00AD\\U000E0041", text, StringComparison.Ordinal);
    }
}
