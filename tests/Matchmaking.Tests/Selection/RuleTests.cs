using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Selection;

public class RuleTests
{
    private static readonly Availability s_paused = new() { PausedUntil = Now.AddDays(1) };

    [Theory]
    [InlineData("ada", "bob")]
    [InlineData("bob", "ada")]
    public void A_block_by_either_side_keeps_the_two_apart(string blocker, string blocked)
    {
        Member[] members = [Person("ada"), Person("bob")];
        members[blocker == "ada" ? 0 : 1] = members[blocker == "ada" ? 0 : 1] with { Blocks = [blocked] };

        Forbids(ObstacleKind.Blocked, Create(members));
    }

    [Fact]
    public void A_block_of_somebody_who_is_not_there_does_no_harm() =>
        Assert.Single(Create([Person("ada") with { Blocks = ["gone"] }, Person("bob")]).Suggest("ada"));

    [Fact]
    public void Who_paused_is_neither_suggested_nor_given_suggestions()
    {
        Forbids(ObstacleKind.Paused, Create([Person("ada"), Person("bob") with { Availability = s_paused }]));
        Forbids(ObstacleKind.Paused, Create([Person("ada") with { Availability = s_paused }, Person("bob")]));
    }

    [Fact]
    public void A_pause_that_is_over_is_no_obstacle() =>
        Assert.Single(
            Create([Person("ada") with { Availability = new() { PausedUntil = Now.AddDays(-1) } }, Person("bob")]).Suggest("ada")
        );

    [Theory]
    [InlineData("ada")]
    [InlineData("bob")]
    public void A_monthly_cap_of_either_side_holds(string capped)
    {
        Member[] members =
        [
            .. new[] { "ada", "bob", "cem" }.Select(id =>
                Person(id) with
                {
                    Availability = id == capped ? new() { IntroductionsPerMonth = 1 } : null,
                }
            ),
        ];

        Forbids(ObstacleKind.MonthlyCapReached, Create(members, Outcome(capped, "cem", OutcomeKind.Shown, daysAgo: 10)));
        Assert.Contains("bob", Ids(Create(members, Outcome(capped, "cem", OutcomeKind.Shown, daysAgo: 31)).Suggest("ada")));
    }

    [Fact]
    public void A_cap_of_none_means_none() =>
        Forbids(
            ObstacleKind.MonthlyCapReached,
            Create([Person("ada") with { Availability = new() { IntroductionsPerMonth = 0 } }, Person("bob")])
        );

    [Theory]
    [InlineData(OutcomeKind.Shown, 80, true)]
    [InlineData(OutcomeKind.Shown, 100, false)]
    [InlineData(OutcomeKind.Declined, 100, true)]
    [InlineData(OutcomeKind.Declined, 400, false)]
    public void An_outcome_keeps_the_two_apart_for_a_while_and_a_no_for_longer(OutcomeKind kind, int daysAgo, bool apart)
    {
        Member[] members = [Person("ada"), Person("bob")];

        Assert.Equal(!apart, Create(members, Outcome("ada", "bob", kind, daysAgo)).Explain("ada", "bob").IsAllowed);
        Assert.Equal(!apart, Create(members, Outcome("bob", "ada", kind, daysAgo)).Explain("ada", "bob").IsAllowed);
    }

    [Fact]
    public void Who_know_each_other_are_suggested_only_when_asked_for()
    {
        var matchmaker = global::Matchmaking.Matchmaker.Create(
            new Community([Person("ada"), Person("bob")], interactions: [Met("bob", "ada")]),
            AtNow()
        );

        Forbids(ObstacleKind.AlreadyConnected, matchmaker);
        Assert.Equal(["bob"], Ids(matchmaker.Suggest("ada", new() { IncludeConnected = true })));
    }

    [Fact]
    public void Without_a_common_language_nobody_is_suggested_unless_the_host_says_so()
    {
        Member[] members = [Person("ada") with { Languages = ["fr-CA"] }, Person("bob") with { Languages = ["en", "de"] }];

        Forbids(ObstacleKind.NoCommonLanguage, Create(members));
        Assert.Single(
            global::Matchmaking.Matchmaker.Create(new Community(members), AtNow(new() { RequireCommonLanguage = false })).Suggest("ada")
        );
    }

    [Fact]
    public void Who_tells_no_language_is_not_shut_out() =>
        Assert.Single(Create([Person("ada") with { Languages = ["fr"] }, Person("bob")]).Suggest("ada"));

    [Fact]
    public void Too_few_common_hours_are_an_obstacle_where_the_host_asks_for_more()
    {
        Availability monday = new()
        {
            Windows =
            [
                new()
                {
                    Day = DayOfWeek.Monday,
                    From = new(18, 0),
                    To = new(20, 0),
                },
            ],
        };
        Member[] members =
        [
            Person("ada") with
            {
                TimeZone = "Europe/Paris",
                Availability = monday,
            },
            Person("bob") with
            {
                TimeZone = "Europe/London",
                Availability = monday,
            },
        ];

        Assert.Single(
            global::Matchmaking.Matchmaker.Create(new Community(members), AtNow(new() { MinimumCommonHours = 1 })).Suggest("ada")
        );
        Forbids(
            ObstacleKind.TooFewCommonHours,
            global::Matchmaking.Matchmaker.Create(new Community(members), AtNow(new() { MinimumCommonHours = 1.5 }))
        );
    }

