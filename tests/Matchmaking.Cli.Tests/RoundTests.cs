using System.Text.Json;

namespace Matchmaking.Cli.Tests;

/// <summary>Rounds of the Quickstart's community, as of the day on which its data end.</summary>
public sealed class RoundTests : IDisposable
{
    private const string Today = "2026-03-01T12:00:00Z";

    private static readonly string s_community = Path.Combine(AppContext.BaseDirectory, "community");

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_round_seats_everybody_once_and_the_next_repeats_nobody()
    {
        string history = _folder["rounds.jsonl"];
        string[] first = PairsOf(await RoundAsync("--history", history));
        string[] second = PairsOf(await RoundAsync("--history", history));
        // Some want no second introduction within a month.
        Assert.True(first.Length > 130 && second.Length > 120);
        Assert.Empty(first.Intersect(second));
    }

    [Fact]
    public async Task A_dry_run_reads_the_history_and_adds_nothing()
    {
        string history = _folder["rounds.jsonl"];
        await RoundAsync("--history", history);
        string before = await File.ReadAllTextAsync(history, TestContext.Current.CancellationToken);
        string[] planned = PairsOf(await RoundAsync("--history", history, "--dry-run"));
        Assert.Equal(planned, PairsOf(await RoundAsync("--history", history, "--dry-run")));
        Assert.Equal(before, await File.ReadAllTextAsync(history, TestContext.Current.CancellationToken));
        await RoundAsync("--dry-run", "--history", _folder["none.jsonl"]);
        Assert.Equal(["rounds.jsonl"], _folder.FileNames);
    }

    [Fact]
    public async Task Lists_of_pairs_wishes_and_rules_are_kept_to()
    {
        string members = _folder.Write(
            "members.jsonl",
            string.Join('\n', "abcdef".Select(id => $$$"""{"id":"{{{id}}}","attributes":{"team":"{{{(id < 'd' ? "red" : "blue")}}}"}}"""))
        );
        string never = _folder.Write("never.csv", "from,to\nd,a\n");
        string wishes = _folder.Write("wishes.csv", "member,wish\na,d\na,e\nb,d\n");
        string rules = _folder.Write(
            "rules.json",
            """{"rules":[{"code":"sameTeam","attribute":"team","must":"different","text":"The two are of one team."}]}"""
        );
        string[] options = ["--at", Today, "--exclude", never, "--wishes", wishes, "--rules", rules, "--json"];
        var round = JsonDocument.Parse((await Tool.RunAsync(["round", members, .. options])).AssertSucceeded());
        Assert.Equal(["a e", "b d", "c f"], PairsOf(round));
    }

    [Fact]
    public async Task Groups_have_their_size_and_say_what_each_gains()
    {
        using JsonDocument round = await RoundAsync("--size", "5", "--seed", "7");
        JsonElement[] groups = [.. round.RootElement.GetProperty("groups").EnumerateArray()];
        Assert.NotEmpty(groups);
        Assert.All(groups, group => Assert.InRange(group.GetProperty("members").GetArrayLength(), 4, 6));
        Assert.All(groups, group =>
            Assert.Equal(group.GetProperty("members").GetArrayLength(), group.GetProperty("benefits").GetArrayLength())
        );
        Assert.Equal(5, round.RootElement.GetProperty("size").GetInt32());
    }

    [Theory]
    [InlineData("fit")]
    [InlineData("stable")]
    public async Task Mentors_are_assigned_by_either_method(string method)
    {
        using JsonDocument round = await RoundAsync("--kind", "mentor", "--mentors", method, "--every-mentor");
        JsonElement figures = round.RootElement.GetProperty("figures");
        Assert.Equal(round.RootElement.GetProperty("introductions").GetArrayLength(), figures.GetProperty("served").GetInt32());
        Assert.True(figures.GetProperty("served").GetInt32() > 0);
        if (method == "stable")
            Assert.Equal(0, figures.GetProperty("blockingPairs").GetInt32());
    }

    [Fact]
    public async Task Locked_pairs_are_kept() =>
        Assert.Contains("karim-garnier mathieu-tremblay", PairsOf(await RoundAsync("--locked", "mathieu-tremblay,karim-garnier")));

