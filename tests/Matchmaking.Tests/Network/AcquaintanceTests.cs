using static Matchmaking.OutcomeKind;

namespace Matchmaking.Tests;

/// <summary>When two know each other, by what is known of them.</summary>
public class AcquaintanceTests
{
    private static readonly DateTimeOffset s_now = NetworkCommunity.Now;

    [Theory]
    [InlineData("reaction")]
    [InlineData("like")]
    [InlineData("emoji_reaction")]
    [InlineData("messageLiked")]
    [InlineData("J’aime")]
    [InlineData("Réaction")]
    [InlineData("views")]
    [InlineData("follow")]
    public void However_many_likes_are_no_acquaintance(string kind)
    {
        var community = new NetworkCommunity("a", "b");
        for (int i = 0; i < 200; i++)
            community.Interact("a", "b", kind: kind).Interact("b", "a", kind: kind);
        Knows(false, community);
    }

    [Theory]
    [InlineData("message")]
    [InlineData("thread_reply")]
    [InlineData("mention")]
    [InlineData("interaction")]
    [InlineData("whatever")]
    public void One_message_is_no_acquaintance_one_with_an_answer_is(string kind)
    {
        Knows(false, Pair().Interact("a", "b", kind: kind));
        Knows(true, Pair().Interact("a", "b", kind: kind).Interact("b", "a", kind: kind));
    }

    [Fact]
    public void Some_messages_without_an_answer_are_an_acquaintance_be_they_rows_or_a_weight()
    {
        Knows(false, Pair().Interact("a", "b").Interact("a", "b"));
        Knows(true, Pair().Interact("a", "b").Interact("a", "b").Interact("a", "b"));
        Knows(true, Pair().Interact("a", "b", weight: 3));
        Knows(false, Pair().Interact("a", "b", weight: .05).Interact("b", "a", weight: .05));
    }

    [Theory]
    [InlineData("met")]
    [InlineData("Meeting")]
    [InlineData("video call")]
    [InlineData("rencontre")]
    public void Who_met_knows_the_other(string kind) => Knows(true, Pair().Interact("a", "b", kind: kind));

    [Fact]
    public void A_meeting_that_is_told_knows_both_and_only_a_yes_of_both()
    {
        Knows(true, Pair().Outcome("a", "b", Met));
        Knows(true, Pair().Outcome("a", "b", Rated));
        Knows(true, Pair().Outcome("a", "b", Accepted, 3).Outcome("b", "a", Accepted, 2));
        Knows(false, Pair().Outcome("a", "b", Accepted));
        Knows(false, Pair().Outcome("a", "b", Accepted).Outcome("a", "b", Accepted).Outcome("b", "a", Shown));
    }

    [Fact]
    public void A_later_no_takes_a_yes_back_and_an_earlier_one_does_not()
    {
        Knows(false, Pair().Outcome("a", "b", Accepted, 5).Outcome("b", "a", Declined, 4));
        Knows(false, Pair().Outcome("a", "b", Accepted, 5).Outcome("b", "a", Accepted, 4).Outcome("a", "b", Declined, 3));
        Knows(true, Pair().Outcome("a", "b", Declined, 5).Outcome("a", "b", Accepted, 4).Outcome("b", "a", Accepted, 3));
        // Told in another order, and without times, where the last row counts.
        Knows(false, Pair().Outcome("b", "a", Declined, 3).Outcome("b", "a", Accepted, 4).Outcome("a", "b", Accepted, 5));
        Knows(false, Pair().Outcome("a", "b", Accepted, null).Outcome("b", "a", Accepted, null).Outcome("b", "a", Declined, null));
        // They met all the same.
        Knows(true, Pair().Outcome("a", "b", Met, 5).Outcome("a", "b", Declined, 4));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(4, true)]
    [InlineData(6, true)]
    [InlineData(8, false)]
    [InlineData(20, false)]
    [InlineData(21, false)]
    public void The_smaller_an_event_the_likelier_its_people_know_each_other(int size, bool know)
    {
        string[] crowd = ["a", "b", .. Enumerable.Range(2, size - 2).Select(i => $"m{i}")];
        Knows(know, new NetworkCommunity(crowd).Event("e", 0, null, crowd));
    }

    [Fact]
    public void Two_who_come_to_the_same_small_events_again_know_each_other()
    {
        string[] crowd = ["a", "b", .. Enumerable.Range(2, 10).Select(i => $"m{i}")];
        Knows(false, new NetworkCommunity(crowd).Event("e", 10, null, crowd));
        Knows(true, new NetworkCommunity(crowd).Event("e", 10, null, crowd).Event("f", 3, null, crowd));
    }

