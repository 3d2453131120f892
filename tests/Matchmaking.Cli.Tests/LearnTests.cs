using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Matchmaking.Cli.Tests;

/// <summary>What was learned by one call serves another.</summary>
public sealed class LearnTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_model_that_learn_wrote_scores_mentees_and_mentors_by_whom_others_chose()
    {
        string community = WriteCommunity();
        string model = _folder["model.mm"],
            report = _folder["report"],
            scores = _folder["scores.csv"];
        string text = (await Tool.RunAsync("learn", community, "--out", model, "--seed", "3", "--report", report)).AssertSucceeded();
        string pairs = _folder.Write("pairs.csv", "from,to\nnew0,mentor0\nnew0,mentor1\n");
        (
            await Tool.RunAsync("score", community, "--pairs", pairs, "--out", scores, "--model", model, "--kind", "mentor")
        ).AssertSucceeded();

        double[] learned =
        [
            .. File.ReadAllLines(scores).Skip(1).Select(line => double.Parse(line.Split(',')[4], CultureInfo.InvariantCulture)),
        ];
        Assert.True(learned[0] > 2 * learned[1], string.Join(", ", learned));
        Assert.Contains("One side chooses", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(report, "report.json")));
        Assert.True(json.RootElement.GetProperty("isUsed").GetBoolean());
        foreach (string picture in new[] { "reliability.png", "importance.png" })
            Assert.Equal([0x89, 0x50, 0x4E, 0x47], File.ReadAllBytes(Path.Combine(report, picture))[..4]);
    }

    [Fact]
    public async Task Every_verb_that_decides_takes_the_model_and_pairs_are_decided_by_it()
    {
        string community = WriteCommunity(),
            model = _folder["model.mm"];
        (await Tool.RunAsync("learn", community, "--out", model, "--seed", "3")).AssertSucceeded();

        string suggested = (
            await Tool.RunAsync("suggest", community, "--member", "new0", "--kind", "mentor", "--json", "--model", model)
        ).AssertSucceeded();
        string ranked = _folder["ranked.csv"];
        (
            await Tool.RunAsync(
                "rank",
                community,
                "--queries",
                _folder.Write("queries.csv", "member\nnew0\n"),
                "--out",
                ranked,
                "--kind",
                "mentor",
                "--model",
                model
            )
        ).AssertSucceeded();
        string explained = (
            await Tool.RunAsync("explain", community, "--from", "new0", "--to", "mentor0", "--kind", "mentor", "--json", "--model", model)
        ).AssertSucceeded();
        string round = (await Tool.RunAsync("round", community, "--kind", "mentor", "--json", "--model", model)).AssertSucceeded();

        using var introductions = JsonDocument.Parse(suggested);
        string[] mentors =
        [
            .. introductions.RootElement.GetProperty("introductions").EnumerateArray().Select(one => one.GetProperty("to").GetString()!),
        ];
        Assert.All(mentors, mentor => Assert.Equal(0, int.Parse(mentor["mentor".Length..], CultureInfo.InvariantCulture) % 2));
        Assert.Equal(mentors, File.ReadAllLines(ranked).Skip(1).Select(line => line.Split(',')[2]));
        Assert.NotEqual(
            explained,
            (await Tool.RunAsync("explain", community, "--from", "new0", "--to", "mentor0", "--kind", "mentor", "--json")).AssertSucceeded()
        );
        Assert.NotEqual(round, (await Tool.RunAsync("round", community, "--kind", "mentor", "--json")).AssertSucceeded());
        (await Tool.RunAsync("activities", community, "--member", "new0", "--model", model)).AssertSucceeded();
        (await Tool.RunAsync("group", community, "--members", "mentee0,mentee2", "--model", model)).AssertSucceeded();
    }

    [Theory]
    [InlineData("suggest", "--member", "a")]
    [InlineData("explain", "--from", "a", "--to", "b")]
    [InlineData("activities", "--member", "a")]
    public async Task A_model_of_quite_another_community_is_refused(params string[] verb)
    {
        string model = _folder["model.mm"];
        (await Tool.RunAsync("learn", WriteCommunity(), "--out", model, "--seed", "3")).AssertSucceeded();
        using var other = new TestFolder();
        string community = Path.GetDirectoryName(
            other.Write(
                "members.jsonl",
                "{\"id\":\"a\",\"attributes\":{\"instrument\":\"oboe\"}}\n{\"id\":\"b\",\"attributes\":{\"instrument\":\"harp\"}}\n"
            )
        )!;

        Assert.Contains(
            "vocabulary",
            (await Tool.RunAsync([verb[0], community, .. verb[1..], "--model", model])).AssertFailed(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_that_is_no_model_is_one_line_on_standard_error()
    {
        string community = _folder.Write("members.jsonl", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
        string model = _folder.Write("model.mm", "nonsense");

        Assert.Contains(
            "is not a model file",
            (await Tool.RunAsync("suggest", community, "--member", "a", "--model", model)).AssertFailed(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_cannot_be_written_is_found_out_before_the_work_and_named_by_its_option()
    {
        string community = _folder.Write("members.jsonl", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n"),
            model = _folder["model.mm"];
        Assert.Contains(
            "--report: ",
            (await Tool.RunAsync("learn", community, "--out", model, "--report", _folder.Write("report", ""))).AssertFailed(),
            StringComparison.Ordinal
        );
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a folder in which nobody can make a file.");
        string fault = (await Tool.RunAsync("learn", community, "--out", "/proc/model.mm")).AssertFailed();
        Assert.Contains("--out: /proc/model.mm cannot be written", fault, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_picture_of_nothing_and_the_report_says_why()
    {
        string community = _folder.Write("members.jsonl", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n"),
            report = _folder["report"];
        Directory.CreateDirectory(report);
        await File.WriteAllTextAsync(Path.Combine(report, "importance.png"), "of an earlier run", TestContext.Current.CancellationToken);
        string text = (await Tool.RunAsync("learn", community, "--out", _folder["model.mm"], "--report", report)).AssertSucceeded();

        Assert.Equal(["report.json", "report.txt"], Directory.GetFiles(report).Select(Path.GetFileName).Order());
        Assert.Contains("importance.png is not written", text, StringComparison.Ordinal);
        Assert.Contains("reliability.png is not written", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_where_there_is_nothing_to_learn_from()
    {
        string community = _folder.Write("members.jsonl", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
        string model = _folder["model.mm"];
        string text = (await Tool.RunAsync("learn", community, "--out", model, "--source", "outcomes")).AssertSucceeded();

        Assert.Contains("Too few outcomes", text, StringComparison.Ordinal);
        Assert.False(File.Exists(model));
    }

    /// <summary>Forty mentees who took mentors of their own office three times as often as others; a mentee who chose nobody yet.</summary>
    private string WriteCommunity()
    {
        var random = new Random(1);
        StringBuilder members = new(),
            outcomes = new("from,to,kind,time\n");
        string[] offices = ["Lille", "Lyon"];
        for (int i = 0; i < 20; i++)
            members.Append(
                CultureInfo.InvariantCulture,
                $"{{\"id\":\"mentor{i}\",\"attributes\":{{\"office\":\"{offices[i % 2]}\"}},\"mentoring\":{{\"role\":\"mentor\"}}}}\n"
            );
        for (int i = 0; i < 40; i++)
        {
            members.Append(
                CultureInfo.InvariantCulture,
                $"{{\"id\":\"mentee{i}\",\"attributes\":{{\"office\":\"{offices[i % 2]}\"}},\"mentoring\":{{\"role\":\"mentee\"}}}}\n"
            );
            for (int j = 0; j < 20; j++)
            {
                string answer = random.NextDouble() < (i % 2 == j % 2 ? .8 : .1) ? "accepted" : "declined";
                outcomes.Append(CultureInfo.InvariantCulture, $"mentee{i},mentor{j},{answer},2026-01-05T10:00:00Z\n");
            }
        }

        members.Append("{\"id\":\"new0\",\"attributes\":{\"office\":\"Lille\"},\"mentoring\":{\"role\":\"mentee\"}}\n");
        _folder.Write("members.jsonl", members.ToString());
        _folder.Write("outcomes.csv", outcomes.ToString());
        return Path.GetDirectoryName(_folder["members.jsonl"])!;
    }
}