    [Fact]
    public void The_hosts_own_rule_holds_for_every_call_and_a_calls_rule_for_that_call()
    {
        Member[] members = [Person("ada"), Person("bob"), Person("cem")];
        var always = global::Matchmaking.Matchmaker.Create(
            new Community(members),
            AtNow(new() { Allow = (_, candidate) => candidate.Id != "bob" })
        );
        Matchmaker once = Create(members);

        Forbids(ObstacleKind.HostRule, always);
        Assert.Equal(["cem"], Ids(always.Suggest("ada")));
        Assert.Equal(["bob"], Ids(once.Suggest("ada", new() { Allow = (_, candidate) => candidate.Id != "cem" })));
        Assert.Equal(2, once.Suggest("ada").Count);
    }

    [Fact]
    public void Exclusions_of_a_call_are_left_out_and_unknown_ones_passed_over() =>
        Assert.Equal(
            ["cem"],
            Ids(Create([Person("ada"), Person("bob"), Person("cem")]).Suggest("ada", new() { Exclude = ["bob", "nobody"] }))
        );

    [Fact]
    public void A_mentor_whose_places_are_taken_is_left_out_until_one_is_free()
    {
        Member[] members =
        [
            Person("ada") with
            {
                Mentoring = new() { Role = MentoringRole.Mentee, Topics = ["rust"] },
            },
            Person("bob", offers: ["rust"]) with
            {
                Mentoring = new() { Role = MentoringRole.Mentor, Capacity = 1 },
            },
            Person("cem") with
            {
                Mentoring = new() { Role = MentoringRole.Mentee },
            },
        ];
        SuggestOptions mentor = new() { Kind = IntroductionKind.Mentor };

        Assert.Empty(Create(members, Outcome("cem", "bob", OutcomeKind.Accepted, daysAgo: 100)).Suggest("ada", mentor));
        Assert.Contains(
            Create(members, Outcome("cem", "bob", OutcomeKind.Accepted, daysAgo: 100)).Explain("ada", "bob", mentor).Obstacles,
            o => o.Kind == ObstacleKind.NoMentorCapacity
        );
        Assert.Single(Create(members, Outcome("cem", "bob", OutcomeKind.Accepted, daysAgo: 200)).Suggest("ada", mentor));
        Assert.Single(Create(members, Outcome("cem", "bob", OutcomeKind.Declined, daysAgo: 10)).Suggest("ada", mentor));
    }

    [Fact]
    public void A_buddy_is_settled()
    {
        Matchmaker matchmaker = Create([
            Person("ada"),
            Person("new") with
            {
                Joined = Now.AddDays(-30),
            },
            Person("old") with
            {
                Joined = Now.AddDays(-300),
            },
        ]);

        Assert.Equal(["old"], Ids(matchmaker.Suggest("ada", new() { Kind = IntroductionKind.Buddy })));
        Assert.Contains(matchmaker.Explain("ada", "new", new() { Kind = IntroductionKind.Buddy }).Obstacles, obstacle =>
            obstacle.Kind == ObstacleKind.NotSettled
        );
    }

    [Fact]
    public void Nobody_is_introduced_to_themselves() =>
        Assert.Contains(Create([Person("ada"), Person("bob")]).Explain("ada", "ada").Obstacles, obstacle =>
            obstacle.Kind == ObstacleKind.SameMember
        );

    [Fact]
    public void Every_obstacle_is_named_at_once()
    {
        Matchmaker matchmaker = Create(
            [Person("ada") with { Blocks = ["bob"], Availability = s_paused }, Person("bob")],
            Outcome("ada", "bob", OutcomeKind.Shown, 1)
        );

        Assert.Equal(
            [ObstacleKind.Blocked, ObstacleKind.Paused, ObstacleKind.CoolingDown],
            matchmaker.Explain("ada", "bob").Obstacles.Select(obstacle => obstacle.Kind)
        );
    }

    [Theory]
    [InlineData(IntroductionKind.Any)]
    [InlineData(IntroductionKind.Mentor)]
    [InlineData(IntroductionKind.Bridge)]
    [InlineData(IntroductionKind.Buddy)]
    public void No_suggestion_ever_breaks_a_rule(IntroductionKind kind)
    {
        for (int seed = 0; seed < 10; seed++)
        {
            var matchmaker = global::Matchmaking.Matchmaker.Create(RandomCommunity.Generate(40, seed), AtNow());
            foreach (Member member in matchmaker.Community.Members)
            {
                SuggestOptions options = new() { Kind = kind, Count = 1000 };
                string[] suggested = Ids(matchmaker.Suggest(member.Id, options));
                string[] allowed =
                [
                    .. matchmaker
                        .Community.Members.Where(other => matchmaker.Explain(member.Id, other.Id, options).IsAllowed)
                        .Select(other => other.Id),
                ];
                Assert.Equal(allowed.Order(), suggested.Order());
            }
        }
    }

    private static Matchmaker Create(Member[] members, params Outcome[] outcomes) =>
        global::Matchmaking.Matchmaker.Create(new Community(members, outcomes: outcomes), AtNow());

    /// <summary>Ada is not suggested Bob, and the explanation says why.</summary>
    private static void Forbids(ObstacleKind kind, Matchmaker matchmaker)
    {
        Assert.DoesNotContain("bob", Ids(matchmaker.Suggest("ada")));
        Assert.Contains(matchmaker.Explain("ada", "bob").Obstacles, obstacle => obstacle.Kind == kind);
    }
}
