namespace Matchmaking.Cli.Tests;

/// <summary>What --lenient leaves out beside the community's own rows.</summary>
public sealed class LenientTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _community;

    public LenientTests() => _community = _folder.Write("members.jsonl", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":\"c\"}\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rows_at_fault_of_the_pairs_are_left_out_and_named()
    {
        string pairs = _folder.Write("pairs.csv", "from,to\na,b\na,zoe\n,b\nb\na\"b,c\nb,a\n"),
            scores = _folder["scores.csv"];
        Assert.Contains(
            "pairs.csv, line 3",
            (await Tool.RunAsync("score", _community, "--pairs", pairs, "--out", scores)).AssertFailed(),
            StringComparison.Ordinal
        );

        ToolResult result = await Tool.RunAsync("score", _community, "--pairs", pairs, "--out", scores, "--lenient");
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["a,b", "b,a"], File.ReadAllLines(scores).Skip(1).Select(line => string.Join(',', line.Split(',').Take(2))));
        Assert.Contains("pairs.csv, line 3: the community has no member with the id 'zoe'", result.Error, StringComparison.Ordinal);
        Assert.Contains("4 row(s) left out", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_are_those_of_queries_exclusions_and_participants()
    {
        string queries = _folder.Write("queries.csv", "member\na\nzoe\n"),
            exclude = _folder.Write("exclude.csv", "from,to\na,b\nzoe,a\n"),
            ranked = _folder["ranked.csv"];
        ToolResult rank = await Tool.RunAsync("rank", _community, "--queries", queries, "--exclude", exclude, "--out", ranked, "--lenient");
        Assert.Equal(0, rank.ExitCode);
        Assert.Equal("c", Assert.Single(File.ReadAllLines(ranked).Skip(1)).Split(',')[2]);
        Assert.Contains("queries.csv, line 3", rank.Error, StringComparison.Ordinal);
        Assert.Contains("exclude.csv, line 3", rank.Error, StringComparison.Ordinal);

        ToolResult round = await Tool.RunAsync("round", _community, "--participants", queries, "--lenient");
        Assert.Equal(0, round.ExitCode);
        Assert.Contains("queries.csv, line 3", round.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_whose_name_is_nearly_right_is_named_and_only_lenience_goes_on_without_it()
    {
        _folder.Write("Outcome.csv", "from,to,kind,time\na,b,accepted,2026-01-01\n");
        string folder = Path.GetDirectoryName(_community)!;
        Assert.Contains(
            "Outcome.csv: is a name that nothing reads; the file is called outcomes.csv",
            (await Tool.RunAsync("suggest", folder, "--member", "a")).AssertFailed(),
            StringComparison.Ordinal
        );

        ToolResult lenient = await Tool.RunAsync("suggest", folder, "--member", "a", "--lenient");
        Assert.Equal(0, lenient.ExitCode);
        Assert.Contains("1 row(s) or file(s) left out", lenient.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_knows_is_named_once_and_only_strictness_ends_at_it()
    {
        string sheet = _folder.Write("sheet.csv", "ID;Full name;Hobbies;Shoe size\na;Ann;chess, jazz;41\nb;Bob;chess;43,5\n");
        ToolResult read = await Tool.RunAsync("suggest", sheet, "--member", "a", "--json");
        Assert.Equal(0, read.ExitCode);
        Assert.Contains("chess", read.Output, StringComparison.Ordinal);
        Assert.Contains("note: sheet.csv, line 1: kept as attributes", read.Error, StringComparison.Ordinal);
        Assert.Contains("'Shoe size'", read.Error, StringComparison.Ordinal);
        (await Tool.RunAsync("suggest", sheet, "--member", "a", "--strict")).AssertFailed();

        string members = _folder.Write("other.jsonl", "{\"id\":\"a\",\"team\":\"x\"}\n{\"id\":\"b\",\"team\":\"y\"}\n");
        ToolResult other = await Tool.RunAsync("suggest", members, "--member", "a");
        Assert.Equal(0, other.ExitCode);
        Assert.Contains("unknown property 'team' of 2 member(s): kept as an attribute", other.Error, StringComparison.Ordinal);
        Assert.Contains(
            "unknown property 'team'",
            (await Tool.RunAsync("suggest", members, "--member", "a", "--strict")).AssertFailed(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Labels_in_two_languages_make_a_file_of_synonyms()
    {
        string labels = _folder.Write(
            "labels.csv",
            "en;fr\nZither evening;Soirée cithare\nZither;Cithare\nGong evening;Soirée gong\nGong;Gong\n"
        );
        string synonyms = _folder["synonyms.txt"];
        ToolResult result = await Tool.RunAsync("translations", labels, "--out", synonyms);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("zither, cithare", File.ReadAllLines(synonyms));

        string members = _folder.Write(
            "two.jsonl",
            "{\"id\":\"a\",\"interests\":[\"zither\"]}\n{\"id\":\"b\",\"interests\":[\"cithare\"]}\n"
        );
        Assert.Contains(
            "zither",
            (await Tool.RunAsync("suggest", members, "--member", "a", "--synonyms", synonyms, "--json")).Output,
            StringComparison.Ordinal
        );
    }
}
