using Matchmaking.Cli.Output;
using Matchmaking.Evaluation;

namespace Matchmaking.Cli.Tests;

public sealed class AnswerTableTests
{
    [Fact]
    public void A_redirected_table_is_plain_text_that_loses_nothing()
    {
        string text = Render(output => AnswerTable.Write(output, [Answers.Introduction]));
        Assert.DoesNotContain('\u001b', text);
        Assert.Contains("Amélie [Roy] (amelie)", text, StringComparison.Ordinal);
        Assert.Contains("0.75", text, StringComparison.Ordinal);
        Assert.Contains(Answers.Long.Text, text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length < 200, "padded to the console's width"));
    }

    [Fact]
    public void Nobody_to_suggest_is_said_in_words() =>
        Assert.Contains("Nobody", Render(output => AnswerTable.Write(output, Array.Empty<Introduction>())), StringComparison.Ordinal);

    [Fact]
    public void An_activity_shows_its_name_and_its_time()
    {
        var activity = new Activity
        {
            Id = "wheel",
            Name = "Atelier tour",
            Time = new DateTimeOffset(2026, 3, 1, 18, 0, 0, TimeSpan.FromHours(1)),
        };
        string text = Render(output =>
            AnswerTable.Write(
                output,
                [
                    new ActivitySuggestion
                    {
                        Activity = activity,
                        Score = 0.5,
                        Reasons = [Answers.Topics],
                    },
                ]
            )
        );
        Assert.Contains("Atelier tour (wheel)", text, StringComparison.Ordinal);
        Assert.Contains("2026-03-01 18:00 +01:00", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_explanation_shows_the_obstacles_the_parts_and_the_reasons_of_both_sides()
    {
        var explanation = new Explanation
        {
            Introduction = Answers.Introduction,
            Obstacles = [new Obstacle { Kind = ObstacleKind.Paused, Text = "Amélie is away" }],
        };
        string text = Render(output => ExplanationView.Write(output, explanation));
        Assert.Contains("Not suggested: Amélie is away", text, StringComparison.Ordinal);
        Assert.Contains("SharedInterests", text, StringComparison.Ordinal);
        Assert.Contains("For Bob:", text, StringComparison.Ordinal);
        Assert.Contains("For Amélie [Roy]:", text, StringComparison.Ordinal);
        Assert.Contains("Opening line: Bonjour Amélie !", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_shows_mean_and_spread_of_every_method()
    {
        var report = new EvaluationReport
        {
            Task = "nashville-bridges",
            Results =
            [
                new MethodResult
                {
                    Method = "rules",
                    Metrics = new Dictionary<string, MetricSummary> { ["ndcg@10"] = new(0.125, 0.0025), ["auc"] = new(0.5, 0) },
                },
            ],
        };
        string row = Assert.Single(Render(output => ReportTable.Write(output, report)).Split('\n'), line =>
            line.Contains("rules", StringComparison.Ordinal)
        );
        Assert.Equal(
            ["rules", "0.1250 ± 0.0025", "–", "–", "0.5000"],
            row.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );
    }

    [Theory]
    [InlineData("line one\r\nline two", "line one line two")]
    [InlineData("red \u001b[31m", "red [31m")]
    public void What_stands_in_a_file_can_neither_break_the_line_nor_steer_the_terminal(string message, string expected) =>
        Assert.Equal(expected, OneLine.Of(message));

    private static string Render(Action<Terminal> write)
    {
        using var text = new StringWriter();
        write(new Terminal(text, redirected: true));
        return text.ToString();
    }
}