    [Theory]
    [InlineData(364, true)]
    [InlineData(365, false)]
    [InlineData(2000, false)]
    public void Who_have_not_been_in_touch_for_a_year_do_not_know_each_other_any_more(int daysAgo, bool know)
    {
        Knows(know, Pair().Interact("c", "d").Outcome("a", "b", Met, daysAgo));
        Knows(know, Pair().Interact("c", "d").Interact("a", "b", daysAgo).Interact("b", "a", daysAgo));
        Knows(know, Pair().Interact("c", "d").Interact("a", "b", daysAgo, 1000, "meeting"));
        Knows(know, Pair().Interact("c", "d").Event("e", daysAgo, null, "a", "b"));
    }

    [Fact]
    public void After_how_long_is_an_option_and_may_be_never()
    {
        NetworkCommunity old = Pair().Interact("c", "d").Outcome("a", "b", Met, 3000);
        Knows(true, old, NetworkCommunity.Options with { AcquaintancePeriod = TimeSpan.MaxValue });
        Knows(true, old, NetworkCommunity.Options with { AcquaintancePeriod = TimeSpan.FromDays(3001) });
        Knows(false, old, NetworkCommunity.Options with { AcquaintancePeriod = TimeSpan.FromDays(2999) });
        Knows(false, old, NetworkCommunity.Options with { AcquaintancePeriod = TimeSpan.FromTicks(1) });
    }

    [Fact]
    public void What_has_no_time_does_not_fade()
    {
        NetworkCommunity undated = Pair().Interact("a", "b", null).Interact("b", "a", null).Interact("c", "d");
        Knows(true, undated);
        Assert.True(undated.Build().AreAcquainted(0, 1, s_now.AddYears(100)));
        Assert.True(Pair().Outcome("a", "b", Met, null).Build().AreAcquainted(0, 1, s_now.AddYears(100)));
        Assert.True(Pair().Group("g", "a", "b").Build().AreAcquainted(0, 1, s_now.AddYears(100)));
    }

    [Fact]
    public void Who_knew_each_other_once_is_told_apart_from_who_never_did()
    {
        Matchmaker matchmaker = Matchmaker.Create(
            new NetworkCommunity("ann", "bob", "carl", "dan").Outcome("ann", "bob", Met, 500).Interact("ann", "carl", 500).Community,
            NetworkCommunity.Options
        );
        Assert.Equal(
            ["You have not been in touch for a while.", "You do not know each other well yet.", "You have not met yet."],
            new[] { "bob", "carl", "dan" }.Select(id => Last(matchmaker.Explain("ann", id).Introduction.ReasonsForFrom))
        );

        static string Last(IReadOnlyList<Reason> reasons) => reasons[^1].Text;
    }

    [Fact]
    public void A_like_does_not_keep_in_touch()
    {
        NetworkCommunity community = Pair().Outcome("a", "b", Met, 400);
        for (int i = 0; i < 50; i++)
            community.Interact("a", "b", 1, kind: "like");
        Knows(false, community);
    }

