using Matchmaking.Tests.Rounds;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests;

/// <summary>"Never again" and "since ever" are times that hosts give; none may end in a sum beyond the calendar.</summary>
public class TimesAtTheirLimitsTests
{
    private static readonly MatchmakerOptions s_longest = AtNow(
        new()
        {
            CoolDown = TimeSpan.MaxValue,
            CoolDownAfterDecline = TimeSpan.MaxValue,
            MentoringPeriod = TimeSpan.MaxValue,
            NewcomerPeriod = TimeSpan.MaxValue,
            HalfLife = TimeSpan.MaxValue,
        }
    );

    public static MatrixTheoryData<DateTimeOffset, DateTimeOffset, bool> Ends { get; } =
        new([DateTimeOffset.MinValue, DateTimeOffset.MaxValue], [Now, DateTimeOffset.MinValue, DateTimeOffset.MaxValue], [false, true]);

    [Theory]
    [InlineData(OutcomeKind.Shown)]
    [InlineData(OutcomeKind.Declined)]
    public void A_cool_down_without_end_keeps_two_apart_for_good(OutcomeKind kind)
    {
        Matchmaker matchmaker = global::Matchmaking.Matchmaker.Create(
            new Community([Person("ada"), Person("bob"), Person("cem")], outcomes: [Outcome("ada", "bob", kind, daysAgo: 100_000)]),
            s_longest
        );

        Assert.Equal(["cem"], Ids(matchmaker.Suggest("ada")));
        Assert.Equal(["cem"], Ids(matchmaker.Suggest("bob")));
        Assert.Equal([ObstacleKind.CoolingDown], matchmaker.Explain("ada", "bob").Obstacles.Select(obstacle => obstacle.Kind));
        Assert.DoesNotContain(
            ("ada", "bob"),
            RoundCheck.Pairs(matchmaker.PlanRound(cancellationToken: TestContext.Current.CancellationToken))
        );
    }

    [Fact]
    public void A_mentee_may_take_up_a_place_for_good()
    {
        MentoringPreferences mentor = new() { Role = MentoringRole.Mentor, Capacity = 1 },
            mentee = new() { Role = MentoringRole.Mentee };
        Matchmaker matchmaker = global::Matchmaking.Matchmaker.Create(
            new Community(
                [
                    Person("mentor") with
                    {
                        Mentoring = mentor,
                    },
                    Person("mentee") with
                    {
                        Mentoring = mentee,
                    },
                    Person("other") with
                    {
                        Mentoring = mentee,
                    },
                ],
                outcomes: [Outcome("mentee", "mentor", OutcomeKind.Accepted, daysAgo: 100_000)]
            ),
            s_longest
        );

        Assert.Empty(matchmaker.Suggest("other", new SuggestOptions { Kind = IntroductionKind.Mentor }));
    }

    [Fact]
    public void What_counts_for_good_can_be_learned_from()
    {
        Community community = Learning.LinkCommunity.OfShifts(weeks: 30);
        Matchmaker matchmaker = global::Matchmaking.Matchmaker.Create(community, s_longest);

        Assert.NotEmpty(
            matchmaker
                .Learn(new() { Source = LearningSource.Interactions }, cancellationToken: TestContext.Current.CancellationToken)
                .Summary
        );
    }

