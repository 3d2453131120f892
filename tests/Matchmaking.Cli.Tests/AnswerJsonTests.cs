using System.Text.Json;
using Matchmaking.Cli.Json;

namespace Matchmaking.Cli.Tests;

/// <summary>The shapes that docs/cli.md promises, field by field.</summary>
public sealed class AnswerJsonTests
{
    private const string Reason =
        """{"part":"sharedInterests","strength":0.5,"topics":["poterie"],"text":"Vous aimez tous deux la poterie"}""";

    private const string Introduction =
        """{"rank":1,"from":"bob","to":"amelie","name":"Amélie [Roy]","kind":"peer","score":0.75,"forward":1,"backward":0.6,"parts":["""
        + """{"part":"sharedInterests","forward":1,"backward":0.6,"weight":1,"contribution":0.75}],"reasonsForFrom":["""
        + Reason
        + """],"reasonsForTo":["""
        + Reason
        + """],"openingLine":"Bonjour Amélie !","forBoth":"","introducers":[]}""";

    private static readonly Introduction s_introduction = Answers.Introduction with { ReasonsForFrom = [Answers.Topics] };

    [Fact]
    public void Suggest() =>
        AssertWritten(
            """{"member":"bob","kind":"any","introductions":[""" + Introduction + "]}",
            SuggestAnswer.Of("bob", IntroductionKind.Any, [s_introduction])
        );

    [Fact]
    public void Explain() =>
        AssertWritten(
            """{"from":"bob","to":"amelie","kind":"peer","allowed":false,"obstacles":"""
                + """[{"kind":"monthlyCapReached","text":"Enough"}],"introduction":"""
                + Introduction
                + "}",
            ExplainAnswer.Of(
                new Explanation
                {
                    Introduction = s_introduction,
                    Obstacles = [new Obstacle { Kind = ObstacleKind.MonthlyCapReached, Text = "Enough" }],
                }
            )
        );

    [Fact]
    public void Activities() =>
        AssertWritten(
            """{"member":"bob","suggestions":[{"rank":1,"activity":"wheel","name":"Atelier tour","kind":"event","time":"""
                + "\"2026-03-01T18:00:00+01:00\""
                + ""","parent":"clay","score":0.5,"reasons":["""
                + Reason
                + "]}]}",
            ActivitiesAnswer.Of(
                "bob",
                [
                    new ActivitySuggestion
                    {
                        Activity = new Activity
                        {
                            Id = "wheel",
                            Name = "Atelier tour",
                            Parent = "clay",
                            Time = new DateTimeOffset(2026, 3, 1, 18, 0, 0, TimeSpan.FromHours(1)),
                        },
                        Score = 0.5,
                        Reasons = [Answers.Topics],
                    },
                ]
            )
        );

    [Fact]
    public void Group() =>
        AssertWritten(
            """{"members":["a","b"],"suggestions":[{"rank":1,"member":"bob","name":"Bob","score":0.5,"reasons":[""" + Reason + "]}]}",
            GroupAnswer.Of(
                ["a", "b"],
                [
                    new GroupSuggestion
                    {
                        Member = Answers.Bob,
                        Score = 0.5,
                        Reasons = [Answers.Topics],
                    },
                ]
            )
        );

    private static void AssertWritten<T>(string expected, T answer)
    {
        using var text = new StringWriter();
        AnswerJson.Write(text, answer);
        // Compared without the indentation, so that the expectation stays readable; accents are compared as written.
        Assert.Equal(expected, Compact(text.ToString()));
        JsonDocument.Parse(text.ToString()).Dispose();
    }

    private static string Compact(string json) =>
        string.Concat(json.Split('\n').Select(line => line.TrimStart())).Replace("\": ", "\":", StringComparison.Ordinal);
}
