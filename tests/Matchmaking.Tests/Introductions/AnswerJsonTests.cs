using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Matchmaking.Tests;

/// <summary>An answer as JSON shows of a member what that member shows to others, and reads back.</summary>
public class AnswerJsonTests
{
    private static readonly string[] s_all =
    [
        "activities",
        "attributes",
        "availability",
        "bio",
        "interests",
        "joined",
        "languages",
        "location",
        "mentoring",
        "needs",
        "offers",
        "texts",
        "timeZone",
    ];

    [Fact]
    public void A_hidden_value_changes_nothing_but_scores() =>
        Gen.Select(Gen.Int, Gen.Int)
            .Sample(
                (seed, other) =>
                {
                    Community community = RandomCommunity.Generate(14, seed);
                    Member[] others = [.. RandomCommunity.Generate(14, other).Members];
                    string[] answers = Array.ConvertAll([community.Members[1], others[1]], member =>
                    {
                        Member[] members = [.. community.Members];
                        members[1] = member with
                        {
                            Hidden = s_all,
                            // What each reads is in a language of their own, which reasons for the other side cannot but tell.
                            Languages = community.Members[1].Languages,
                            Blocks = [],
                            Attributes = new Dictionary<string, AttributeValue> { ["age"] = member.Texts.Count },
                        };
                        global::Matchmaking.Matchmaker matchmaker = Of(
                            new Community(
                                members,
                                community.Activities,
                                community.Participations,
                                community.Interactions,
                                community.Outcomes
                            )
                        );
                        // Which kind is the best for any purpose hangs on scores: each is asked for by itself.
                        return string.Join(
                            '\n',
                            Enum.GetValues<IntroductionKind>()
                                .Where(kind => kind != IntroductionKind.Any)
                                .SelectMany(kind => new[] { ("m0", "m1", kind), ("m1", "m0", kind) })
                                .Select(ask => matchmaker.Explain(ask.Item1, ask.Item2, new() { Kind = ask.kind }))
                                .Select(explanation => WithoutFigures(explanation.Introduction))
                        );
                    });
                    Assert.Equal(answers[0], answers[1]);
                },
                iter: 25
            );

    [Fact]
    public void No_answer_holds_what_is_hidden_nor_what_is_between_the_member_and_the_host()
    {
        Member secretive = new()
        {
            Id = "bob",
            Name = "Bob",
            GivenName = "Robert",
            Bio = "a secret bio",
            Languages = ["en"],
            Interests = [new() { Topic = "pottery" }],
            Needs = [new() { Topic = "secret need" }],
            Attributes = new Dictionary<string, AttributeValue> { ["team"] = "red", ["salary"] = "a secret salary" },
            Availability = new() { IntroductionsPerMonth = 17 },
            Blocks = ["somebody secret"],
            Hidden = ["bio", "needs", "attributes.salary"],
        };
        Member ann = new()
        {
            Id = "ann",
            Languages = ["en"],
            Interests = [new() { Topic = "pottery" }],
        };
        global::Matchmaking.Matchmaker matchmaker = Of(new Community([ann, secretive]));
        Introduction introduction = Assert.Single(matchmaker.Suggest("ann"));
        string json =
            JsonSerializer.Serialize(introduction)
            + JsonSerializer.Serialize(matchmaker.Explain("bob", "ann"))
            + JsonSerializer.Serialize(matchmaker.SuggestAll(cancellationToken: TestContext.Current.CancellationToken).ToArray())
            + JsonSerializer.Serialize(matchmaker.SuggestForGroup(["ann"]));
        Assert.DoesNotContain("secret", json, StringComparison.Ordinal);
        Assert.DoesNotContain("salary", json, StringComparison.Ordinal);
        Assert.DoesNotContain("17", json, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("blocks", json, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\"team\":\"red\"", json, StringComparison.Ordinal);
        Assert.Contains("\"givenName\":\"Robert\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_read_back_as_they_were_shown()
    {
        global::Matchmaking.Matchmaker matchmaker = Of(RandomCommunity.Generate(40, 7));
        Back(matchmaker.Suggest("m1")[0]);
        Back(matchmaker.Explain("m1", "m2"));
        Back(matchmaker.SuggestAll(cancellationToken: TestContext.Current.CancellationToken).First());
        Back(matchmaker.SuggestActivities("m1")[0]);
        Back(matchmaker.SuggestForGroup(["m1", "m2"])[0]);
        Introduction introduction = matchmaker.Suggest("m1")[0];
        Introduction back = JsonSerializer.Deserialize<Introduction>(JsonSerializer.Serialize(introduction))!;
        Assert.Equivalent(introduction.To.ShownToOthers(), back.To);
        Assert.Equivalent(introduction.Parts, back.Parts);
        Assert.Equal(introduction.Because, back.Because);
    }

    private static global::Matchmaking.Matchmaker Of(Community community) =>
        global::Matchmaking.Matchmaker.Create(community, People.AtNow());

    private static void Back<T>(T answer)
    {
        string json = JsonSerializer.Serialize(answer);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(json)));
    }

    private static string WithoutFigures(Introduction introduction)
    {
        JsonObject json = JsonSerializer.SerializeToNode(introduction)!.AsObject();
        foreach (string figure in (string[])["score", "forward", "backward", "parts"])
            Assert.True(json.Remove(figure));
        foreach (string side in (string[])["reasonsForFrom", "reasonsForTo"])
        {
            JsonObject[] reasons = [.. json[side]!.AsArray().Select(reason => reason!.AsObject())];
            foreach (JsonObject reason in reasons)
                Assert.True(reason.Remove("strength"));
            json[side] = string.Join('\n', reasons.Select(reason => reason.ToJsonString()).Order(StringComparer.Ordinal));
        }

        return json.ToJsonString();
    }
}
