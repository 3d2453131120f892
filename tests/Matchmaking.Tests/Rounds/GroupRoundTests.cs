using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Rounds;

public class GroupRoundTests
{
    private static readonly string[] s_topics = ["chess", "jazz", "rust", "yoga"];
    private static readonly string[] s_manyTopics = ["chess", "jazz", "rust", "yoga", "sewing", "cooking"];

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void No_round_of_groups_breaks_a_rule_and_everybody_is_told_of(int size)
    {
        for (int seed = 0; seed < 4; seed++)
        {
            var matchmaker = global::Matchmaking.Matchmaker.Create(RandomCommunity.Generate(30 + seed, seed), AtNow());
            RoundOptions options = new()
            {
                GroupSize = size,
                OddOnesSitOut = seed % 2 == 1,
                IncludeConnected = seed % 3 == 0,
                Groups = new() { CommonHours = seed % 4 == 0 ? 1 : 0 },
            };
            Round round = matchmaker.PlanRound(options, cancellationToken: TestContext.Current.CancellationToken);
            RoundCheck.BreaksNothing(matchmaker, round, options);
            Assert.All(round.Groups, group =>
                Assert.InRange(
                    group.Members.Count,
                    options.OddOnesSitOut ? size : Math.Max(3, size - 1),
                    options.OddOnesSitOut ? size : size + 1
                )
            );
            Assert.All(round.Groups, group => Assert.False(group.CommonHours < options.Groups.CommonHours));
            Assert.All(round.Groups, group =>
                Assert.True(group.Languages.Count > 0 || group.Members.All(member => member.Languages.Count == 0))
            );
        }
    }

