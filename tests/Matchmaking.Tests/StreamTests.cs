using System.Text;
using Matchmaking.Testing;

namespace Matchmaking.Tests;

/// <summary>What is read from and written to files is read from and written to streams, too.</summary>
public class StreamTests
{
    private static readonly CancellationToken s_token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_matchmaker_goes_through_a_stream_and_back()
    {
        var matchmaker = global::Matchmaking.Matchmaker.Create(CommunityGenerator.Generate(new() { Members = 20 }, 4), People.AtNow());
        using var whole = new MemoryStream();
        matchmaker.Save(whole, s_token);
        using var again = new MemoryStream();
        await matchmaker.SaveAsync(again, s_token);
        Assert.Equal(whole.ToArray(), again.ToArray());

        whole.Position = again.Position = 0;
        var loaded = global::Matchmaking.Matchmaker.Load(whole, People.AtNow(), s_token);
        SameAnswers.Check(matchmaker, loaded);
        Assert.Equivalent(matchmaker.Community.Members, loaded.Community.Members, strict: true);
        Assert.Equivalent(matchmaker.Community.Activities, loaded.Community.Activities, strict: true);
        Assert.Equivalent(matchmaker.Community.Outcomes, loaded.Community.Outcomes, strict: true);
        SameAnswers.Check(matchmaker, await global::Matchmaking.Matchmaker.LoadAsync(again, People.AtNow(), s_token));

        using var cut = new MemoryStream(whole.ToArray()[..^100]);
        MatchmakingDataException refused = Assert.Throws<SnapshotFormatException>(() =>
            global::Matchmaking.Matchmaker.Load(cut, cancellationToken: s_token)
        );
        Assert.StartsWith("stream: ", refused.Message, StringComparison.Ordinal);
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => matchmaker.SaveAsync(again, ended.Token));
    }

    [Fact]
    public async Task A_community_is_read_from_streams()
    {
        foreach (bool waits in (bool[])[false, true])
        {
            Stream? Open(string file) =>
                file switch
                {
                    "members.jsonl" => Of("""{"id":"ann"}""", """{"id":"bob","givenName":"Robert"}"""),
                    "activities.csv" => Of(
                        "id,latitude,longitude,place,languages,ended,capacity,difficulty",
                        "club,45.5,4.5,Lyon,fr en-GB,2027-01-01,30,2"
                    ),
                    "participations.csv" => Of("member,activity", "ann,club"),
                    "interactions.csv" => Of("from,to", "ann,bob"),
                    "outcomes.csv" => Of("from,to,kind,suggestionId,rank,score,policy,propensity", "ann,bob,shown,s1,3,0.25,rules,0.5"),
                    _ => null,
                };
            Community community = waits
                ? await Community.LoadAsync((file, _) => Task.FromResult(Open(file)), cancellationToken: s_token)
                : Community.Load(Open);
            Activity club = Assert.Single(community.Activities);
            Assert.Equal("Lyon", club.Location!.Place);
            Assert.Equal(["fr", "en-GB"], club.Languages);
            Assert.Equal((30, 2), (club.Capacity!.Value, club.Difficulty!.Value));
            Assert.Equal(2027, club.Ended!.Value.Year);
            Assert.Null(Assert.Single(community.Interactions).Time);
            Assert.Equal(
                new Outcome
                {
                    FromId = "ann",
                    ToId = "bob",
                    Kind = OutcomeKind.Shown,
                    SuggestionId = "s1",
                    Rank = 3,
                    Score = 0.25,
                    Policy = "rules",
                    Propensity = 0.5,
                },
                Assert.Single(community.Outcomes)
            );
            // What has no time may have been just now: the two are not introduced again.
            var matchmaker = global::Matchmaking.Matchmaker.Create(community, People.AtNow());
            Assert.Contains(ObstacleKind.CoolingDown, matchmaker.Explain("ann", "bob").Obstacles.Select(obstacle => obstacle.Kind));
            using var file = new MemoryStream();
            matchmaker.Save(file, s_token);
            file.Position = 0;
            Community back = global::Matchmaking.Matchmaker.Load(file, People.AtNow(), s_token).Community;
            Assert.Equal(community.Outcomes, back.Outcomes);
            Assert.Equal(community.Interactions, back.Interactions);
            Assert.Equivalent(community.Activities, back.Activities, strict: true);
            Assert.Equivalent(community.Members, back.Members, strict: true);
        }

        Assert.Equal(
            "members.jsonl, line 1: id must be given",
            Assert.Throws<CommunityFormatException>(() => Community.Load(file => file == "members.jsonl" ? Of("{}") : null)).Message
        );
    }

    [Fact]
    public async Task A_history_is_read_from_and_written_to_streams()
    {
        const string Line = """{"time":"2026-03-02T09:00:00+00:00","kind":"any","met":["amelie","bob"]}""";
        RoundHistory history = RoundHistory.Load(Of(Line));
        using var one = new MemoryStream();
        history.Save(one);
        using var two = new MemoryStream();
        await history.SaveAsync(two, s_token);
        Assert.Equal(Line + "\n", Encoding.UTF8.GetString(one.ToArray()));
        Assert.Equal(one.ToArray(), two.ToArray());
        two.Position = 0;
        Assert.Single((await RoundHistory.LoadAsync(two, s_token)).Rounds);
    }

    [Fact]
    public async Task Everybody_is_answered_without_waiting_as_with()
    {
        var matchmaker = global::Matchmaking.Matchmaker.Create(CommunityGenerator.Generate(new() { Members = 30 }, 9), People.AtNow());
        List<MemberIntroductions> answers = [];
        await foreach (MemberIntroductions answer in matchmaker.SuggestAllAsync(cancellationToken: s_token))
            answers.Add(answer);
        Assert.Equal(
            matchmaker.SuggestAll(cancellationToken: s_token).SelectMany(answer => People.Ids(answer.Introductions)),
            answers.SelectMany(answer => People.Ids(answer.Introductions))
        );
    }

    [Fact]
    public void A_matchmaker_stands_behind_interfaces_that_a_host_can_replace()
    {
        var matchmaker = global::Matchmaking.Matchmaker.Create(new Community([new() { Id = "ann" }]), People.AtNow());
        ICommunityWriter writer = matchmaker;
        writer.Upsert(new Member { Id = "bob" });
        writer.Upsert(new Activity { Id = "club" });
        writer.Record(new Participation { MemberId = "bob", ActivityId = "club" });
        writer.Record(new Interaction { FromId = "ann", ToId = "bob" });
        Assert.Equal(People.Now, Assert.Single(matchmaker.Community.Interactions).Time);
        writer.Record(
            new Outcome
            {
                FromId = "ann",
                ToId = "bob",
                Kind = OutcomeKind.Shown,
            }
        );
        Assert.Equal(People.Now, Assert.Single(matchmaker.Community.Outcomes).Time);
        IIntroductionSource source = matchmaker;
        Assert.Empty(source.Suggest("ann"));
        Assert.False(source.Explain("ann", "bob").IsAllowed);
        Assert.NotEmpty(source.SuggestActivities("ann"));
    }

    [Fact]
    public void Whoever_is_not_there_is_told_in_words_and_by_id()
    {
        var matchmaker = global::Matchmaking.Matchmaker.Create(new Community([new() { Id = "ann" }]));
        MemberNotFoundException missing = Assert.Throws<MemberNotFoundException>(() => matchmaker.Suggest("zoe"));
        Assert.Equal("zoe", missing.MemberId);
        Assert.Equal(MemberNotFoundException.ForId("zoe").Message, missing.Message);
        Assert.Equal("a message", new MemberNotFoundException("a message").Message);
    }

    private static MemoryStream Of(params string[] lines) => new(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
}
