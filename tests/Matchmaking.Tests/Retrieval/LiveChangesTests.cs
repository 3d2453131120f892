using CsCheck;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests;

public class LiveChangesTests
{
    private static readonly UpkeepPolicy s_never = UpkeepPolicy.Never;

    [Fact]
    public void After_any_changes_all_answers_are_those_of_a_build_anew_with_the_same_fit() =>
        Gen.Int[0, 1_000_000]
            .Sample(
                seed =>
                {
                    var changes = new LiveChanges(seed);
                    Matchmaker live = Live(changes.Community(), s_never);
                    for (int round = 0; round < 3; round++)
                    {
                        for (int i = 0; i < 1 + (seed % 12); i++)
                            changes.Change(live);
                        SameAnswers.Check(Anew(live), live);
                        // Folded, nothing is otherwise; and it changes on from there.
                        var folded = new Matchmaker(live.Index.Rebuilt(live.Index.Network.Fit), policy: s_never);
                        SameAnswers.Check(live, folded);
                        live = folded;
                    }
                },
                iter: 25
            );

    [Fact]
    public void After_any_changes_of_activities_all_answers_are_those_of_a_build_anew_with_the_same_fit() =>
        Gen.Int[0, 1_000_000]
            .Sample(
                seed =>
                {
                    var changes = new LiveChanges(seed);
                    Matchmaker live = Live(changes.Community(), s_never);
                    for (int i = 0; i < 12; i++)
                    {
                        changes.ChangeActivities(live);
                        changes.Change(live);
                    }

                    SameAnswers.Check(Anew(live), live);
                },
                iter: 15
            );

    [Fact]
    public void Who_takes_part_in_an_activity_that_came_live_is_known_there()
    {
        Matchmaker live = Live(
            new Community([.. new[] { "a", "b", "c" }.Select(id => Person(id))], [new Activity { Id = "club" }]),
            s_never
        );
        Assert.Throws<CommunityFormatException>(() => live.Record(new Participation { MemberId = "a", ActivityId = "dinner" }));
        Assert.Throws<CommunityFormatException>(() => live.Upsert(new Activity { Id = "dinner", Parent = "nothing" }));
        Assert.Throws<CommunityFormatException>(() => live.Upsert(new Activity { Id = "club", Parent = "club" }));
        live.Upsert(
            new Activity
            {
                Id = "dinner",
                Parent = "club",
                Time = Now.AddDays(-3),
            }
        );
        live.Record(new Participation { MemberId = "a", ActivityId = "dinner" });
        live.Record(new Participation { MemberId = "b", ActivityId = "dinner" });
        Assert.True(live.Index.Network.AreTied(0, 1));
        Assert.Contains("club", live.SuggestActivities("c").Select(step => step.Activity.Id));
        Assert.True(live.EndActivity("club"));
        Assert.Empty(live.SuggestActivities("c"));
        Assert.True(live.Index.Network.AreTied(0, 1));
        Assert.True(live.RemoveActivity("club"));
        Assert.Null(Assert.Single(live.Community.Activities).Parent);
        Assert.True(live.RemoveActivity("dinner"));
        Assert.False(live.RemoveActivity("dinner"));
        Assert.Empty(live.Community.Participations);
        Assert.False(live.Index.Network.AreTied(0, 1));
    }

    [Fact]
    public async Task Activities_change_while_everything_else_does()
    {
        var changes = new LiveChanges(5);
        Matchmaker live = Live(
            changes.Community(),
            new()
            {
                SmallCommunity = -1,
                FoldAfter = 5,
                FoldAtShare = 0,
            }
        );
        Task other = Task.Run(
            () =>
            {
                for (int i = 0; i < 20; i++)
                    live.Upsert(new Activity { Id = $"beside{i}" });
            },
            TestContext.Current.CancellationToken
        );
        for (int i = 0; i < 200; i++)
            live.Upsert(Person($"x{i % 40}", likes: ["chess"]));
        await other;
        await live.UpkeepWork;
        Assert.Null(live.BackgroundFailure);
        Assert.Equal(20, live.Community.Activities.Count(activity => activity.Id.StartsWith("beside", StringComparison.Ordinal)));
        Assert.True(live.Community.Contains("x39"));
    }

    [Fact]
    public void A_small_community_is_after_each_change_as_if_it_were_created_anew_but_for_its_words() =>
        Gen.Int[0, 1_000_000]
            .Sample(
                seed =>
                {
                    var changes = new LiveChanges(seed);
                    Matchmaker live = Live(changes.Community(), new() { FewMembers = -1, RefitVocabularyAtShare = double.MaxValue });
                    for (int i = 0; i < 6; i++)
                        changes.Change(live);
                    CommunityIndex index = live.Index;
                    Community copy = Copy(live.Community);
                    SameAnswers.Check(
                        new Matchmaker(IndexBuilder.Build(copy, LiveChanges.Options, index.Vectorizer), policy: s_never),
                        live
                    );
                },
                iter: 10
            );

