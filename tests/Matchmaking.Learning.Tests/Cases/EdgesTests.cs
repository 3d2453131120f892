using Microsoft.Extensions.Time.Testing;

namespace Matchmaking.Tests.Cases;

/// <summary>Whatever numbers members tell, what is learned from them are numbers, and can be saved and loaded.</summary>
public sealed class EdgesTests
{
    [Fact]
    public void Attributes_at_the_edges_of_what_a_number_can_be_give_models_that_load()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        var settings = new Testing.CommunityGeneratorOptions { Members = 60, OutcomesPerMember = 15 };
        Community generated = Testing.CommunityGenerator.Generate(settings, 4);
        double[] edges = [double.MaxValue, double.MinValue, double.Epsilon, 1e39, -1e39, 1e-300, 0, 1];
        Member[] members =
        [
            .. generated.Members.Select(
                (member, i) =>
                    member with
                    {
                        Attributes = new Dictionary<string, AttributeValue>(member.Attributes)
                        {
                            ["all"] = edges[i % edges.Length],
                            ["one"] = i == 3 ? double.MaxValue : i % 7,
                            ["tiny"] = i % 2 == 0 ? double.Epsilon : 1e-310,
                        },
                    }
            ),
        ];
        var options = new MatchmakerOptions { TimeProvider = new FakeTimeProvider(settings.Now) };
        var community = new Community(members, generated.Activities, generated.Participations, generated.Interactions, generated.Outcomes);
        var matchmaker = Matchmaker.Create(community, options);
        LearningReport report = matchmaker.Learn(new() { Source = LearningSource.Outcomes }, cancellationToken: token);

        Assert.NotEmpty(report.ToJson());
        Assert.True(report.IsUsed, report.ToString());
        using var file = new MemoryStream();
        matchmaker.Save(file, token);
        file.Position = 0;
        var loaded = Matchmaker.Load(file, options, token);
        loaded.UseLearning();
        Assert.Equal(
            matchmaker.Suggest("m1").Select(pair => (pair.To.Id, pair.Score)),
            loaded.Suggest("m1").Select(pair => (pair.To.Id, pair.Score))
        );
        Assert.All(loaded.Suggest("m1"), pair => Assert.True(double.IsFinite(pair.Score)));
    }
}
