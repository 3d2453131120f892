using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Rounds;

public class PairRoundTests
{
    private static readonly string[] s_topics = ["chess", "jazz", "rust", "yoga"];

    [Theory]
    [InlineData(IntroductionKind.Any)]
    [InlineData(IntroductionKind.Peer)]
    [InlineData(IntroductionKind.Complementary)]
    [InlineData(IntroductionKind.Bridge)]
    [InlineData(IntroductionKind.Buddy)]
    public void No_round_breaks_a_rule_and_everybody_is_told_of(IntroductionKind kind)
    {
        for (int seed = 0; seed < 6; seed++)
        {
            var matchmaker = global::Matchmaking.Matchmaker.Create(RandomCommunity.Generate(20 + seed, seed), AtNow());
            RoundOptions options = new()
            {
                Kind = kind,
                Candidates = 1 + (seed % 4 * 4),
                Pairs = new() { QualityFirst = seed % 2 == 1 },
                OddOnesSitOut = seed / 2 % 2 == 1,
                MinimumScore = seed % 3 == 0 ? 0.2 : 0,
            };
            RoundCheck.BreaksNothing(
                matchmaker,
                matchmaker.PlanRound(options, cancellationToken: TestContext.Current.CancellationToken),
                options
            );
        }
    }

    [Fact]
    public void No_other_round_has_more_pairs_nor_as_many_of_a_greater_chance_that_some_meet()
    {
        for (int seed = 0; seed < 12; seed++)
        {
            var matchmaker = global::Matchmaking.Matchmaker.Create(RandomCommunity.Generate(9, seed), AtNow());
            double[,] scores = Scores(matchmaker);
            foreach (bool quality in (bool[])[false, true])
            {
                RoundOptions options = new()
                {
                    Pairs = new() { QualityFirst = quality },
                    OddOnesSitOut = true,
                    Candidates = 9,
                    Recovery = TimeSpan.Zero,
                };
                Round round = matchmaker.PlanRound(options, cancellationToken: TestContext.Current.CancellationToken);
                (int count, double noneMeets) = Best(scores, 0, !quality);
                Assert.Equal(noneMeets, round.Introductions.Aggregate(1.0, (product, pair) => product * (1 - pair.Score)), 1e-5);
                if (quality)
                    continue;
                Assert.Equal(count, round.Introductions.Count);
                Assert.Equal(
                    count,
                    matchmaker
                        .PlanRound(options with { Candidates = 3 }, cancellationToken: TestContext.Current.CancellationToken)
                        .Introductions.Count
                );
            }
        }
    }

