namespace Matchmaking.Tests;

public class CommunityTests
{
    private static readonly DateTimeOffset s_time = new(2026, 3, 1, 18, 0, 0, TimeSpan.Zero);
    private static readonly Member[] s_members = [new() { Id = "amelie" }, new() { Id = "bob" }];
    private static readonly Activity[] s_activities = [new() { Id = "chess" }];

    [Fact]
    public void Members_are_found_by_id_and_unknown_ids_are_named()
    {
        var community = new Community(s_members);
        Assert.Same(s_members[1], community["bob"]);
        Assert.True(community.Contains("amelie"));
        Assert.False(community.Contains("Amelie"));
        Assert.Equal("zoe", Assert.Throws<MemberNotFoundException>(() => community["zoe"]).MemberId);
        Assert.Empty(community.Warnings);
    }

    [Fact]
    public void A_new_community_may_be_empty() => Assert.Empty(new Community([]).Members);

    [Fact]
    public void No_list_may_hold_a_null() => Assert.Throws<ArgumentException>(() => new Community([s_members[0], null!]));

    [Fact]
    public void An_id_may_stand_once_among_members() =>
        Refused("member 'bob' stands twice: at 1 and at 2", () => new Community([.. s_members, new Member { Id = "bob" }]));

    [Fact]
    public void An_id_may_stand_once_among_activities() =>
        Refused("activity 'chess' stands twice: at 0 and at 1", () =>
            new Community(s_members, [.. s_activities, new Activity { Id = "chess" }])
        );

    [Fact]
    public void Participations_name_members_and_activities_that_exist()
    {
        Refused("participations[1]: member names 'zoe'", () => Of(participations: [Joins("bob", "chess"), Joins("zoe", "chess")]));
        Refused("participations[0]: activity names 'go'", () => Of(participations: [Joins("bob", "go")]));
    }

    [Fact]
    public void Interactions_name_two_members_that_exist()
    {
        Refused("interactions[0]: from names 'zoe'", () => Of(interactions: [Acts("zoe", "bob")]));
        Refused("interactions[0]: to names 'zoe'", () => Of(interactions: [Acts("bob", "zoe")]));
        Refused("from and to are the same member, 'bob'", () => Of(interactions: [Acts("bob", "bob")]));
    }

    [Fact]
    public void Outcomes_name_two_members_that_exist()
    {
        Refused("outcomes[0]: from names 'zoe'", () => Of(outcomes: [Answers("zoe", "bob", OutcomeKind.Met)]));
        Refused("outcomes[0]: to names 'zoe'", () => Of(outcomes: [Answers("bob", "zoe", OutcomeKind.Met)]));
        Refused("from and to are the same member, 'bob'", () => Of(outcomes: [Answers("bob", "bob", OutcomeKind.Met)]));
    }

    [Fact]
    public void A_rated_outcome_has_a_rating()
    {
        Refused("'amelie' rated 'bob', but the rating (1 to 5) is missing", () =>
            Of(outcomes: [Answers("amelie", "bob", OutcomeKind.Rated)])
        );
        Assert.Single(Of(outcomes: [Answers("amelie", "bob", OutcomeKind.Rated) with { Rating = 4.5 }]).Outcomes);
    }

    [Fact]
    public void An_activitys_parent_exists() =>
        Refused("activities[1]: the parent 'club' of 'go' is not among the activities", () =>
            new Community(s_members, [.. s_activities, new() { Id = "go", Parent = "club" }])
        );

    [Fact]
    public void No_activity_is_its_own_parent_over_any_number_of_steps()
    {
        Refused("lead back to it", () => new Community(s_members, [new() { Id = "a", Parent = "a" }]));
        Refused("lead back to it", () =>
            new Community(s_members, [new() { Id = "a", Parent = "b" }, new() { Id = "b", Parent = "c" }, new() { Id = "c", Parent = "a" }])
        );
    }

    [Fact]
    public void Several_activities_may_share_a_parent_that_stands_below_them()
    {
        var community = new Community(
            s_members,
            [new() { Id = "a", Parent = "club" }, new() { Id = "b", Parent = "club" }, new() { Id = "club" }]
        );
        Assert.Equal(3, community.Activities.Count);
    }

    [Fact]
    public void A_chain_of_parents_may_be_a_hundred_thousand_long()
    {
        Activity[] chain =
        [
            .. Enumerable.Range(0, 100_000).Select(i => new Activity { Id = $"a{i}", Parent = i < 99_999 ? $"a{i + 1}" : null }),
        ];
        Assert.Equal(chain.Length, new Community(s_members, chain).Activities.Count);
    }

    private static Community Of(
        IReadOnlyList<Participation>? participations = null,
        IReadOnlyList<Interaction>? interactions = null,
        IReadOnlyList<Outcome>? outcomes = null
    ) => new(s_members, s_activities, participations, interactions, outcomes);

    private static Participation Joins(string member, string activity) => new() { MemberId = member, ActivityId = activity };

    private static Interaction Acts(string from, string to) =>
        new()
        {
            FromId = from,
            ToId = to,
            Time = s_time,
        };

    private static Outcome Answers(string from, string to, OutcomeKind kind) =>
        new()
        {
            FromId = from,
            ToId = to,
            Kind = kind,
            Time = s_time,
        };

    private static void Refused(string reason, Func<Community> build) =>
        Assert.Contains(reason, Assert.Throws<CommunityFormatException>(build).Message, StringComparison.Ordinal);
}