    [Fact]
    public void Whoever_told_when_they_joined_may_be_a_newcomer_for_good()
    {
        Member settled = Person("settled"),
            newcomer = Person("newcomer") with { Joined = DateTimeOffset.MinValue },
            other = Person("other") with { Joined = Now.AddDays(-1) };
        Matchmaker matchmaker = global::Matchmaking.Matchmaker.Create(
            new Community(
                [settled, newcomer, other],
                interactions:
                [
                    new Interaction
                    {
                        FromId = "settled",
                        ToId = "other",
                        Kind = "reply",
                    },
                ]
            ),
            s_longest
        );

        Assert.Equal(["settled"], Ids(matchmaker.Suggest("newcomer", new SuggestOptions { Kind = IntroductionKind.Buddy })));
        Round round = matchmaker.PlanRound(
            new() { Kind = IntroductionKind.Buddy },
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.Equal("settled", Assert.Single(round.Introductions).To.Id);
    }

    /// <summary>Whatever is dated, at either end of the calendar, with a clock anywhere in it.</summary>
    [Theory]
    [MemberData(nameof(Ends))]
    public void A_date_at_either_end_of_the_calendar_does_no_harm(DateTimeOffset date, DateTimeOffset now, bool longest)
    {
        MatchmakerOptions options = (longest ? s_longest : new MatchmakerOptions()) with { TimeProvider = new FixedTime(now) };
        Availability hours = new()
        {
            Windows =
            [
                new()
                {
                    Day = DayOfWeek.Monday,
                    From = new TimeOnly(18, 0),
                    To = new TimeOnly(2, 0),
                },
                new()
                {
                    Day = DayOfWeek.Sunday,
                    From = new TimeOnly(9, 0),
                    To = new TimeOnly(12, 0),
                },
            ],
        };
        Member[] members =
        [
            .. new[] { "ada", "bob", "cem", "dan" }.Select(id =>
                Person(id, likes: ["chess"]) with
                {
                    Joined = date,
                    TimeZone = "America/Montreal",
                    Availability = hours with { PausedUntil = id == "dan" ? date : null, IntroductionsPerMonth = 3 },
                    Mentoring = new() { Role = MentoringRole.Both, Capacity = 2 },
                }
            ),
        ];
        var community = new Community(
            members,
            [new Activity { Id = "club", Time = date }, new Activity { Id = "walk", Time = Now }],
            [
                new Participation
                {
                    MemberId = "ada",
                    ActivityId = "club",
                    Time = date,
                },
                new Participation { MemberId = "bob", ActivityId = "club" },
                new Participation
                {
                    MemberId = "bob",
                    ActivityId = "walk",
                    Time = Now,
                },
            ],
            [
                new Interaction
                {
                    FromId = "ada",
                    ToId = "cem",
                    Time = date,
                },
            ],
            [
                new Outcome
                {
                    FromId = "ada",
                    ToId = "bob",
                    Kind = OutcomeKind.Accepted,
                    Time = date,
                },
                new Outcome
                {
                    FromId = "bob",
                    ToId = "cem",
                    Kind = OutcomeKind.Declined,
                    Time = date,
                },
            ]
        );
        Matchmaker matchmaker = global::Matchmaking.Matchmaker.Create(community, options);
        var history = new RoundHistory([
            new HistoryEntry
            {
                Time = date,
                Groups =
                [
                    ["ada", "cem"],
                ],
                LeftOut = ["bob"],
            },
        ]);

        foreach (IntroductionKind kind in Enum.GetValues<IntroductionKind>())
        {
            foreach (Member member in members)
            {
                matchmaker.Suggest(member.Id, new SuggestOptions { Kind = kind, IncludeConnected = true });
                Assert.All(members.Where(other => other != member), other =>
                    matchmaker.Explain(member.Id, other.Id, new SuggestOptions { Kind = kind })
                );
            }

            matchmaker.PlanRound(
                new()
                {
                    Kind = kind,
                    History = history,
                    CoolDown = longest ? TimeSpan.MaxValue : null,
                    Recovery = longest ? TimeSpan.MaxValue : TimeSpan.Zero,
                },
                cancellationToken: TestContext.Current.CancellationToken
            );
        }

        matchmaker.PlanRound(new() { GroupSize = 3, History = history }, cancellationToken: TestContext.Current.CancellationToken);
        matchmaker.SuggestActivities("cem");
        matchmaker.SuggestForGroup(["ada"]);
        matchmaker.RankForAll(cancellationToken: TestContext.Current.CancellationToken);
        matchmaker.Record(
            new Outcome
            {
                FromId = "cem",
                ToId = "ada",
                Kind = OutcomeKind.Met,
                Time = date,
            }
        );
        matchmaker.Record(
            new Participation
            {
                MemberId = "cem",
                ActivityId = "walk",
                Time = date,
            }
        );
        Assert.NotNull(matchmaker.Suggest("cem"));
        matchmaker.Remove("ada");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Outcomes_at_either_end_of_the_calendar_can_be_learned_from(int end)
    {
        Community community = Learning.LearningCommunity.OfAlikeTaste(members: 40, meetings: 300);
        Availability hours = new()
        {
            Windows =
            [
                new()
                {
                    Day = DayOfWeek.Monday,
                    From = new TimeOnly(18, 0),
                    To = new TimeOnly(2, 0),
                },
            ],
        };
        DateTimeOffset date = end == 0 ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue;
        Matchmaker matchmaker = global::Matchmaking.Matchmaker.Create(
            new Community(
                [.. community.Members.Select(member => member with { Availability = hours, Joined = date })],
                outcomes: [.. community.Outcomes.Select((outcome, i) => i % 10 == 0 ? outcome with { Time = date } : outcome)]
            ),
            AtNow()
        );

        matchmaker.Learn(cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEmpty(matchmaker.Suggest("m0"));
    }

    [Fact]
    public void Rounds_that_would_end_after_the_calendar_are_refused()
    {
        Matchmaker matchmaker = Matchmaker(Person("ada"), Person("bob"), Person("cem"), Person("dan"));

        Assert.Contains(
            "9999",
            Assert
                .Throws<ArgumentException>(() =>
                    matchmaker.PlanRounds(
                        2,
                        new() { Interval = TimeSpan.MaxValue },
                        cancellationToken: TestContext.Current.CancellationToken
                    )
                )
                .Message,
            StringComparison.Ordinal
        );
        Assert.Single(
            matchmaker
                .PlanRounds(1, new() { Interval = TimeSpan.MaxValue }, cancellationToken: TestContext.Current.CancellationToken)
                .Rounds
        );
    }
}