    [Fact]
    public void Thresholds_and_weights_are_options()
    {
        NetworkCommunity liked = Pair().Interact("a", "b", kind: "wave");
        Knows(true, liked, NetworkCommunity.Options with { InteractionWeights = Weighs("wave", 1) });
        Knows(
            false,
            Pair().Interact("a", "b", kind: "meeting"),
            NetworkCommunity.Options with
            {
                InteractionWeights = Weighs("meeting", .1),
            }
        );
        Knows(true, Pair().Interact("a", "b"), NetworkCommunity.Options with { AcquaintanceThreshold = .4 });
        Knows(false, Pair().Outcome("a", "b", Met), NetworkCommunity.Options with { AcquaintanceThreshold = 2.1 });
        MemberNetwork nothing = liked.Build(NetworkCommunity.Options with { InteractionWeights = Weighs("wave", 0) });
        Assert.False(nothing.AreTied(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MatchmakerOptions { InteractionWeights = Weighs("wave", -1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MatchmakerOptions { AcquaintanceThreshold = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MatchmakerOptions { AcquaintancePeriod = TimeSpan.Zero });
    }

    [Fact]
    public void It_is_the_same_from_either_side_and_whoever_is_added_live()
    {
        MemberNetwork network = NetworkCommunity.Random(3).Build();
        int known = 0;
        for (int a = 0; a < network.Members; a++)
        {
            for (int b = 0; b < network.Members; b++)
            {
                Assert.Equal(network.Tables.Acquaintances[a, b], network.Tables.Acquaintances[b, a]);
                known += network.AreAcquainted(a, b, s_now) ? 1 : 0;
                Assert.True(network.AreTied(a, b) || !network.AreAcquainted(a, b, s_now));
            }
        }

        Assert.InRange(known, 10, 500);
    }

    [Fact]
    public void Of_two_who_reacted_to_the_same_person_nobody_is_barred_and_nobody_named()
    {
        Matchmaker matchmaker = Matchmaker.Create(
            new NetworkCommunity("ann", "bob", "carl", "dan")
                .Interact("ann", "carl", 11, kind: "reaction")
                .Interact("bob", "carl", 10, kind: "reaction")
                .Community,
            NetworkCommunity.Options
        );
        IReadOnlyList<Introduction> introductions = matchmaker.Suggest("ann");
        Assert.Equal(["bob", "carl", "dan"], introductions.Select(i => i.To.Id).Order());
        Assert.All(introductions.SelectMany(i => i.ReasonsForFrom.Concat(i.ReasonsForTo)), reason =>
            Assert.DoesNotContain("know", reason.Text.Replace("do not know each other well", "", StringComparison.Ordinal))
        );
        Assert.Contains("do not know each other well", introductions.Single(i => i.To.Id == "carl").Because);
        Assert.DoesNotContain("not met yet", introductions.Single(i => i.To.Id == "carl").OpeningLine);
    }

    [Fact]
    public void A_common_acquaintance_is_somebody_both_know()
    {
        Matchmaker matchmaker = Matchmaker.Create(
            new NetworkCommunity("ann", "bob", "carl", "dan")
                .Outcome("ann", "carl", Met, 11)
                .Outcome("bob", "carl", Met, 10)
                .Outcome("dan", "carl", Met, 500)
                .Community,
            NetworkCommunity.Options
        );
        Assert.Contains("both know carl", Because("bob"));
        Assert.DoesNotContain("know", Because("dan"));

        string Because(string to) =>
            string.Join(' ', matchmaker.Explain("ann", to).Introduction.ReasonsForFrom.Select(reason => reason.Text));
    }

    [Fact]
    public void A_change_tells_the_same_as_building_anew()
    {
        var random = new Random(11);
        NetworkCommunity community = NetworkCommunity.Random(4);
        Matchmaker live = Matchmaker.Create(community.Community, NetworkCommunity.Options);
        string Anybody() => $"m{random.Next(25)}";
        for (int i = 0; i < 150; i++)
        {
            (string from, string to) = (Anybody(), Anybody());
            DateTimeOffset time = NetworkCommunity.DaysAgo(random.NextDouble() * 500);
            if (from == to)
                live.Record(
                    new Participation
                    {
                        MemberId = from,
                        ActivityId = $"e{random.Next(20)}",
                        Time = time,
                    }
                );
            else if (random.Next(2) == 0)
                live.Record(
                    new Interaction
                    {
                        FromId = from,
                        ToId = to,
                        Kind = random.Next(2) == 0 ? "reply" : "like",
                        Time = time,
                    }
                );
            else
                live.Record(
                    new Outcome
                    {
                        FromId = from,
                        ToId = to,
                        Kind = (OutcomeKind)random.Next(5),
                        Time = time,
                    }
                );
            if (i % 10 == 9)
                Same(live.Index.Rebuilt(live.Index.Network.Fit).Network, live.Index.Network);
        }

        static void Same(MemberNetwork expected, MemberNetwork network)
        {
            Assert.True(expected.Tables.Acquaintances.Count > 20);
            for (int a = 0; a < expected.Members; a++)
            {
                Assert.Equal(expected.Tables.Acquaintances.Columns(a), network.Tables.Acquaintances.Columns(a));
                Assert.Equal(expected.Tables.Acquaintances.Values(a), network.Tables.Acquaintances.Values(a));
            }
        }
    }

    [Fact]
    public void A_snapshot_keeps_who_knows_whom_and_by_what_rule()
    {
        MatchmakerOptions options = NetworkCommunity.Options with
        {
            AcquaintanceThreshold = .7,
            AcquaintancePeriod = TimeSpan.FromDays(700),
            InteractionWeights = Weighs("message", .9),
            AssumedHours = Availability.WorkingHours,
        };
        Matchmaker saved = Matchmaker.Create(NetworkCommunity.Random(6).Community, options);
        using var stream = new MemoryStream();
        saved.Save(stream, TestContext.Current.CancellationToken);
        stream.Position = 0;
        Matchmaker loaded = Matchmaker.Load(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(.7, loaded.Index.Options.AcquaintanceThreshold);
        Assert.Equal(TimeSpan.FromDays(700), loaded.Index.Options.AcquaintancePeriod);
        Assert.Equal([KeyValuePair.Create("message", .9)], loaded.Index.Options.InteractionWeights);
        Assert.Equal(Availability.WorkingHours, loaded.Index.Options.AssumedHours);
        for (int a = 0; a < saved.Index.Network.Members; a++)
            Assert.Equal(saved.Index.Network.Tables.Acquaintances.Values(a), loaded.Index.Network.Tables.Acquaintances.Values(a));

        // Other options are what counts from now on.
        stream.Position = 0;
        Matchmaker strict = Matchmaker.Load(stream, options with { AcquaintanceThreshold = 1000 }, TestContext.Current.CancellationToken);
        Assert.Equal(0, strict.Index.Network.Tables.Acquaintances.Count);
    }

    [Fact]
    public void Who_met_in_a_round_is_not_told_that_they_have_not_met()
    {
        Matchmaker matchmaker = Matchmaker.Create(new NetworkCommunity("ann", "bob").Community, NetworkCommunity.Options);
        RoundHistory history = new([
            new HistoryEntry
            {
                Time = s_now.AddDays(-400),
                Groups =
                [
                    ["ann", "bob"],
                ],
            },
        ]);
        Introduction again = Plan(history);
        Assert.Equal("You have met before.", again.Because);
        Assert.DoesNotContain("not met", again.OpeningLine);
        Assert.Equal("You have not met yet.", Plan(RoundHistory.Empty).Because);

        Introduction Plan(RoundHistory past) =>
            Assert.Single(
                matchmaker.PlanRound(new() { History = past }, cancellationToken: TestContext.Current.CancellationToken).Introductions
            );
    }

    /// <summary>
    /// A workspace of 200 in teams of eight: everybody reacts to anybody, threads are answered across teams now and then, and who works
    /// together or writes to each other knows each other. Any contact at all would bar a third of all strangers.
    /// </summary>
    [Fact]
    public void In_channels_friends_are_told_from_those_who_react()
    {
        const int members = 200;
        var random = new Random(7);
        string[] ids = [.. Enumerable.Range(0, members).Select(i => $"m{i}")];
        var community = new NetworkCommunity(ids);
        HashSet<(int, int)> friends = [];
        for (int a = 0; a < members; a++)
        {
            for (int b = 0; b < a; b++)
            {
                bool know = a / 8 == b / 8 ? random.Next(10) < 8 : random.Next(200) == 0;
                if (!know)
                    continue;
                friends.Add((b, a));
                for (int i = 0; i < 3 + random.Next(8); i++)
                    Says(a, b, random.Next(3) == 0 ? "reply" : "message");
            }
        }

        for (int i = 0; i < 9000; i++)
            Says(random.Next(members), random.Next(members), "reaction");
        for (int i = 0; i < 1500; i++)
            Says(random.Next(members), random.Next(members), "thread_reply");
        MemberNetwork network = community.Build();
        int strangers = 0,
            tied = 0,
            barred = 0,
            found = 0;
        for (int a = 0; a < members; a++)
        {
            for (int b = 0; b < a; b++)
            {
                bool known = network.AreAcquainted(a, b, s_now);
                if (friends.Contains((b, a)))
                {
                    found += known ? 1 : 0;
                    continue;
                }

                strangers++;
                tied += network.AreTied(a, b) ? 1 : 0;
                barred += known ? 1 : 0;
            }
        }

        Assert.True(tied > .3 * strangers, $"{tied} of {strangers} strangers tied");
        Assert.True(barred < .01 * strangers, $"{barred} of {strangers} strangers barred");
        Assert.True(found > .95 * friends.Count, $"{found} of {friends.Count} friends known");

        void Says(int from, int to, string kind)
        {
            // Either begins.
            if (random.Next(2) == 0)
                (from, to) = (to, from);
            if (from != to)
                community.Interact(ids[from], ids[to], random.NextDouble() * 120, 1, kind);
        }
    }

    private static Dictionary<string, double> Weighs(string kind, double weight) => new() { [kind] = weight };

    private static NetworkCommunity Pair() => new("a", "b", "c", "d");

    private static void Knows(bool expected, NetworkCommunity community, MatchmakerOptions? options = null)
    {
        MemberNetwork network = community.Build(options);
        Assert.Equal(expected, network.AreAcquainted(0, 1, s_now));
        Assert.Equal(expected, network.AreAcquainted(1, 0, s_now));
    }
}
