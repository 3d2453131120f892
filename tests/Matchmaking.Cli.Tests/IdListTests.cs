using Matchmaking.Cli.Input;

namespace Matchmaking.Cli.Tests;

public sealed class IdListTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a,b", "a|b")]
    [InlineData(" a , b,", "a|b")]
    [InlineData("a,\"c, d\"", "a|c, d")]
    [InlineData("\"say \"\"hi\"\"\"", "say \"hi\"")]
    [InlineData("é-1", "é-1")]
    [InlineData(",", "")]
    [InlineData("", "")]
    public void Ids_are_a_row_of_CSV(string text, string expected) => Assert.Equal(expected, string.Join('|', IdList.Parse(text)!));

    [Theory]
    [InlineData("a,\"b")]
    [InlineData("a\"b,c")]
    [InlineData("a\nb")]
    public void What_is_no_row_of_CSV_has_no_ids(string text) => Assert.Null(IdList.Parse(text));

    [Fact]
    public async Task An_id_with_a_comma_can_be_told_to_every_option_that_takes_several()
    {
        string community = _folder.Write(
            "members.jsonl",
            string.Concat(((string[])["a", "c, d", "e", "f"]).Select(id => $$"""{"id":"{{id}}","interests":["chess"]}""" + "\n"))
        );

        Assert.Contains(
            "\"c, d\"",
            (await Tool.RunAsync("group", community, "--members", "a,\"c, d\"", "--json")).AssertSucceeded(),
            StringComparison.Ordinal
        );
        (await Tool.RunAsync("round", community, "--locked", "a,\"c, d\"")).AssertSucceeded();
        (await Tool.RunAsync("round", community, "--size", "3", "--together", "a,\"c, d\"", "--apart", "\"c, d\",e")).AssertSucceeded();
        Assert.Contains(
            "quotation mark",
            (await Tool.RunAsync("group", community, "--members", "a,\"c")).AssertFailed(),
            StringComparison.Ordinal
        );
        Assert.Contains("two ids", (await Tool.RunAsync("round", community, "--locked", "a,\"c")).AssertFailed(), StringComparison.Ordinal);
    }
}