    [Theory]
    [InlineData(20, 5, false, 20)]
    [InlineData(22, 5, false, 22)]
    [InlineData(22, 5, true, 20)]
    [InlineData(5, 3, false, 4)]
    [InlineData(11, 12, false, 11)]
    [InlineData(7, 3, false, 7)]
    public void As_many_are_seated_as_sizes_allow(int members, int size, bool sitOut, int seated)
    {
        Round round = Matchmaker(Crowd(members))
            .PlanRound(new() { GroupSize = size, OddOnesSitOut = sitOut }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(seated, round.Figures.Served);
    }

    [Fact]
    public void Those_who_share_an_interest_find_each_other()
    {
        Round round = Matchmaker(Crowd(20)).PlanRound(new() { GroupSize = 5 }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(round.Groups, group => Assert.Single(group.Members.Select(member => member.Interests[0].Topic).Distinct()));
        Assert.All(round.Groups, group =>
            Assert.Contains(group.Members[0].Interests[0].Topic, group.Because, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public void Search_makes_no_group_worse_than_what_it_began_with()
    {
        for (int seed = 0; seed < 3; seed++)
        {
            var matchmaker = global::Matchmaking.Matchmaker.Create(
                RandomCommunity.Generate(40, seed),
                AtNow(new() { RequireCommonLanguage = false })
            );
            RoundOptions options = new()
            {
                GroupSize = 4,
                IncludeConnected = true,
                Groups = new() { SharedLanguage = false, StepsPerMember = 0 },
            };
            double Worth(RoundOptions with) =>
                matchmaker
                    .PlanRound(with, cancellationToken: TestContext.Current.CancellationToken)
                    .Groups.Sum(group => group.Members.Count * (group.MeanBenefit + group.WorstBenefit) / 2);
            Assert.True(Worth(options with { Groups = options.Groups with { StepsPerMember = 300 } }) >= Worth(options) - 1e-6);
        }
    }

    [Fact]
    public void Every_group_has_its_facilitator_and_no_more_of_one_organisation_than_allowed()
    {
        Member[] members =
        [
            .. Crowd(24)
                .Select(
                    (member, i) =>
                        member with
                        {
                            Attributes = Attributes(("role", i % 6 == 0 ? "facilitator" : "member"), ("organisation", $"o{i % 3}")),
                        }
                ),
        ];
        GroupRoundOptions rules = new() { Quotas = [new("role", "facilitator") { AtLeast = 1 }, new("organisation") { AtMost = 2 }] };
        Round round = Matchmaker(members)
            .PlanRound(new() { GroupSize = 6, Groups = rules }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((24, 4), (round.Figures.Served, round.Groups.Count));
        foreach (RoundGroup group in round.Groups)
        {
            Assert.Contains(group.Members, member => member.Attributes["role"].ToString() == "facilitator");
            Assert.True(group.Members.CountBy(member => member.Attributes["organisation"].ToString()).Max(count => count.Value) <= 2);
        }
    }

    [Fact]
    public void Too_few_facilitators_make_fewer_groups_and_the_round_says_how_many_are_missing()
    {
        Member[] members =
        [
            .. Crowd(20).Select((member, i) => member with { Attributes = Attributes(("role", i < 2 ? "facilitator" : "member")) }),
        ];
        Round round = Matchmaker(members)
            .PlanRound(
                new()
                {
                    GroupSize = 5,
                    Groups = new() { Quotas = [new("role", "facilitator") { AtLeast = 1 }] },
                },
                cancellationToken: TestContext.Current.CancellationToken
            );

        Assert.Equal((2, 12), (round.Groups.Count, round.Figures.Served));
        Assert.All(round.Unmatched, unmatched => Assert.Equal(UnmatchedReason.Composition, unmatched.Reason));
        Assert.Contains("2 more", round.Unmatched[0].Relaxation!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Together_and_apart_are_kept_and_what_cannot_be_is_told()
    {
        Member[] members = Crowd(16);
        members[3] = members[3] with { Blocks = ["m4"] };
        GroupRoundOptions rules = new()
        {
            Together =
            [
                ["m0", "m1", "m2"],
                ["m3", "m4"],
            ],
            Apart =
            [
                ["m5", "m9", "m13"],
            ],
        };
        var matchmaker = global::Matchmaking.Matchmaker.Create(new Community(members, interactions: [Met("m0", "m1")]), AtNow());
        Round round = matchmaker.PlanRound(
            new() { GroupSize = 4, Groups = rules },
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.Equal(16, round.Figures.Served);
        Assert.Single(round.Groups, group => group.Members.Count(member => member.Id is "m0" or "m1" or "m2") == 3);
        Assert.All(round.Groups, group => Assert.True(group.Members.Count(member => member.Id is "m5" or "m9" or "m13") <= 1));
        Assert.Equal(
            ("m3", "m4", ObstacleKind.Blocked),
            (round.UnkeptPairs[0].FromId, round.UnkeptPairs[0].ToId, Assert.Single(round.UnkeptPairs).Obstacle.Kind)
        );
    }

    [Fact]
    public void Balanced_and_diverse_attributes_shape_the_groups()
    {
        Member[] members =
        [
            .. Enumerable
                .Range(0, 24)
                .Select(i =>
                    Person($"m{i}", likes: ["chess"]) with
                    {
                        Attributes = Attributes(("seniority", i < 12 ? "old" : "young"), ("team", $"t{i / 6}")),
                    }
                ),
        ];
        GroupRoundOptions rules = new()
        {
            Balanced = ["seniority"],
            Diverse = ["team"],
            CompositionWeight = 1,
        };
        Round round = Matchmaker(members)
            .PlanRound(new() { GroupSize = 4, Groups = rules }, cancellationToken: TestContext.Current.CancellationToken);
        foreach (RoundGroup group in round.Groups)
        {
            Assert.Equal(2, group.Members.Count(member => member.Attributes["seniority"].ToString() == "old"));
            Assert.Equal(4, group.Members.Select(member => member.Attributes["team"].ToString()).Distinct().Count());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Of_all_ways_to_divide_nine_members_the_search_finds_the_best(double worstWeight)
    {
        for (int seed = 0; seed < 4; seed++)
        {
            var random = new Random(seed);
            Matchmaker matchmaker = Matchmaker([
                .. Enumerable
                    .Range(0, 9)
                    .Select(i => Person($"m{i}", likes: [.. s_manyTopics.OrderBy(_ => random.Next()).Take(1 + (i % 3))])),
            ]);
            double[][] gains =
            [
                .. matchmaker.Community.Members.Select(from =>
                    matchmaker.Community.Members.Select(to => matchmaker.Score(from.Id, to.Id).Forward).ToArray()
                ),
            ];
            Round round = matchmaker.PlanRound(
                new()
                {
                    GroupSize = 3,
                    Groups = new() { WorstMemberWeight = worstWeight },
                },
                cancellationToken: TestContext.Current.CancellationToken
            );

            double found = round.Groups.Sum(group => ((1 - worstWeight) * group.MeanBenefit) + (worstWeight * group.WorstBenefit));
            Assert.Equal(BestDivision(gains, [.. Enumerable.Range(0, 9)], worstWeight), found, 1e-5);
        }
    }

    [Fact]
    public void Nobody_sits_out_twice_before_others_did()
    {
        Matchmaker matchmaker = Matchmaker(Crowd(14));
        RoundHistory history = RoundHistory.Empty;
        List<string> out_ = [];
        for (int week = 0; week < 3; week++)
        {
            Round round = matchmaker.PlanRound(
                new()
                {
                    GroupSize = 5,
                    OddOnesSitOut = true,
                    History = history,
                    CoolDown = TimeSpan.Zero,
                },
                cancellationToken: TestContext.Current.CancellationToken
            );
            out_.AddRange(round.Unmatched.Select(unmatched => unmatched.Member.Id));
            history = history.With(round.ToHistoryEntry() with { Time = Now.AddDays(-7 * (3 - week)) });
        }

        Assert.Equal(12, out_.Distinct().Count());
    }

    [Fact]
    public void When_one_leaves_nothing_else_changes_where_the_group_still_holds()
    {
        Matchmaker matchmaker = Matchmaker(Crowd(20));
        RoundOptions options = new() { GroupSize = 5 };
        Round round = matchmaker.PlanRound(options, cancellationToken: TestContext.Current.CancellationToken);
        GroupRepair repair = matchmaker.RepairGroup(round, ["m7"], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Empty(repair.Moves);
        Assert.Equal(19, repair.Round.Figures.Served);
        Assert.DoesNotContain("m7", RoundCheck.Pairs(repair.Round).SelectMany(pair => new[] { pair.A, pair.B }));
    }

    [Fact]
    public void When_the_only_facilitator_leaves_one_exchange_mends_it()
    {
        Member[] members =
        [
            .. Crowd(15).Select((member, i) => member with { Attributes = Attributes(("role", i < 4 ? "facilitator" : "member")) }),
        ];
        RoundOptions options = new()
        {
            GroupSize = 5,
            Groups = new() { Quotas = [new("role", "facilitator") { AtLeast = 1 }] },
        };
        Matchmaker matchmaker = Matchmaker(members);
        Round round = matchmaker.PlanRound(options, cancellationToken: TestContext.Current.CancellationToken);
        RoundGroup single = round.Groups.First(group => group.Members.Count(IsFacilitator) == 1);
        GroupRepair repair = matchmaker.RepairGroup(
            round,
            [single.Members.First(IsFacilitator).Id],
            options,
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.Equal(14, repair.Round.Figures.Served);
        Assert.InRange(repair.Moves.Count, 1, 2);
        Assert.All(repair.Round.Groups, group => Assert.Contains(group.Members, IsFacilitator));
        static bool IsFacilitator(Member member) => member.Attributes["role"].ToString() == "facilitator";
    }

    [Fact]
    public void Who_joins_takes_a_free_seat_and_a_group_that_shrinks_too_far_is_mended_or_given_up()
    {
        Matchmaker matchmaker = Matchmaker(Crowd(12));
        RoundOptions options = new() { GroupSize = 4 };
        Round round = matchmaker.PlanRound(options, cancellationToken: TestContext.Current.CancellationToken);
        matchmaker.Upsert(Person("new", likes: ["chess"]));
        GroupRepair joined = matchmaker.RepairGroup(round, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((13, 0), (joined.Round.Figures.Served, joined.Moves.Count));

        // Two of one group leave: two are left, and one or both have to move.
        GroupRepair shrunk = matchmaker.RepairGroup(
            joined.Round,
            [.. round.Groups[0].Members.Take(2).Select(member => member.Id)],
            options,
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.Equal(11, shrunk.Round.Figures.Served);
        Assert.InRange(shrunk.Moves.Count, 0, 2);
        Assert.All(shrunk.Round.Groups, group => Assert.InRange(group.Members.Count, 3, 5));
    }

    [Fact]
    public void Repairs_of_random_rounds_break_nothing()
    {
        for (int seed = 0; seed < 5; seed++)
        {
            var matchmaker = global::Matchmaking.Matchmaker.Create(RandomCommunity.Generate(40, seed), AtNow());
            RoundOptions options = new() { GroupSize = 4 };
            Round round = matchmaker.PlanRound(options, cancellationToken: TestContext.Current.CancellationToken);
            if (round.Groups.Count == 0)
                continue;
            string left = round.Groups[seed % round.Groups.Count].Members[0].Id;
            GroupRepair repair = matchmaker.RepairGroup(round, [left], options, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(
                round.Figures.Served
                    - 1
                    + repair
                        .Round.Groups.SelectMany(group => group.Members)
                        .Count(member => round.Unmatched.Any(unmatched => unmatched.Member.Id == member.Id))
                    - repair.Moves.Count(move => move.To.Count == 0),
                repair.Round.Figures.Served
            );
            foreach ((string a, string b) in RoundCheck.Pairs(repair.Round))
                Assert.Empty(matchmaker.Explain(a, b).Obstacles);
        }
    }

    [Fact]
    public void Mentors_do_not_meet_in_groups() =>
        Assert.Throws<ArgumentException>(() =>
            Matchmaker(Crowd(4))
                .PlanRound(
                    new() { GroupSize = 3, Kind = IntroductionKind.Mentor },
                    cancellationToken: TestContext.Current.CancellationToken
                )
        );

    /// <summary>The first of those who are left with every two of the others, and the rest likewise.</summary>
    private static double BestDivision(double[][] gains, int[] left, double worstWeight)
    {
        if (left.Length == 0)
            return 0;
        double best = double.NegativeInfinity;
        for (int i = 1; i < left.Length; i++)
        {
            for (int j = i + 1; j < left.Length; j++)
            {
                int[] group = [left[0], left[i], left[j]];
                double[] benefits =
                [
                    .. group.Select(member => group.Where(other => other != member).Average(other => gains[member][other])),
                ];
                double value = ((1 - worstWeight) * benefits.Average()) + (worstWeight * benefits.Min());
                best = Math.Max(best, value + BestDivision(gains, [.. left.Except(group)], worstWeight));
            }
        }

        return best;
    }

    private static Member[] Crowd(int count) => [.. Enumerable.Range(0, count).Select(i => Person($"m{i}", likes: [s_topics[i % 4]]))];

    private static Dictionary<string, AttributeValue> Attributes(params (string Name, string Value)[] values) =>
        values.ToDictionary(value => value.Name, value => AttributeValue.Of(value.Value));
}
