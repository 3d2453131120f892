using Matchmaking.Cli.Input;
using Matchmaking.Cli.Output;
using Matchmaking.Evaluation;

namespace Matchmaking.Cli.Tests;

public sealed class BaselineTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0.8665, 0.0020, false)] // better
    [InlineData(0.8605, 0.0020, false)] // within the tolerance
    [InlineData(0.8575, 0.0020, true)]
    [InlineData(0.8575, 0.0100, false)]
    public void A_goal_s_metric_falls_where_it_is_more_than_the_tolerance_below(double now, double tolerance, bool fallen) =>
        Assert.Equal(fallen, Compare(Report(now, brier: 0.1), tolerance).HasFallen);

    [Fact]
    public void What_is_no_goal_s_is_told_where_it_differs_and_never_falls()
    {
        BaselineComparison comparison = Compare(Report(0.862, brier: 0.05), 0.002);
        Assert.False(comparison.HasFallen);
        Assert.Equal(["auc", "brier"], comparison.Rows.Where(row => row.Method == "learned").Select(row => row.Metric));
        Assert.DoesNotContain(Compare(Report(0.862, brier: 0.1), 0.002).Rows, row =>
            row.Metric == "brier" || row.Method == "random" || row.Metric == "ap"
        );
    }

    [Fact]
    public void The_rules_may_not_fall_either() =>
        Assert.True(Compare(Report(0.9, brier: 0.1, method: "rules"), 0.002, "rules", auc: 0.95).HasFallen);

    [Fact]
    public void The_table_has_both_figures_and_their_difference()
    {
        using var writer = new StringWriter();
        Compare(Report(0.8575, brier: 0.1), 0.002).Write(new Terminal(writer, redirected: true));
        string text = writer.ToString();
        Assert.Matches(@"lazega-advice\s+learned\s+auc\s+0\.8620\s+0\.8575\s+-0\.0045\s+fell", text);
        Assert.Contains("1 of the goals' metrics fell by more than 0.002 below the baseline (abc123, 2026-01-01).", text);
    }

    [Fact]
    public void A_baseline_of_other_tasks_compares_nothing() =>
        Assert.Throws<InputException>(() => Compare(Report(0.862, brier: 0.1) with { Task = "speed-dating-cold" }, 0.002));

    [Fact]
    public async Task A_run_as_good_as_its_baseline_ends_well_and_only_the_methods_asked_for_are_measured()
    {
        string baseline = Write("invented-mentoring", "rules", auc: 0.5);
        string output = (
            await Tool.RunAsync("evaluate", "invented-mentoring", "--methods", "rules,random", "--baseline", baseline)
        ).AssertSucceeded();
        Assert.Contains("No goal's metric fell by more than 0.002 below the baseline", output, StringComparison.Ordinal);
        Assert.DoesNotContain("learned", output, StringComparison.Ordinal);
        Assert.DoesNotContain("what decided", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evaluate invented-mentoring --methods rules,luck", "'luck'; its methods are learned, rules, random, what decided")]
    [InlineData("evaluate invented-mentoring --methods ,", "names no method")]
    [InlineData("evaluate invented-mentoring --tolerance 0.1", "--tolerance belongs to --baseline")]
    [InlineData("evaluate invented-mentoring --baseline b.json --tolerance much", "'much' is not a number in 0..1")]
    [InlineData("evaluate invented-mentoring --baseline nowhere.json", "nowhere.json")]
    public async Task What_cannot_be_is_told_in_one_line(string arguments, string expected) =>
        Assert.Contains(expected, (await Tool.RunAsync(arguments.Split(' '))).AssertFailed(), StringComparison.Ordinal);

    [Theory]
    [InlineData("{", "is not a baseline")]
    [InlineData("[]", "is not a baseline")]
    [InlineData("null", "holds nothing")]
    public async Task A_file_that_is_no_baseline_is_named(string content, string expected)
    {
        string path = _folder.Write("baseline.json", content);
        ToolResult result = await Tool.RunAsync("evaluate", "invented-mentoring", "--baseline", path);
        Assert.Contains(expected, result.AssertFailed(), StringComparison.Ordinal);
    }

    private BaselineComparison Compare(EvaluationReport report, double tolerance, string method = "learned", double auc = 0.862) =>
        BaselineComparison.Of(QualityBaseline.Load(Write("lazega-advice", method, auc)), [report], tolerance);

    private string Write(string task, string method, double auc) =>
        _folder.Write(
            "baseline.json",
            FormattableString.Invariant(
                $$"""
                {
                  "commit": "abc123",
                  "date": "2026-01-01",
                  "tasks": { "{{task}}": { "{{method}}": { "auc": {{auc}}, "brier": 0.1 }, "random": { "auc": 0.9 } } }
                }
                """
            )
        );

    private static EvaluationReport Report(double auc, double brier, string method = "learned") =>
        new()
        {
            Task = "lazega-advice",
            Goals = [new Goal("auc", 0.846, 0.865)],
            Results =
            [
                new MethodResult
                {
                    Method = method,
                    Metrics = new Dictionary<string, MetricSummary>
                    {
                        ["auc"] = new(auc, 0),
                        ["ap"] = new(0.6, 0),
                        ["brier"] = new(brier, 0),
                    },
                },
                new MethodResult
                {
                    Method = "random",
                    Metrics = new Dictionary<string, MetricSummary> { ["auc"] = new(0.5, 0) },
                },
            ],
        };
}
