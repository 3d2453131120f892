using System.Globalization;
using System.Text.Json;

namespace Matchmaking.Cli.Tests;

/// <summary>Every verb on the Quickstart's community, as of the day on which its data end.</summary>
public sealed class EndToEndTests : IDisposable
{
    private const string Today = "2026-03-01T12:00:00Z";

    private static readonly string s_community = Path.Combine(AppContext.BaseDirectory, "community");

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("any")]
    [InlineData("peer")]
    [InlineData("complementary")]
    [InlineData("bridge")]
    public async Task Suggest_gives_as_many_as_asked_best_first(string kind)
    {
        using JsonDocument answer = await JsonAsync(
            "suggest",
            s_community,
            "--member",
            "lea-fournier",
            "--kind",
            kind,
            "--count",
            "7",
            "--json"
        );
        JsonElement[] introductions = [.. answer.RootElement.GetProperty("introductions").EnumerateArray()];
        Assert.Equal(7, introductions.Length);
        Assert.Equal(Enumerable.Range(1, 7), introductions.Select(introduction => introduction.GetProperty("rank").GetInt32()));
        double[] scores = [.. introductions.Select(introduction => introduction.GetProperty("score").GetDouble())];
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(introductions, introduction =>
            Assert.Equal(
                introduction.GetProperty("score").GetDouble(),
                introduction.GetProperty("parts").EnumerateArray().Sum(part => part.GetProperty("contribution").GetDouble()),
                1e-9
            )
        );
    }

    [Fact]
    public async Task The_table_and_the_JSON_name_the_same_members_in_the_same_order()
    {
        using JsonDocument answer = await JsonAsync("suggest", s_community, "--member", "lea-fournier", "--json");
        string table = (await Tool.RunAsync("suggest", s_community, "--member", "lea-fournier", "--at", Today)).AssertSucceeded();
        int[] places =
        [
            .. answer
                .RootElement.GetProperty("introductions")
                .EnumerateArray()
                .Select(introduction => table.IndexOf($"({introduction.GetProperty("to").GetString()})", StringComparison.Ordinal)),
        ];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task The_culture_sets_the_language_of_the_reasons()
    {
        string english = (await Tool.RunAsync("suggest", s_community, "--member", "lea-fournier", "--at", Today)).AssertSucceeded();
        string french = (
            await Tool.RunAsync("suggest", s_community, "--member", "lea-fournier", "--at", Today, "--culture", "fr")
        ).AssertSucceeded();
        Assert.NotEqual(english, french);
    }

    [Fact]
    public async Task Synonyms_let_topics_of_two_languages_meet()
    {
        string members = _folder.Write(
            "members.jsonl",
            """
            {"id":"a","interests":[{"topic":"poterie"},{"topic":"chess"}]}
            {"id":"b","interests":[{"topic":"ceramics"}]}
            {"id":"c","interests":[{"topic":"sailing"}]}
            """
        );
        string synonyms = _folder.Write("synonyms.txt", "poterie, ceramics\nvoile, sailing\n");
        double without = await SharedInterestsAsync();
        double with = await SharedInterestsAsync("--synonyms", synonyms);
        Assert.Equal(0, without);
        Assert.InRange(with, 0.1, 1);

        async Task<double> SharedInterestsAsync(params string[] options)
        {
            using JsonDocument answer = await JsonAsync(["explain", members, "--from", "a", "--to", "b", "--json", .. options]);
            return answer
                .RootElement.GetProperty("introduction")
                .GetProperty("parts")
                .EnumerateArray()
                .Where(part => part.GetProperty("part").GetString() == "sharedInterests")
                .Sum(part => part.GetProperty("forward").GetDouble());
        }
    }

    [Fact]
    public async Task Explain_tells_why_a_pair_is_not_allowed()
    {
        using JsonDocument answer = await JsonAsync("explain", s_community, "--from", "lea-fournier", "--to", "lea-fournier", "--json");
        Assert.False(answer.RootElement.GetProperty("allowed").GetBoolean());
        Assert.NotEmpty(answer.RootElement.GetProperty("obstacles").EnumerateArray());
    }

    [Fact]
    public async Task Activities_and_group_answer()
    {
        using JsonDocument activities = await JsonAsync("activities", s_community, "--member", "lea-fournier", "--count", "3", "--json");
        Assert.Equal(3, activities.RootElement.GetProperty("suggestions").GetArrayLength());
        using JsonDocument group = await JsonAsync(
            "group",
            s_community,
            "--members",
            "lea-fournier, daniel-okafor",
            "--count",
            "3",
            "--json"
        );
        Assert.Equal(3, group.RootElement.GetProperty("suggestions").GetArrayLength());
        Assert.Equal(2, group.RootElement.GetProperty("members").GetArrayLength());
    }

    [Fact]
    public async Task Score_writes_a_row_for_every_pair_in_order()
    {
        string pairs = _folder.Write(
            "pairs.csv",
            "from,to\nlea-fournier,daniel-okafor\ndaniel-okafor,lea-fournier\nlea-fournier,daniel-okafor\n"
        );
        (
            await Tool.RunAsync("score", s_community, "--pairs", pairs, "--out", _folder["scores.csv"], "--at", Today, "--kind", "peer")
        ).AssertSucceeded();
        string[] lines = await File.ReadAllLinesAsync(_folder["scores.csv"], TestContext.Current.CancellationToken);
        Assert.Equal("from,to,forward,backward,score", lines[0]);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("lea-fournier,daniel-okafor,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("daniel-okafor,lea-fournier,", lines[2], StringComparison.Ordinal);
        Assert.Equal(lines[1], lines[3]);
        double[] numbers = [.. lines[1].Split(',')[2..].Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        Assert.All(numbers, number => Assert.InRange(number, 0, 1));
        Assert.Equal(["pairs.csv", "scores.csv"], _folder.FileNames);
    }

    [Fact]
    public async Task Rank_is_the_ranking_of_suggest_for_every_query_and_leaves_excluded_pairs_out()
    {
        string queries = _folder.Write("queries.csv", "member\nlea-fournier\ndaniel-okafor\n");
        (
            await Tool.RunAsync("rank", s_community, "--queries", queries, "--out", _folder["ranked.csv"], "--count", "5", "--at", Today)
        ).AssertSucceeded();
        string[] lines = await File.ReadAllLinesAsync(_folder["ranked.csv"], TestContext.Current.CancellationToken);
        Assert.Equal("member,rank,candidate,score", lines[0]);
        Assert.Equal(11, lines.Length);
        using JsonDocument answer = await JsonAsync("suggest", s_community, "--member", "lea-fournier", "--count", "5", "--json");
        Assert.Equal(
            answer
                .RootElement.GetProperty("introductions")
                .EnumerateArray()
                .Select(introduction => introduction.GetProperty("to").GetString()),
            lines[1..6].Select(line => line.Split(',')[2])
        );

        string first = lines[1].Split(',')[2];
        string exclude = _folder.Write("exclude.csv", $"from,to\n{first},lea-fournier\n");
        (
            await Tool.RunAsync(
                "rank",
                s_community,
                "--queries",
                queries,
                "--out",
                _folder["ranked.csv"],
                "--count",
                "5",
                "--at",
                Today,
                "--exclude",
                exclude
            )
        ).AssertSucceeded();
        string[] without = await File.ReadAllLinesAsync(_folder["ranked.csv"], TestContext.Current.CancellationToken);
        Assert.DoesNotContain(without[1..6], line => line.Split(',')[2] == first);
        Assert.Equal(lines[6..], without[6..]);
    }

    [Fact]
    public async Task An_unknown_member_in_a_file_or_on_the_command_line_is_named_and_leaves_no_file()
    {
        string pairs = _folder.Write("pairs.csv", "from,to\nlea-fournier,nobody\n");
        ToolResult score = await Tool.RunAsync("score", s_community, "--pairs", pairs, "--out", _folder["scores.csv"]);
        Assert.Contains(
            "pairs.csv, line 2: the community has no member with the id 'nobody'",
            score.AssertFailed(),
            StringComparison.Ordinal
        );
        Assert.Equal(["pairs.csv"], _folder.FileNames);

        ToolResult suggest = await Tool.RunAsync("suggest", s_community, "--member", "nobody");
        Assert.Contains("'nobody'", suggest.AssertFailed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_community_is_one_line_and_lenience_leaves_the_row_out_with_a_warning()
    {
        string members = _folder.Write(
            "members.jsonl",
            """
            {"id":"a","interests":[{"topic":"clay"}]}
            {"id":"b","interests":[{"topic":"clay","weight":7}]}
            {"id":"c","interests":[{"topic":"clay"}]}
            """
        );
        Assert.Contains("line 2", (await Tool.RunAsync("suggest", members, "--member", "a")).AssertFailed(), StringComparison.Ordinal);

        ToolResult lenient = await Tool.RunAsync("suggest", members, "--member", "a", "--lenient", "--json");
        Assert.Equal(0, lenient.ExitCode);
        Assert.Contains("warning: 1 row", lenient.Error, StringComparison.Ordinal);
        Assert.Contains("\"c\"", lenient.Output, StringComparison.Ordinal);
    }

    private static async Task<JsonDocument> JsonAsync(params string[] args) =>
        JsonDocument.Parse((await Tool.RunAsync([.. args, "--at", Today])).AssertSucceeded());
}
