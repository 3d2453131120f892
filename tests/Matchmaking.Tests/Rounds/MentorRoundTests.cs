using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Rounds;

public class MentorRoundTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_place_is_given_twice_and_no_rule_broken(bool stable)
    {
        for (int seed = 0; seed < 6; seed++)
        {
            var matchmaker = global::Matchmaking.Matchmaker.Create(RandomCommunity.Generate(50, seed), AtNow());
            RoundOptions options = new()
            {
                Kind = IntroductionKind.Mentor,
                Mentors = new()
                {
                    Stable = stable,
                    MentorsPerMentee = 1 + (seed % 3),
                    EveryMentor = seed % 2 == 0,
                },
                Candidates = 1 + seed,
            };
            Round round = matchmaker.PlanRound(options, cancellationToken: TestContext.Current.CancellationToken);
            RoundCheck.BreaksNothing(matchmaker, round, options);
            Assert.All(round.Introductions.CountBy(pair => pair.From.Id), mentee =>
                Assert.True(mentee.Value <= options.Mentors.MentorsPerMentee)
            );
            Assert.All(round.Introductions.GroupBy(pair => pair.To.Id), mentor =>
                Assert.True(mentor.Count() <= mentor.First().To.Mentoring!.Capacity)
            );
            Assert.Equal(
                round.Introductions.Count,
                round.Introductions.Select(pair => string.Join('-', new[] { pair.From.Id, pair.To.Id }.Order())).Distinct().Count()
            );
            Assert.All(round.Introductions.SelectMany(pair => new[] { pair.From, pair.To }).CountBy(member => member), count =>
                Assert.True(count.Value <= (count.Key.Availability?.IntroductionsPerMonth ?? int.MaxValue))
            );
            if (stable)
                Assert.Equal(0, round.Figures.BlockingPairs);
        }
    }

    [Fact]
    public void Total_fit_serves_as_many_as_a_stable_assignment_or_more_and_fits_no_worse()
    {
        for (int seed = 0; seed < 6; seed++)
        {
            var matchmaker = global::Matchmaking.Matchmaker.Create(RandomCommunity.Generate(40, seed), AtNow());
            Round Plan(bool isStable) =>
                matchmaker.PlanRound(
                    new()
                    {
                        Kind = IntroductionKind.Mentor,
                        Mentors = new() { Stable = isStable },
                    },
                    cancellationToken: TestContext.Current.CancellationToken
                );
            (Round fit, Round stable) = (Plan(isStable: false), Plan(isStable: true));
            Assert.True(fit.Figures.Served >= stable.Figures.Served);
            if (fit.Figures.Served == stable.Figures.Served)
                Assert.True(fit.Introductions.Sum(pair => pair.Score) >= stable.Introductions.Sum(pair => pair.Score) - 1e-5);
        }
    }

    [Fact]
    public void Every_mentor_gets_one_where_that_is_asked_for_and_costs_no_mentee_a_place()
    {
        Member[] members = [Mentor("gus", 3, 5), Mentor("hal", 3, 3), Mentee("ada"), Mentee("bob"), Mentee("cem")];
        Round Plan(bool every) =>
            Matchmaker(members)
                .PlanRound(
                    new()
                    {
                        Kind = IntroductionKind.Mentor,
                        Mentors = new() { EveryMentor = every },
                    },
                    cancellationToken: TestContext.Current.CancellationToken
                );

        Assert.Equal(3, Plan(false).Introductions.Count);
        Assert.Equal(["gus", "hal"], Plan(true).Introductions.Select(pair => pair.To.Id).Distinct().Order());
        Assert.Equal(3, Plan(true).Introductions.Count);
    }

    [Fact]
    public void Locked_mentorings_are_kept_and_take_their_place()
    {
        Member[] members = [Mentor("gus", 1, 5), Mentor("hal", 1, 5), Mentee("ada"), Mentee("bob")];
        Round round = Matchmaker(members)
            .PlanRound(
                new() { Kind = IntroductionKind.Mentor, Locked = [new() { FromId = "bob", ToId = "gus" }] },
                cancellationToken: TestContext.Current.CancellationToken
            );
        Assert.Equal(["ada-hal", "bob-gus"], round.Introductions.Select(pair => $"{pair.From.Id}-{pair.To.Id}").Order());
    }

    [Fact]
    public void Too_few_places_are_named_and_what_would_help()
    {
        Round round = Matchmaker(Mentor("gus", 1, 5), Mentee("ada"), Mentee("bob"))
            .PlanRound(new() { Kind = IntroductionKind.Mentor }, cancellationToken: TestContext.Current.CancellationToken);
        UnmatchedMember left = Assert.Single(round.Unmatched);
        Assert.Equal(UnmatchedReason.AllTaken, left.Reason);
        Assert.Equal([ObstacleKind.NoMentorCapacity], left.Relaxation!.Rules);
        Assert.Equal((2, 1, 0.5), (round.Figures.Participants, round.Figures.Served, round.Figures.ServedShare));
    }

    [Fact]
    public void A_large_round_in_which_everybody_may_have_everybody_gives_out_every_place_and_fits_best()
    {
        // 160 × 140 pairs: enough for the table of places (DenseExpansion) instead of the flow.
        string[] topics = ["chess", "jazz", "running", "cooking", "pottery"];
        Member[] members =
        [
            .. Enumerable.Range(0, 140).Select(i => Mentor($"mentor{i}", 1, 1 + (i % 5)) with { Interests = Likes(i, 3) }),
            .. Enumerable.Range(0, 160).Select(i => Mentee($"mentee{i}") with { Interests = Likes(i, 7) }),
        ];
        global::Matchmaking.Matchmaker matchmaker = Matchmaker(members);
        RoundOptions options = new() { Kind = IntroductionKind.Mentor, Candidates = 1000 };
        Round Plan(bool isStable) =>
            matchmaker.PlanRound(
                options with
                {
                    Mentors = new() { Stable = isStable },
                },
                cancellationToken: TestContext.Current.CancellationToken
            );

        (Round fit, Round stable) = (Plan(isStable: false), Plan(isStable: true));

        Assert.Equal(140, fit.Introductions.Select(pair => pair.To.Id).Distinct().Count());
        Assert.Equal(140, fit.Introductions.Select(pair => pair.From.Id).Distinct().Count());
        Assert.Equal(140 * 160, fit.Figures.CandidatePairs);
        Assert.True(fit.Introductions.Sum(pair => pair.Score) >= stable.Introductions.Sum(pair => pair.Score) - 1e-4);
        Assert.Equal(
            fit.Introductions.Select(pair => (pair.From.Id, pair.To.Id)),
            Plan(isStable: false).Introductions.Select(pair => (pair.From.Id, pair.To.Id))
        );

        Interest[] Likes(int i, int step) =>
            [
                .. topics
                    .Where((_, topic) => (i * step / 2 + topic) % 3 == 0)
                    .Select(topic => new Interest { Topic = topic, Weight = 0.2 + (i % 4 * 0.2) }),
            ];
    }

    private static Member Mentor(string id, int capacity, int level) =>
        Person(id) with
        {
            Offers = [new Offer { Topic = "rust", Level = level }],
            Mentoring = new()
            {
                Role = MentoringRole.Mentor,
                Capacity = capacity,
                Topics = ["rust"],
            },
        };

    private static Member Mentee(string id) =>
        Person(id) with
        {
            Mentoring = new() { Role = MentoringRole.Mentee, Topics = ["rust"] },
        };
}
