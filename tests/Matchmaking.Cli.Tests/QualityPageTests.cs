using Matchmaking.Cli.Output;
using Matchmaking.Evaluation;

namespace Matchmaking.Cli.Tests;

public sealed class QualityPageTests
{
    private static readonly MeasuredTask[] s_tasks =
    [
        new("lazega-advice", Report(0.87, 0.71), TimeSpan.FromSeconds(12.4), null),
        new("speed-dating-cold", null, TimeSpan.Zero, "the data set is not there"),
    ];

    [Fact]
    public void The_page_tells_of_each_goal_whether_it_was_met()
    {
        using var writer = new StringWriter();
        QualityPage.Write(writer, s_tasks);
        string page = writer.ToString();
        Assert.Contains(
            "| lazega-advice | auc | 0.846 | – | 0.8700 ± 0.0100 [0.840, 0.890] | +0.0100 to +0.0300 | 0.865 | yes | 12 |",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("| lazega-advice | ndcg@10 | 0.642 | – | 0.7100 | – | 0.720 | no | 12 |", page, StringComparison.Ordinal);
        Assert.Contains("not measured: the data set is not there", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', page);
    }

    [Fact]
    public void The_chart_is_a_picture()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "quality.png");
        QualityChart.Save(path, s_tasks);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(path)[..4]);
    }

    [Fact]
    public async Task Where_no_data_set_is_there_nothing_is_written_and_the_tool_says_so()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        ToolResult result = await Tool.RunAsync("evaluate", "--all", "--data", folder, "--out", Path.Combine(folder, "results"));
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("none of the data sets is there", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(folder, "results")));
    }

    private static EvaluationReport Report(double auc, double ndcg) =>
        new()
        {
            Task = "lazega-advice",
            Goals = [new Goal("auc", 0.846, 0.865), new Goal("ndcg@10", 0.642, 0.72)],
            Results =
            [
                new MethodResult
                {
                    Method = "learned",
                    Metrics = new Dictionary<string, MetricSummary>
                    {
                        ["auc"] = new(auc, 0.01)
                        {
                            Interval = new ConfidenceInterval(0.84, 0.89),
                            BeyondRules = new ConfidenceInterval(0.01, 0.03),
                        },
                        ["ndcg@10"] = new(ndcg, 0),
                    },
                },
                new MethodResult
                {
                    Method = "random",
                    Metrics = new Dictionary<string, MetricSummary> { ["auc"] = new(0.5, 0), ["ndcg@10"] = new(0.19, 0) },
                },
            ],
        };
}
