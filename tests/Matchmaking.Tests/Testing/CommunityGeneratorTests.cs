using System.Text.Json;
using Matchmaking.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Matchmaking.Tests.Testing;

public sealed class CommunityGeneratorTests
{
    [Fact]
    public void The_same_seed_gives_the_same_community_and_another_one_another()
    {
        Assert.Equal(Text(CommunityGenerator.Generate(seed: 3)), Text(CommunityGenerator.Generate(seed: 3)));
        Assert.NotEqual(Text(CommunityGenerator.Generate(seed: 3)), Text(CommunityGenerator.Generate(seed: 4)));
    }

    [Fact]
    public void There_is_as_much_of_everything_as_was_asked_for()
    {
        var options = new CommunityGeneratorOptions
        {
            Members = 2_000,
            Topics = 700,
            Activities = 7,
            EventsPerActivity = 4,
            Languages = ["de", "it", "pl"],
            Mentors = .3,
            Newcomers = .25,
            Blocks = .1,
            Pauses = .2,
            Hidden = .15,
            Locations = .6,
            OutcomesPerMember = 3,
            InteractionsPerMember = 0,
        };
        Community community = CommunityGenerator.Generate(options, 5);
        IReadOnlyList<Member> members = community.Members;

        Assert.Equal(2_000, members.Count);
        Assert.Equal(7 + (7 * 4), community.Activities.Count);
        Assert.InRange(Share(m => m.Mentoring?.Role == MentoringRole.Mentor), .27, .33);
        Assert.InRange(Share(m => m.Joined > options.Now.AddDays(-30)), .22, .28);
        Assert.InRange(Share(m => m.Blocks.Count > 0), .08, .12);
        Assert.InRange(Share(m => m.Availability?.PausedUntil > options.Now), .17, .23);
        Assert.InRange(Share(m => m.Hidden.Count > 0), .12, .18);
        Assert.InRange(Share(m => m.Location is not null), .57, .63);
        Assert.Equal(["de", "it", "pl"], members.SelectMany(m => m.Languages).Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(members.SelectMany(m => m.Interests).Select(interest => interest.Topic).Distinct().Count(), 500, 700);
        Assert.Empty(community.Interactions);
        Assert.InRange(community.Outcomes.Count, 3_000, 6_000);
        Assert.Contains(community.Activities, activity => activity.Time > options.Now);
        Assert.All(community.Outcomes, outcome => Assert.True(outcome.Time <= options.Now));

        double Share(Func<Member, bool> of) => members.Count(of) / (double)members.Count;
    }

    [Fact]
    public void To_change_one_setting_changes_nothing_that_others_decide()
    {
        Community few = CommunityGenerator.Generate(new() { Pauses = 0, Hidden = 0 }),
            many = CommunityGenerator.Generate(new() { Pauses = .5, Hidden = .5 });
        Assert.Equal(few.Members.Select(Told), many.Members.Select(Told));
        Assert.Equal(JsonSerializer.Serialize(few.Outcomes), JsonSerializer.Serialize(many.Outcomes));
        Assert.Equal(JsonSerializer.Serialize(few.Participations), JsonSerializer.Serialize(many.Participations));

        static string Told(Member member) => JsonSerializer.Serialize(member with { Availability = null, Hidden = [] });
    }

    [Theory]
    [InlineData(1, 1, 0, 0)]
    [InlineData(2, 5000, 1, 1)]
    [InlineData(3, 2, 2, 0)]
    public void The_smallest_communities_are_whole_and_can_be_asked(int members, int topics, int activities, int events)
    {
        var options = new CommunityGeneratorOptions
        {
            Members = members,
            Topics = topics,
            Activities = activities,
            EventsPerActivity = events,
            Languages = [],
        };
        var matchmaker = Matchmaking.Matchmaker.Create(
            CommunityGenerator.Generate(options),
            new MatchmakerOptions { TimeProvider = new FakeTimeProvider(options.Now) }
        );
        Assert.InRange(matchmaker.Suggest("m0").Count, 0, members - 1);
    }

    [Fact]
    public void What_lies_outside_its_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CommunityGeneratorOptions { Members = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CommunityGeneratorOptions { Mentors = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CommunityGeneratorOptions { Pauses = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new CommunityGeneratorOptions { Period = TimeSpan.Zero });
    }

    private static string Text(Community community) =>
        JsonSerializer.Serialize(community.Members)
        + JsonSerializer.Serialize(community.Activities)
        + JsonSerializer.Serialize(community.Participations)
        + JsonSerializer.Serialize(community.Interactions)
        + JsonSerializer.Serialize(community.Outcomes);
}