    [Fact]
    public async Task Upkeep_in_the_background_changes_no_answer_and_loses_no_change()
    {
        var changes = new LiveChanges(7);
        var often = new UpkeepPolicy
        {
            FoldAfter = 1,
            FoldAtShare = 0,
            SmallCommunity = -1,
            FewMembers = -1,
            RefitNetworkAtShare = double.MaxValue,
            RefitVocabularyAtShare = double.MaxValue,
        };
        Community community = changes.Community();
        Matchmaker folding = Live(community, often),
            plain = Live(community, s_never);
        for (int i = 0; i < 300; i++)
        {
            // The same draws for both.
            new LiveChanges(i).Change(folding);
            new LiveChanges(i).Change(plain);
        }

        await folding.UpkeepWork;
        Assert.Equal(SameAnswers.Text(plain.Community), SameAnswers.Text(folding.Community));
        SameAnswers.Check(plain, folding);
        Assert.True(folding.Index.Changes < 300);
    }

    [Fact]
    public async Task What_is_fitted_again_in_the_background_is_fitted_to_the_community_as_it_became()
    {
        Matchmaker live = Live(
            new LiveChanges(3).Community(),
            new()
            {
                FewMembers = -1,
                SmallCommunity = -1,
                RefitVocabularyAtShare = .01,
            }
        );
        for (int i = 0; i < 40; i++)
        {
            live.Upsert(Person($"x{i}", likes: ["falconry"]));
            await live.UpkeepWork;
        }

        Assert.Contains(TopicKey.Of("falconry").Text, live.Index.Vectorizer.Topics.FittedTopics);
        SameAnswers.Check(global::Matchmaking.Matchmaker.Create(Copy(live.Community), LiveChanges.Options), live);
    }

    [Fact]
    public async Task What_fails_in_the_background_is_told_as_state_and_event_and_changes_go_on()
    {
        var changes = new LiveChanges(1);
        Community community = changes.Community();
        // A clock that breaks when the network is fitted again.
        var clock = new BreakingClock();
        var live = new Matchmaker(
            IndexBuilder.Build(
                community,
                LiveChanges.Options with
                {
                    TimeProvider = clock,
                },
                Vectorizer.Fit(community.Members, LiveChanges.Options)
            ),
            policy: new()
            {
                SmallCommunity = -1,
                FewMembers = -1,
                RefitVocabularyAtShare = double.MaxValue,
                RefitNetworkAtShare = 0,
            }
        );
        List<Exception> told = [];
        live.BackgroundFailed += (_, failure) => told.Add(failure.GetException());
        Assert.Null(live.BackgroundFailure);
        clock.Broken = true;
        live.Record(Met(community.Members[0].Id, community.Members[1].Id));
        await live.UpkeepWork;

        Assert.IsType<TimeoutException>(live.BackgroundFailure);
        Assert.Same(live.BackgroundFailure, Assert.Single(told));
        live.Upsert(Person("late"));
        Assert.True(live.Community.Contains("late"));
        await live.UpkeepWork;
        clock.Broken = false;
        live.Upsert(Person("later"));
        await live.UpkeepWork;
        Assert.Null(live.BackgroundFailure);
        Assert.True(live.Community.Contains("later"));
    }

    [Fact]
    public void An_activity_that_someone_leaves_may_become_small_and_then_its_people_have_met()
    {
        Community community = new(
            [.. new[] { "a", "b", "c", "d" }.Select(id => Person(id))],
            [new Activity { Id = "dinner", Time = Now.AddDays(-3) }],
            [.. new[] { "a", "b", "c", "d" }.Select(id => new Participation { MemberId = id, ActivityId = "dinner" })]
        );
        Matchmaker live = Live(community, s_never);
        Assert.False(live.Index.Network.AreTied(0, 1));

        live.Remove("d");
        Assert.True(live.Index.Network.AreTied(0, 1));

        live.Upsert(Person("e"));
        live.Record(new Participation { MemberId = "e", ActivityId = "dinner" });
        Assert.False(live.Index.Network.AreTied(0, 1));
    }