    [Fact]
    public async Task Groups_keep_to_quotas_and_to_who_is_together_and_apart()
    {
        string members = _folder.Write(
            "members.jsonl",
            string.Join(
                '\n',
                Enumerable
                    .Range(0, 12)
                    .Select(i =>
                        $$$"""
                            {"id":"m{{{i}}}","attributes":{"role":"{{{(i % 4 == 0 ? "facilitator" : "guest")}}}","organisation":"o{{{i
                                % 6}}}"}}
                            """
                    )
            )
        );
        string output = (
            await Tool.RunAsync(
                "round",
                members,
                "--json",
                "--size",
                "4",
                "--quota",
                "role=facilitator:1..1",
                "--quota",
                "organisation:..1",
                "--diverse",
                "organisation",
                "--together",
                "m0, m1",
                "--apart",
                "m2,m3",
                "--apart",
                "m2,m5,m9"
            )
        ).AssertSucceeded();
        using var round = JsonDocument.Parse(output);
        int[][] groups =
        [
            .. round
                .RootElement.GetProperty("groups")
                .EnumerateArray()
                .Select(group =>
                    group
                        .GetProperty("members")
                        .EnumerateArray()
                        .Select(id => int.Parse(id.GetString()![1..], System.Globalization.CultureInfo.InvariantCulture))
                        .ToArray()
                ),
        ];
        Assert.NotEmpty(groups);
        Assert.All(groups, group => Assert.Single(group, member => member % 4 == 0));
        Assert.All(groups, group => Assert.Distinct(group.Select(member => member % 6)));
        Assert.Contains(groups, group => group.Contains(0) && group.Contains(1));
        Assert.All(groups, group => Assert.False(group.Contains(2) && group.Contains(3)));
        Assert.All(groups, group => Assert.True(group.Intersect([2, 5, 9]).Count() < 2));
    }

    [Fact]
    public async Task Rounds_ahead_say_how_far_they_go()
    {
        string members = _folder.Write("members.jsonl", string.Join('\n', Enumerable.Range(0, 4).Select(i => $$"""{"id":"m{{i}}"}""")));
        string output = (await Tool.RunAsync("round", members, "--ahead", "4", "--json")).AssertSucceeded();
        using var series = JsonDocument.Parse(output);
        Assert.Equal(3, series.RootElement.GetProperty("wholeRounds").GetInt32());
        Assert.Equal(4, series.RootElement.GetProperty("rounds").GetArrayLength());
        Assert.Contains("3 of 4", (await Tool.RunAsync("round", members, "--ahead", "4")).AssertSucceeded(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_names_who_is_left_out_and_why()
    {
        string members = _folder.Write(
            "members.jsonl",
            """
            {"id":"ada","languages":["fr"]}
            {"id":"bob","languages":["en"]}
            {"id":"cem","languages":["en"]}
            """
        );
        string output = (await Tool.RunAsync("round", members)).AssertSucceeded();
        Assert.Contains("no common language", output, StringComparison.Ordinal);
        Assert.Contains("2 of 3 served", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--size", "1")]
    [InlineData("--size", "13")]
    [InlineData("--size", "two")]
    [InlineData("--dry-run")]
    [InlineData("--size", "3", "--kind", "mentor")]
    [InlineData("--mentors", "stable")]
    [InlineData("--mentors", "best", "--kind", "mentor")]
    [InlineData("--ahead", "0")]
    [InlineData("--cool-down", "-1")]
    [InlineData("--quota", "role=facilitator:1..")]
    [InlineData("--size", "4", "--quota", "role")]
    [InlineData("--size", "4", "--quota", "role:..")]
    [InlineData("--size", "4", "--quota", "role=:1..")]
    [InlineData("--size", "4", "--quota", "role:3..2")]
    [InlineData("--size", "4", "--quota", "role:1..14")]
    [InlineData("--size", "4", "--common-hours", "200")]
    [InlineData("--size", "4", "--apart", "karim-garnier")]
    [InlineData("--size", "4", "--together", "karim-garnier,nobody-at-all")]
    [InlineData("--size", "4", "--locked", "karim-garnier,awa-bamba")]
    [InlineData("--locked", "karim-garnier,awa-bamba,mathieu-tremblay")]
    [InlineData("--locked", "karim-garnier,nobody-at-all")]
    public async Task A_wrong_command_line_is_one_line_on_standard_error(params string[] options) =>
        (await Tool.RunAsync(["round", s_community, .. options])).AssertFailed();

    [Fact]
    public async Task A_broken_history_is_named_with_its_line()
    {
        string history = _folder.Write("rounds.jsonl", "{\"time\":\"2026-01-01\",\"met\":[\"a\",\"b\"]}\nnonsense\n");
        Assert.Contains(
            "rounds.jsonl, line 2",
            (await Tool.RunAsync("round", s_community, "--history", history)).AssertFailed(),
            StringComparison.Ordinal
        );
    }

    private static async Task<JsonDocument> RoundAsync(params string[] options) =>
        JsonDocument.Parse((await Tool.RunAsync(["round", s_community, "--at", Today, "--json", .. options])).AssertSucceeded());

    private static string[] PairsOf(JsonDocument round)
    {
        using (round)
        {
            return
            [
                .. round
                    .RootElement.GetProperty("introductions")
                    .EnumerateArray()
                    .Select(pair =>
                        string.Join(
                            ' ',
                            new[] { pair.GetProperty("from").GetString(), pair.GetProperty("to").GetString() }.Order(StringComparer.Ordinal)
                        )
                    )
                    .Order(StringComparer.Ordinal),
            ];
        }
    }
}
