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
        string model = _folder["model.mm"], report = _folder["report"], scores = _folder["scores.csv"];
        string text = (await Tool.RunAsync("learn", community, "--out", model, "--seed", "3", "--report", report)).AssertSucceeded();
        string pairs = _folder.Write("pairs.csv", "from,to\nnew0,mentor0\nnew0,mentor1\n");
        (await Tool.RunAsync("score", community, "--pairs", pairs, "--out", scores, "--model", model, "--kind", "mentor")).AssertSucceeded();

        double[] learned = [.. File.ReadAllLines(scores).Skip(1).Select(line => double.Parse(line.Split(',')[4], CultureInfo.InvariantCulture))];
        Assert.True(learned[0] > 2 * learned[1], string.Join(", ", learned));
        Assert.Contains("One side chooses", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(report, "report.json")));
        Assert.True(json.RootElement.GetProperty("isUsed").GetBoolean());
        foreach (string picture in new[] { "reliability.png", "importance.png" })
            Assert.Equal([0x89, 0x50, 0x4E, 0x47], File.ReadAllBytes(Path.Combine(report, picture))[..4]);
    }

    [Fact]
    public async Task A_file_that_is_no_model_is_one_line_on_standard_error()
    {
        string community = _folder.Write("members.jsonl", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
        string model = _folder.Write("model.mm", "nonsense");

        Assert.Contains("is not a model file", (await Tool.RunAsync("suggest", community, "--member", "a", "--model", model)).AssertFailed(), StringComparison.Ordinal);
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
        StringBuilder members = new(), outcomes = new("from,to,kind,time\n");
        string[] offices = ["Lille", "Lyon"];
        for (int i = 0; i < 20; i++)
            members.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"mentor{i}\",\"attributes\":{{\"office\":\"{offices[i % 2]}\"}},\"mentoring\":{{\"role\":\"mentor\"}}}}\n");
        for (int i = 0; i < 40; i++)
        {
            members.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"mentee{i}\",\"attributes\":{{\"office\":\"{offices[i % 2]}\"}},\"mentoring\":{{\"role\":\"mentee\"}}}}\n");
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