    [Fact]
    public void Who_was_removed_is_named_nowhere_any_more_and_who_comes_back_is_someone_new()
    {
        Community community = new(
            [Person("ada") with { Blocks = ["bob"] }, Person("bob", likes: ["chess"]), Person("cem")],
            [new Activity { Id = "chat", Kind = ActivityKind.Channel }],
            [new Participation { MemberId = "bob", ActivityId = "chat" }],
            [Met("bob", "cem")],
            [Outcome("cem", "bob", OutcomeKind.Declined, 1)]
        );
        Matchmaker live = Live(community, s_never);
        live.Remove("bob");

        Assert.Empty(live.Community.Participations);
        Assert.Empty(live.Community.Interactions);
        Assert.Empty(live.Community.Outcomes);
        Assert.Empty(live.Community["ada"].Blocks);
        Assert.DoesNotContain(
            "bob",
            live.Index.Rebuilt(live.Index.Network.Fit).Live.Members.SelectMany(member => member.Blocks.Append(member.Id))
        );

        live.Upsert(Person("bob"));
        Assert.Equal(["bob", "cem"], Ids(live.Suggest("ada")).Order());
        Assert.Equal(["ada", "bob"], Ids(live.Suggest("cem")).Order());
    }

    [Fact]
    public void A_block_of_someone_who_is_not_there_counts_when_they_come()
    {
        Matchmaker live = Live(new Community([Person("ada") with { Blocks = ["bob"] }, Person("cem")]), s_never);
        live.Upsert(Person("bob"));
        Assert.Equal(["cem"], Ids(live.Suggest("bob")));
        live.Upsert(Person("ada"));
        Assert.Equal(["ada", "cem"], Ids(live.Suggest("bob")).Order());
    }

    [Fact]
    public async Task Readers_see_each_pair_of_members_come_and_go_one_after_the_other()
    {
        // "left" is always put in before "right" and taken out after it: whoever sees right without left saw half of something.
        Matchmaker live = Live(
            new LiveChanges(2).Community(),
            new()
            {
                FoldAfter = 16,
                FoldAtShare = 0,
                SmallCommunity = -1,
                FewMembers = -1,
                RefitVocabularyAtShare = double.MaxValue,
            }
        );
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        string asker = live.Community.Members[0].Id;
        Task[] readers =
        [
            .. Enumerable
                .Range(0, 3)
                .Select(reader =>
                    Task.Run(() =>
                    {
                        do
                        {
                            Community seen = live.Community;
                            Assert.True(seen.Contains("left") || !seen.Contains("right"));
                            Assert.Equal(seen.Members.Count, seen.Members.Select(member => member.Id).Distinct().Count());
                            Assert.All(seen.Interactions, row => Assert.True(seen.Contains(row.FromId) && seen.Contains(row.ToId)));
                            string[] ids = Ids(live.Suggest(asker, new() { Count = 100, IncludeConnected = true }));
                            Assert.DoesNotContain(LiveCommunity.Nobody.Id, ids);
                            Assert.True(ids.Contains("left") || !ids.Contains("right"));
                            Assert.DoesNotContain(live.SuggestForGroup([asker]), suggestion =>
                                suggestion.Member.Id == LiveCommunity.Nobody.Id
                            );
                            Assert.NotEmpty(live.SuggestActivities(asker));
                        } while (!stop.IsCancellationRequested);
                    })
                ),
        ];

        for (int i = 0; i < 150; i++)
        {
            live.Upsert(Person("left"));
            live.Upsert(Person("right"));
            live.Record(Met("left", "right"));
            live.Record(new Participation { MemberId = "right", ActivityId = "club" });
            live.Remove("right");
            live.Remove("left");
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        await live.UpkeepWork;
    }

    private static Matchmaker Live(Community community, UpkeepPolicy policy) =>
        new(IndexBuilder.Build(community, LiveChanges.Options, Vectorizer.Fit(community.Members, LiveChanges.Options)), policy: policy);

    /// <summary>Built anew from what the host would see, with the same fitted objects.</summary>
    private static Matchmaker Anew(Matchmaker live)
    {
        Community community = Copy(live.Community);
        CommunityIndex index = live.Index;
        return new Matchmaker(
            IndexBuilder.Of(
                LiveCommunity.Of(community),
                LiveChanges.Options,
                index.Vectorizer,
                index.Vectorizer.VectorizeAll(community.Members),
                ActivityVector.OfAll(community.Activities, index.Vectorizer),
                MemberNetwork.Build(LiveCommunity.Of(community), index.Options, index.Network.Fit)
            ),
            policy: s_never
        );
    }

    private static Community Copy(Community community) =>
        new(community.Members, community.Activities, community.Participations, community.Interactions, community.Outcomes);

    private sealed class BreakingClock : TimeProvider
    {
        public bool Broken { get; set; }

        public override DateTimeOffset GetUtcNow() => Broken ? throw new TimeoutException() : Now;
    }
}
