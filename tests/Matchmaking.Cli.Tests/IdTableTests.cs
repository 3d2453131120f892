using System.Globalization;
using Matchmaking.Cli.Input;
using Matchmaking.Cli.Output;
using Matchmaking.Internal;

namespace Matchmaking.Cli.Tests;

public sealed class IdTableTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly Community _community = new([.. new[] { "amelie", "bob", "a, \"b\"" }.Select(id => new Member { Id = id })]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_come_in_order_whatever_the_order_of_the_columns_and_whatever_stands_beside_them()
    {
        string path = _folder.Write("pairs.csv", "note,to,from\nx,bob,amelie\n,\"a, \"\"b\"\"\",bob\n");
        Assert.Equal(
            [
                ["amelie", "bob"],
                ["bob", "a, \"b\""],
            ],
            IdTable.Read(path, _community, new RowFaults(lenient: false), "from", "to")
        );
    }

    [Fact]
    public void A_byte_order_mark_and_Windows_line_ends_are_read()
    {
        string path = _folder.Write("pairs.csv", "\uFEFFfrom,to\r\namelie,bob\r\n");
        Assert.Equal(
            [
                ["amelie", "bob"],
            ],
            IdTable.Read(path, _community, new RowFaults(lenient: false), "from", "to")
        );
    }

    [Theory]
    [InlineData("from,to\namelie,bob\namelie,carol\n", "pairs.csv, line 3: the community has no member with the id 'carol'")]
    [InlineData("from,to\namelie,\n", "pairs.csv, line 2: the column 'to' is empty")]
    [InlineData("from,two\namelie,bob\n", "pairs.csv, line 1: the column 'to' is missing")]
    [InlineData("from,to\namelie\n", "pairs.csv, line 2: ")]
    [InlineData("from,to\namelie,bob\n\"amelie,bob\n", "pairs.csv, line 3: ")]
    [InlineData("", "pairs.csv: is empty")]
    public void A_fault_names_file_and_line(string content, string expected)
    {
        string path = _folder.Write("pairs.csv", content);
        var exception = Assert.Throws<CommunityFormatException>(() =>
            IdTable.Read(path, _community, new RowFaults(lenient: false), "from", "to")
        );
        Assert.StartsWith(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_UTF_8_is_refused()
    {
        File.WriteAllBytes(_folder["pairs.csv"], [.. "from,to\nam"u8, 0xE9, .. "lie,bob\n"u8]);
        var exception = Assert.Throws<CommunityFormatException>(() =>
            IdTable.Read(_folder["pairs.csv"], _community, new RowFaults(lenient: false), "from", "to")
        );
        Assert.Contains("UTF-8", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Excluded_pairs_are_excluded_in_both_directions()
    {
        string path = _folder.Write("pairs.csv", "from,to\namelie,bob\n");
        var excluded = ExcludedPairs.Of(IdTable.Read(path, _community, new RowFaults(lenient: false), "from", "to"));
        Assert.Equal(["bob"], excluded.Of("amelie"));
        Assert.Equal(["amelie"], excluded.Of("bob"));
        Assert.Empty(excluded.Of("a, \"b\""));
    }

    [Fact]
    public void Numbers_are_written_so_that_they_read_back_as_they_were_in_any_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
        try
        {
            using var text = new StringWriter();
            using (var table = new CsvTableWriter(text, "id", "rank", "score"))
                table.Field("a,b").Field(1).Field(0.1 + 0.2).EndRow();
            Assert.Equal("id,rank,score\n\"a,b\",1,0.30000000000000004\n", text.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+33 6", "'+33 6")]
    [InlineData("-a", "'-a")]
    [InlineData("@amelie", "'@amelie")]
    [InlineData("\tx", "'\tx")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void A_text_that_a_spreadsheet_would_take_for_a_formula_is_a_text(string id, string expected)
    {
        using var text = new StringWriter();
        using (var table = new CsvTableWriter(text, "id", "score"))
            table.Field(id).Field(-.5).EndRow();
        string[] fields = text.ToString().Split('\n')[1].Split(',');
        Assert.Equal((expected, "-0.5"), (fields[0].Trim('"'), fields[1]));
    }
}
