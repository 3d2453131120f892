using System.Text.Json;

namespace Matchmaking.Tests.Learning;

public sealed class LearningReportTests
{
    [Fact]
    public void What_is_not_known_is_said_so_in_the_text_and_null_in_the_JSON()
    {
        LearningReport report = Report(
            [Candidate("blend", .7, double.PositiveInfinity, 0, 0), Candidate("rules", .6, .02, -.1, double.PositiveInfinity)],
            "rules",
            "The rules stay."
        );
        string text = report.ToString();
        JsonElement candidate = JsonDocument.Parse(report.ToJson()).RootElement.GetProperty("uses")[0].GetProperty("candidates")[0];

        Assert.Contains("0.700 ± unknown", text, StringComparison.Ordinal);
        Assert.Contains("-0.100 ± unknown", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", text + report.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("∞", text, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, candidate.GetProperty("standardError").ValueKind);
        Assert.Equal(.7, candidate.GetProperty("auc").GetDouble());
    }

    [Fact]
    public void Of_one_member_who_answers_no_error_is_known_and_the_report_says_so()
    {
        Member[] members =
        [
            .. Enumerable
                .Range(0, 81)
                .Select(i => People.Person($"p{i}") with { Attributes = new Dictionary<string, AttributeValue> { ["age"] = i } }),
        ];
        var community = new Community(
            members,
            outcomes:
            [
                .. Enumerable
                    .Range(1, 80)
                    .Select(i => People.Outcome("p0", $"p{i}", i % 2 == 0 ? OutcomeKind.Accepted : OutcomeKind.Declined, 3)),
            ]
        );
        LearningReport report = LearningCommunity.Matchmaker(community).Learn(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains("± unknown", report.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", report.ToString() + report.ToJson(), StringComparison.Ordinal);
        Assert.All(report.Uses, use => Assert.Equal("rules", use.Chosen));
    }

    [Fact]
    public void The_table_has_headings_and_names_who_won()
    {
        string[] lines = Report([Candidate("blend", .7, .02, 0, 0), Candidate("rules", .6, .02, -.1, .01)], "rules", "The rules stay.")
            .ToString()
            .Split('\n');
        int heading = Array.FindIndex(lines, line => line.Contains("AUC above the default's", StringComparison.Ordinal));

        Assert.Contains("blend (default)", lines[heading + 1], StringComparison.Ordinal);
        Assert.StartsWith("  * rules", lines[heading + 2], StringComparison.Ordinal);
        Assert.Equal(
            lines[heading].IndexOf("AUC above", StringComparison.Ordinal),
            lines[heading + 2].IndexOf("-0.100", StringComparison.Ordinal)
        );
        Assert.Equal("  * chosen: rules. The rules stay.", lines[heading + 3]);
    }

    [Fact]
    public void A_use_of_questions_has_a_column_for_their_lists()
    {
        string text = Report([Candidate("blend", .7, .02, 0, 0) with { Ndcg = .25, NdcgError = .01 }], "blend", "So.").ToString();
        Assert.Contains("NDCG@10", text, StringComparison.Ordinal);
        Assert.Contains("0.250 ± 0.010     0.700 ± 0.020", text, StringComparison.Ordinal);
    }

    [Fact]
    public void All_columns_of_the_network_have_words_and_a_hosts_own_stay()
    {
        CommunityIndex index = LearningCommunity.Index(RandomCommunity.Generate(30, seed: 5));
        FeatureInfo[] all =
        [
            .. PairFeaturizer.Fit(index, TestContext.Current.CancellationToken).Features,
            .. ActivityFeatures.Features,
            .. GroupFeatureQuery.Features,
        ];
        Assert.All(all.Where(feature => feature.Name.Contains('-', StringComparison.Ordinal)), feature =>
            Assert.NotEqual(feature.Name, feature.Part == ScorePart.Profile ? "" : feature.Words)
        );
        Assert.Equal(
            "walk",
            Assert.Single(ActivityFeatures.Features, feature => feature.Words.StartsWith("a random walk", StringComparison.Ordinal)).Name
        );
        Assert.Equal(
            "days since the last doing of the activity",
            Assert.Single(ActivityFeatures.Features, feature => feature.Name == "activity: days-since-last").Words
        );
        Assert.Contains(all, feature => feature is { Name: "rules: score", Words: "the rules' score", ThingWords: "rules" });
    }

    [Fact]
    public void A_side_of_an_attribute_is_told_in_words()
    {
        Member[] members =
        [
            .. Enumerable
                .Range(0, 20)
                .Select(i =>
                    People.Person($"p{i}") with
                    {
                        Attributes = new Dictionary<string, AttributeValue>
                        {
                            ["from: age"] = 20 + i,
                            ["office"] = i % 2 == 0 ? "Lille" : "to",
                        },
                    }
                ),
        ];
        IReadOnlyList<FeatureInfo> features = PairFeaturizer
            .Fit(LearningCommunity.Index(new Community(members)), TestContext.Current.CancellationToken)
            .Features;

        Assert.Contains(features, feature =>
            feature is { Name: "office: from = Lille", Words: "office of who asks = Lille", Thing: "office" }
        );
        FeatureInfo age = Assert.Single(features, feature => feature.Name == "from: age: to");
        Assert.Equal(FeatureSide.To, age.Side);
        Assert.Equal("from: age: from", features[features.Index().First(at => at.Item == age).Index + age.Counterpart].Name);
    }

    [Fact]
    public void Too_few_outcomes_and_too_short_a_history_are_both_told_with_their_numbers()
    {
        Member[] members = [.. Enumerable.Range(0, 40).Select(i => People.Person($"m{i}"))];
        Outcome[] declined = [.. Enumerable.Range(1, 35).Select(i => People.Outcome("m0", $"m{i}", OutcomeKind.Declined, 3))];
        Outcome[] shown = [.. Enumerable.Range(1, 20).Select(i => People.Outcome($"m{i}", "m0", OutcomeKind.Shown, 3))];

        string summary = Matchmaker
            .Create(new Community(members, outcomes: [.. declined, .. shown]), People.AtNow())
            .Learn(cancellationToken: TestContext.Current.CancellationToken)
            .Summary;
        Assert.Contains(
            "Too few outcomes to learn from: 0 yes and 55 no, 20 of them shown without an answer; at least 30 of each are needed.",
            summary,
            StringComparison.Ordinal
        );
        Assert.Contains("too short to learn from: no participation and no interaction has a time", summary, StringComparison.Ordinal);

        LearningReport without = Matchmaker
            .Create(new Community(members, interactions: [People.Met("m0", "m1", 2), People.Met("m0", "m1", 1)]), People.AtNow())
            .Learn(cancellationToken: TestContext.Current.CancellationToken);
        Assert.StartsWith("There are no outcomes to learn from. ", without.Summary, StringComparison.Ordinal);
        Assert.Contains("2 participations and interactions with a time, over 1 day(s)", without.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("Learned from 0", without.ToString(), StringComparison.Ordinal);
    }

    private static CandidateResult Candidate(string name, double auc, double error, double difference, double differenceError) =>
        new()
        {
            Name = name,
            Auc = auc,
            StandardError = error,
            Difference = difference,
            DifferenceError = differenceError,
        };

    private static LearningReport Report(CandidateResult[] candidates, string chosen, string why) =>
        new()
        {
            Source = LearningSource.Outcomes,
            IsUsed = true,
            Summary = "A summary.",
            Outcomes = new Dictionary<OutcomeKind, int>(),
            Pairs = 10,
            Positives = 5,
            Uses =
            [
                new()
                {
                    Name = "Between newcomers",
                    Validation = "held out",
                    Pairs = 10,
                    Positives = 5,
                    Candidates = [.. candidates.Select(candidate => candidate with { IsChosen = candidate.Name == chosen })],
                    Chosen = chosen,
                    IsServedByModel = chosen != "rules",
                    Why = why,
                    Calibration = new CalibrationReport
                    {
                        LogLoss = .5,
                        BaseLogLoss = .6,
                        Brier = .2,
                        BaseBrier = .25,
                        Reliability = [],
                    },
                },
            ],
            Importance = [],
            Seconds = 1,
        };
}
