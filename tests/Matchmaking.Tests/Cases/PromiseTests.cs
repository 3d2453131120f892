using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Cases;

/// <summary>What the README and the documents promise in a sentence, each held by a test that names it.</summary>
public sealed class PromiseTests
{
    [Theory]
    [InlineData("developpement Web", "Développement web")] // case and accents
    [InlineData("poteries", "poterie")] // plurals
    [InlineData("musicienne", "musicien")] // genders
    [InlineData("start-up", "startup")] // hyphens
    [InlineData("photgraphie", "photographie")] // small slips
    public void README_topics_match_however_people_write_them_and_small_slips_do_not_keep_two_members_apart(string one, string other)
    {
        Member[] members = [Person("ada", likes: [one]), Person("bob", likes: [other])];
        Assert.Contains(Matchmaker(members).Explain("ada", "bob").Introduction.Parts, part =>
            part.Part == ScorePart.SharedInterests && part.Forward > .99
        );
    }

    [Fact]
    public void README_if_you_ask_for_ten_and_ten_are_allowed_you_get_ten()
    {
        Member[] members = [.. Enumerable.Range(0, 40).Select(i => Person($"m{i}") with { Languages = [i < 11 ? "fr" : "en"] })];
        Assert.Equal(10, Matchmaker(members).Suggest("m0").Count);
    }

    [Theory]
    [InlineData(12, 2)]
    [InlineData(12, 3)]
    [InlineData(13, 2)]
    [InlineData(14, 4)]
    public void Rounds_groups_and_pairs_serve_as_many_as_the_rules_allow(int count, int size)
    {
        // Nobody but those of the two camps' own may meet; each camp is large enough for a group.
        Member[] members = [.. Enumerable.Range(0, count).Select(i => Person($"m{i}") with { Languages = [i < count / 2 ? "fr" : "en"] })];
        Round round = Matchmaker(members).PlanRound(new() { GroupSize = size }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(round.Unmatched);
    }

    [Fact]
    public void README_a_round_names_everybody_whom_it_leaves_out_and_says_why()
    {
        Member[] members = [Person("ada") with { Languages = ["fr"] }, Person("bob") with { Languages = ["en"] }];
        Round round = Matchmaker(members).PlanRound(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(2, round.Unmatched.Count);
        Assert.All(round.Unmatched, left => Assert.NotEmpty(left.Text));
    }

    [Fact]
    public void The_documents_of_the_tool_list_every_obstacle_and_every_part()
    {
        string document = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "cli.md"));
        foreach (ObstacleKind kind in ObstacleKind.WellKnown)
            Assert.Contains($"`{kind.Code}`", document, StringComparison.Ordinal);
        Assert.All(ScorePart.WellKnown.Append(ScorePart.Other), part =>
            Assert.Contains($"`{part.Name}`", document, StringComparison.Ordinal)
        );
    }
}