    [Fact]
    public void One_excellent_pair_counts_for_more_than_two_middling_ones()
    {
        // Path a – b – c – d: either b and c meet, whom all speaks for, or a and b, c and d, who have more in sum.
        string[] all = ["chess", "jazz", "rust"];
        Matchmaker matchmaker = Matchmaker(
            Person("a", likes: ["chess", "sewing", "golf"]) with
            {
                Blocks = ["c", "d"],
            },
            Person("b", likes: all),
            Person("c", likes: all),
            Person("d", likes: ["rust", "yoga", "opera"]) with
            {
                Blocks = ["b"],
            }
        );
        double middling = matchmaker.Score("a", "b").Score + matchmaker.Score("c", "d").Score,
            excellent = matchmaker.Score("b", "c").Score;
        Assert.True(middling > 1e-3 && excellent > 0.999);

        Assert.Equal(
            ["b-c"],
            PairsOf(
                matchmaker.PlanRound(
                    new()
                    {
                        Pairs = new() { QualityFirst = true },
                        OddOnesSitOut = true,
                    },
                    cancellationToken: TestContext.Current.CancellationToken
                )
            )
        );
        Assert.Equal(["a-b", "c-d"], PairsOf(matchmaker.PlanRound(cancellationToken: TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void The_best_pairs_are_those_that_are_best_for_all_together()
    {
        // Ada's best is Bob, and so is Cem's; together it is better that Ada takes Dan, whom she likes nearly as much, than that Cem is
        // left with nobody he likes.
        Matchmaker matchmaker = Matchmaker(
            Person("ada", likes: ["chess", "jazz"]),
            Person("bob", likes: ["chess", "rust"]),
            Person("cem", likes: ["rust"]),
            Person("dan", likes: ["jazz"])
        );

        Assert.Equal(["ada-dan", "bob-cem"], PairsOf(matchmaker.PlanRound(cancellationToken: TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void Who_is_over_joins_a_pair_or_sits_out()
    {
        Matchmaker matchmaker = Matchmaker([.. Enumerable.Range(0, 7).Select(i => Person($"m{i}", likes: [s_topics[i % 4]]))]);

        Round joined = matchmaker.PlanRound(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((2, 3, 0), (joined.Introductions.Count, Assert.Single(joined.Groups).Members.Count, joined.Unmatched.Count));
        Round apart = matchmaker.PlanRound(new() { OddOnesSitOut = true }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((3, 0), (apart.Introductions.Count, apart.Groups.Count));
        UnmatchedMember odd = Assert.Single(apart.Unmatched);
        Assert.Equal(UnmatchedReason.AllTaken, odd.Reason);
        Assert.NotNull(odd.Relaxation);
    }

    [Fact]
    public void Nobody_is_left_out_twice_before_everybody_was_once()
    {
        Matchmaker matchmaker = Matchmaker([.. Enumerable.Range(0, 9).Select(i => Person($"m{i}", likes: [s_topics[i % 4]]))]);
        RoundHistory history = RoundHistory.Empty;
        List<string> out_ = [];
        for (int week = 0; week < 9; week++)
        {
            // The past lies behind: weeks are numbered backwards from now.
            Round round = matchmaker.PlanRound(
                new()
                {
                    OddOnesSitOut = true,
                    History = history,
                    CoolDown = TimeSpan.Zero,
                },
                cancellationToken: TestContext.Current.CancellationToken
            );
            out_.Add(Assert.Single(round.Unmatched).Member.Id);
            history = history.With(round.ToHistoryEntry() with { Time = Now.AddDays(-7 * (9 - week)) });
        }

        Assert.Equal(9, out_.Distinct().Count());
    }

    [Fact]
    public void Who_met_does_not_meet_again_within_the_cool_down_and_counts_for_less_after_it()
    {
        Matchmaker matchmaker = Matchmaker(
            Person("ada", likes: ["chess", "jazz"]),
            Person("bob", likes: ["chess", "rust"]),
            Person("cem", likes: ["rust"]),
            Person("dan", likes: ["jazz"])
        );
        RoundHistory recent = new([
            new HistoryEntry
            {
                Time = Now.AddDays(-60),
                Groups =
                [
                    ["dan", "ada"],
                    ["bob", "cem"],
                ],
            },
        ]);

        Assert.DoesNotContain(
            "ada-dan",
            PairsOf(matchmaker.PlanRound(new() { History = recent }, cancellationToken: TestContext.Current.CancellationToken))
        );
        Assert.DoesNotContain(
            "ada-dan",
            PairsOf(
                matchmaker.PlanRound(
                    new() { History = recent, CoolDown = TimeSpan.FromDays(59) },
                    cancellationToken: TestContext.Current.CancellationToken
                )
            )
        );
        Round again = matchmaker.PlanRound(
            new()
            {
                History = recent,
                CoolDown = TimeSpan.FromDays(59),
                Recovery = TimeSpan.Zero,
            },
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.Equal(["ada-dan", "bob-cem"], PairsOf(again));
        Assert.Equal(2, again.Figures.Repeats);
    }

    [Fact]
    public void A_cap_counts_the_rounds_of_the_month()
    {
        Member[] members = [Person("ada") with { Availability = new() { IntroductionsPerMonth = 1 } }, Person("bob"), Person("cem")];
        RoundHistory history = new([
            new HistoryEntry
            {
                Time = Now.AddDays(-7),
                Groups =
                [
                    ["ada", "cem"],
                ],
            },
        ]);

        Round round = Matchmaker(members).PlanRound(new() { History = history }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["bob-cem"], PairsOf(round));
        Assert.Equal(UnmatchedReason.CapReached, Assert.Single(round.Unmatched).Reason);
        RoundHistory older = new([history.Rounds[0] with { Time = Now.AddDays(-31) }]);
        Assert.Empty(
            Matchmaker(members)
                .PlanRound(new() { History = older, CoolDown = TimeSpan.Zero }, cancellationToken: TestContext.Current.CancellationToken)
                .Unmatched
        );
    }

    [Fact]
    public void Locked_pairs_are_kept_and_the_rest_is_planned_around_them()
    {
        Member[] members =
        [
            Person("ada", likes: ["chess"]),
            Person("bob", likes: ["chess"]),
            Person("cem", likes: ["rust"]),
            Person("dan", likes: ["rust"]) with
            {
                Blocks = ["ada"],
            },
        ];
        var matchmaker = global::Matchmaking.Matchmaker.Create(new Community(members, interactions: [Met("ada", "cem")]), AtNow());

        Round round = matchmaker.PlanRound(
            new()
            {
                Locked =
                [
                    new() { FromId = "ada", ToId = "cem" },
                    new() { FromId = "ada", ToId = "bob" },
                    new() { FromId = "dan", ToId = "zoe" },
                ],
            },
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.Equal(["ada-cem", "bob-dan"], PairsOf(round));
        Assert.Equal(["ada-bob", "dan-zoe"], round.UnkeptPairs.Select(pair => $"{pair.FromId}-{pair.ToId}"));
        Assert.Equal(
            ObstacleKind.Blocked,
            Assert
                .Single(
                    matchmaker
                        .PlanRound(
                            new() { Locked = [new() { FromId = "ada", ToId = "dan" }] },
                            cancellationToken: TestContext.Current.CancellationToken
                        )
                        .UnkeptPairs
                )
                .Obstacle.Kind
        );
    }

    [Fact]
    public void Who_is_over_joins_a_locked_pair_where_no_other_suits_better()
    {
        Member[] members =
        [
            Person("ada", likes: ["chess"]),
            Person("bob", likes: ["chess"]),
            Person("cem", likes: ["chess"]),
            Person("dan", likes: ["rust"]),
            Person("eve", likes: ["rust"]),
        ];
        RoundOptions locked = new() { Locked = [new() { FromId = "ada", ToId = "bob" }], Recovery = TimeSpan.Zero };
        Round Plan(RoundOptions options, params Member[] some) =>
            Matchmaker(some).PlanRound(options, cancellationToken: TestContext.Current.CancellationToken);

        Round alike = Plan(
            locked with
            {
                Locked = [new() { FromId = "ada", ToId = "bob" }, new() { FromId = "dan", ToId = "eve" }],
            },
            members
        );
        Assert.Equal(["ada", "bob", "cem"], Assert.Single(alike.Groups).Members.Select(member => member.Id));
        Assert.Equal(["dan-eve"], PairsOf(alike));
        Assert.Empty(alike.Unmatched);
        Assert.Empty(alike.UnkeptPairs);

        // One of the two does not want to: the next best pair is asked, and if there is none, nobody.
        Member withBlock = members[2] with { Blocks = ["bob"] };
        Assert.Equal(
            ["cem", "dan", "eve"],
            Assert
                .Single(
                    Plan(
                        locked with
                        {
                            Locked = [new() { FromId = "ada", ToId = "bob" }, new() { FromId = "dan", ToId = "eve" }],
                        },
                        members[0],
                        members[1],
                        withBlock,
                        members[3],
                        members[4]
                    ).Groups
                )
                .Members.Select(member => member.Id)
                .Order()
        );
        Assert.Equal("cem", Assert.Single(Plan(locked, members[0], members[1], withBlock).Unmatched).Member.Id);
        Assert.Equal(
            "cem",
            Assert.Single(Plan(locked with { OddOnesSitOut = true }, members[0], members[1], members[2]).Unmatched).Member.Id
        );
    }

    [Fact]
    public void Who_is_over_is_looked_a_partner_for_among_all_before_they_join_a_locked_pair()
    {
        // One candidate each: each of the two knows nobody but a locked pair of their own, and could join it; further down their lists they
        // find each other.
        Matchmaker matchmaker = Matchmaker(
            Person("ada", likes: ["chess", "go"]),
            Person("bob", likes: ["chess", "go"]),
            Person("cem", likes: ["chess", "go", "tea"]),
            Person("eve", likes: ["rust", "c"]),
            Person("fay", likes: ["rust", "c"]),
            Person("gus", likes: ["rust", "c", "tea"])
        );

        Round round = matchmaker.PlanRound(
            new() { Locked = [new() { FromId = "ada", ToId = "bob" }, new() { FromId = "eve", ToId = "fay" }], Candidates = 1 },
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.Equal(["ada-bob", "cem-gus", "eve-fay"], PairsOf(round));
    }

    [Fact]
    public void Who_is_left_with_nobody_is_told_which_rule_binds_and_what_would_help()
    {
        Member[] members =
        [
            Person("ada") with
            {
                Languages = ["fr"],
            },
            Person("bob") with
            {
                Languages = ["en"],
            },
            Person("cem") with
            {
                Languages = ["en"],
                Blocks = ["ada"],
            },
        ];
        UnmatchedMember ada = Assert.Single(
            Matchmaker(members).PlanRound(cancellationToken: TestContext.Current.CancellationToken).Unmatched
        );
        Assert.Equal(UnmatchedReason.NobodyAllowed, ada.Reason);
        Assert.Equal(
            [(ObstacleKind.NoCommonLanguage, 2), (ObstacleKind.Blocked, 1)],
            ada.Binding.Select(rule => (rule.Rule, rule.Members))
        );
        Assert.Equal(ObstacleKind.NoCommonLanguage, Assert.Single(ada.Relaxation!.Rules));
        Assert.Equal(1, ada.Relaxation.Members);
    }

    [Fact]
    public void The_smallest_relaxation_has_a_measure_where_the_rule_has_one()
    {
        RoundHistory history = new([
            new HistoryEntry
            {
                Time = Now.AddDays(-40),
                Groups =
                [
                    ["ada", "bob"],
                ],
            },
        ]);
        Round round = Matchmaker(Person("ada"), Person("bob"))
            .PlanRound(new() { History = history }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(2, round.Unmatched.Count);
        Assert.Contains("40 days", round.Unmatched[0].Relaxation!.Text, StringComparison.Ordinal);
        RoundOptions relaxed = new() { History = history, CoolDown = TimeSpan.FromDays(40) };
        Assert.Empty(
            Matchmaker(Person("ada"), Person("bob")).PlanRound(relaxed, cancellationToken: TestContext.Current.CancellationToken).Unmatched
        );
    }

    [Fact]
    public void Lists_are_widened_where_somebody_would_stay_alone()
    {
        // All like best the same one; with one candidate each, only one pair could be made.
        Matchmaker matchmaker = Matchmaker([
            Person("star", likes: s_topics),
            .. Enumerable.Range(0, 11).Select(i => Person($"m{i}", likes: [s_topics[i % 4]])),
        ]);
        Assert.Empty(
            matchmaker
                .PlanRound(new() { Candidates = 1, OddOnesSitOut = true }, cancellationToken: TestContext.Current.CancellationToken)
                .Unmatched
        );
    }

    [Fact]
    public void Those_who_do_not_take_part_are_left_alone()
    {
        Round round = Matchmaker(Person("ada"), Person("bob"), Person("cem"), Person("dan"))
            .PlanRound(new() { Participants = ["ada", "cem", "nobody"] }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["ada-cem"], PairsOf(round));
        Assert.Empty(round.Unmatched);
        Assert.Equal(2, round.Figures.Participants);
    }

    [Fact]
    public void A_hosts_rule_is_asked_in_both_orders()
    {
        Round round = Matchmaker(Person("ada"), Person("bob"))
            .PlanRound(new() { Allow = (from, _) => from.Id == "ada" }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(round.Introductions);
        Assert.Equal(2, round.Unmatched.Count);
    }

    [Theory]
    [InlineData(60, 2, IntroductionKind.Any)]
    [InlineData(600, 2, IntroductionKind.Any)]
    [InlineData(60, 3, IntroductionKind.Any)]
    [InlineData(600, 4, IntroductionKind.Peer)]
    [InlineData(60, 2, IntroductionKind.Mentor)]
    [InlineData(60, 2, IntroductionKind.Buddy)]
    public void The_same_seed_gives_the_same_round_whatever_the_number_of_threads(int members, int size, IntroductionKind kind)
    {
        RoundOptions options = new()
        {
            GroupSize = size,
            Kind = kind,
            Candidates = 8,
        };
        Community community = RandomCommunity.Generate(members, 3);
        // As many threads as are asked for, and not only as many as there are cores.
        ThreadPool.GetMinThreads(out int least, out int leastPorts);
        ThreadPool.SetMinThreads(Math.Max(least, 10), leastPorts);
        string[] rounds = [.. new[] { 1, 2, 8 }.Select(threads => RoundCheck.Text(PlanWith(community, options, threads)))];
        ThreadPool.SetMinThreads(least, leastPorts);

        Assert.Contains("m1", rounds[0], StringComparison.Ordinal);
        Assert.All(rounds, round => Assert.Equal(rounds[0], round));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Progress_rises_to_one_and_a_cancelled_round_ends(int size)
    {
        var matchmaker = global::Matchmaking.Matchmaker.Create(RandomCommunity.Generate(60, 1), AtNow());
        var told = new Told();
        matchmaker.PlanRound(new() { GroupSize = size }, told, TestContext.Current.CancellationToken);
        Assert.Equal(told.Shares.Order(), told.Shares);
        Assert.Equal(1, told.Shares[^1]);
        Assert.InRange(told.Shares.Count, 4, 1000);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            matchmaker.PlanRound(new() { GroupSize = size }, cancellationToken: source.Token)
        );
    }

    [Fact]
    public void An_empty_community_and_a_single_member_are_no_faults()
    {
        Assert.Empty(Matchmaker().PlanRound(cancellationToken: TestContext.Current.CancellationToken).Unmatched);
        UnmatchedMember alone = Assert.Single(
            Matchmaker(Person("ada")).PlanRound(cancellationToken: TestContext.Current.CancellationToken).Unmatched
        );
        Assert.Equal(UnmatchedReason.NobodyAllowed, alone.Reason);
        Assert.Single(
            Matchmaker(Person("ada")).PlanRound(new() { GroupSize = 5 }, cancellationToken: TestContext.Current.CancellationToken).Unmatched
        );
        Assert.Empty(Matchmaker().PlanRound(new() { GroupSize = 5 }, cancellationToken: TestContext.Current.CancellationToken).Groups);
    }

    private static Round PlanWith(Community community, RoundOptions options, int threads)
    {
        MatchmakerOptions all = AtNow();
        var index = IndexBuilder.Build(community, all, Vectorizer.Fit(community.Members, all));
        var context = new RoundContext(index, null, options, Now, new RoundProgressReporter(null), TestContext.Current.CancellationToken)
        {
            Threads = threads,
        };
        return RoundPlanner.Tell(context, RoundPlanner.Draft(context));
    }

    private static string[] PairsOf(Round round) =>
        [.. round.Introductions.Select(pair => string.Join('-', new[] { pair.From.Id, pair.To.Id }.Order())).Order()];

    private static double[,] Scores(global::Matchmaking.Matchmaker matchmaker)
    {
        IReadOnlyList<Member> members = matchmaker.Community.Members;
        double[,] scores = new double[members.Count, members.Count];
        for (int a = 0; a < members.Count; a++)
        {
            for (int b = 0; b < members.Count; b++)
                scores[a, b] = matchmaker.Explain(members[a].Id, members[b].Id).IsAllowed
                    ? matchmaker.Score(members[a].Id, members[b].Id).Score
                    : -1;
        }

        return scores;
    }

    /// <summary>All matchings, one by one: the most pairs, if that is asked for, and the least chance that nobody meets.</summary>
    private static (int Count, double NoneMeets) Best(double[,] scores, int used, bool mostPairs)
    {
        int first = System.Numerics.BitOperations.TrailingZeroCount(~used);
        if (first >= scores.GetLength(0))
            return (0, 1);
        (int Count, double NoneMeets) best = Best(scores, used | (1 << first), mostPairs);
        for (int other = first + 1; other < scores.GetLength(0); other++)
        {
            if ((used & (1 << other)) != 0 || scores[first, other] < 0)
                continue;
            (int count, double noneMeets) = Best(scores, used | (1 << first) | (1 << other), mostPairs);
            (int Count, double NoneMeets) found = (count + 1, noneMeets * (1 - Math.Min(0.999, scores[first, other])));
            if (mostPairs && found.Count != best.Count ? found.Count > best.Count : found.NoneMeets < best.NoneMeets)
                best = found;
        }

        return best;
    }

    private sealed class Told : IProgress<WorkProgress>
    {
        public List<double> Shares { get; } = [];

        public void Report(WorkProgress value)
        {
            lock (Shares)
                Shares.Add(value.Share);
        }
    }
}
