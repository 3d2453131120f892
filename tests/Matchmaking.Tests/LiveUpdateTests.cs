using static Matchmaking.Tests.People;

namespace Matchmaking.Tests;

public class LiveUpdateTests
{
    [Fact]
    public void A_new_member_is_suggested_at_once_even_for_a_topic_nobody_knew()
    {
        Matchmaker matchmaker = Matchmaker(Person("ada", likes: ["chess"]), Person("bob", likes: ["golf"]));
        matchmaker.Upsert(Person("cem", likes: ["zymurgy"]));
        matchmaker.Upsert(Person("dan", likes: ["zymurgy"]));

        Assert.Equal("dan", matchmaker.Suggest("cem")[0].To.Id);
        Assert.True(matchmaker.Score("cem", "dan").Score > matchmaker.Score("cem", "ada").Score);
    }

    [Fact]
    public void A_changed_profile_counts_from_the_next_call()
    {
        Matchmaker matchmaker = Matchmaker(
            Person("ada", likes: ["chess"]),
            Person("bob", likes: ["golf"]),
            Person("cem", likes: ["chess"])
        );
        matchmaker.Upsert(Person("ada", likes: ["golf"]));

        Assert.Equal("bob", matchmaker.Suggest("ada")[0].To.Id);
    }

    [Fact]
    public void A_block_counts_from_the_next_call()
    {
        Matchmaker matchmaker = Matchmaker(Person("ada"), Person("bob"));
        matchmaker.Upsert(Person("bob") with { Blocks = ["ada"] });

        Assert.Empty(matchmaker.Suggest("ada"));
    }

    [Fact]
    public void A_removed_member_is_gone_with_all_that_named_them()
    {
        var matchmaker = global::Matchmaking.Matchmaker.Create(
            new Community(
                [Person("ada"), Person("bob"), Person("cem")],
                interactions: [Met("ada", "bob"), Met("bob", "cem")],
                outcomes: [Outcome("bob", "ada", OutcomeKind.Met, 3)]
            ),
            AtNow()
        );

        Assert.True(matchmaker.Remove("bob"));
        Assert.Equal(["cem"], Ids(matchmaker.Suggest("ada")));
        Assert.Empty(matchmaker.Community.Interactions);
        Assert.Empty(matchmaker.Community.Outcomes);
        Assert.Throws<MemberNotFoundException>(() => matchmaker.Suggest("bob"));
    }

    [Fact]
    public void The_last_member_can_leave_and_the_first_can_come()
    {
        Matchmaker matchmaker = Matchmaker(Person("ada"));
        Assert.True(matchmaker.Remove("ada"));
        matchmaker.Upsert(Person("bob"));

        Assert.Empty(matchmaker.Suggest("bob"));
    }

    [Fact]
    public void An_outcome_an_interaction_and_a_participation_count_from_the_next_call()
    {
        var matchmaker = global::Matchmaking.Matchmaker.Create(
            new Community(
                [Person("ada"), Person("bob"), Person("cem"), Person("dan")],
                [new Activity { Id = "dinner", Time = Now.AddDays(-2) }]
            ),
            AtNow()
        );

        matchmaker.Record(Outcome("ada", "bob", OutcomeKind.Declined, 0));
        matchmaker.Record(Met("ada", "cem"));
        matchmaker.Record(new Participation { MemberId = "ada", ActivityId = "dinner" });
        matchmaker.Record(new Participation { MemberId = "dan", ActivityId = "dinner" });

        Assert.Empty(matchmaker.Suggest("ada"));
        Assert.Equal(
            [ObstacleKind.CoolingDown, ObstacleKind.AlreadyConnected, ObstacleKind.AlreadyConnected],
            new[] { "bob", "cem", "dan" }.Select(id => matchmaker.Explain("ada", id).Obstacles[0].Kind)
        );
    }

    [Fact]
    public void A_participation_in_nothing_known_is_refused_and_changes_nothing()
    {
        Matchmaker matchmaker = Matchmaker(Person("ada"), Person("bob"));

        Assert.Throws<CommunityFormatException>(() => matchmaker.Record(new Participation { MemberId = "ada", ActivityId = "nothing" }));
        Assert.Empty(matchmaker.Community.Participations);
    }

    [Fact]
    public async Task Readers_see_the_community_before_or_after_a_change_never_between()
    {
        Matchmaker matchmaker = Matchmaker([.. Enumerable.Range(0, 30).Select(i => Person($"m{i}", likes: ["chess"]))]);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task[] readers =
        [
            .. Enumerable
                .Range(0, 4)
                .Select(r =>
                    Task.Run(() =>
                    {
                        int calls = 0;
                        while (!stop.IsCancellationRequested || calls == 0)
                        {
                            Assert.Equal(20, matchmaker.Suggest($"m{calls++ % 20}", new() { Count = 20 }).Count);
                            _ = matchmaker.Explain("m1", "m2");
                        }
                    })
                ),
        ];

        for (int i = 0; i < 200; i++)
        {
            matchmaker.Upsert(Person($"m{i % 30}", likes: [$"topic {i}"]));
            if (i % 10 == 0)
            {
                matchmaker.Upsert(Person("guest", likes: ["topic"]));
                matchmaker.Remove("guest");
            }
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(30, matchmaker.Community.Members.Count);
    }
}
