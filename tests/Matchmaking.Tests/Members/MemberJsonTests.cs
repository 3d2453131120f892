using System.Text.Json;
using CsCheck;

namespace Matchmaking.Tests;

public class MemberJsonTests
{
    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        Member amelie = new()
        {
            Id = "amelie",
            Name = "Amélie \"Am\" 🎷",
            Bio = "one\ntwo",
            Texts = ["three"],
            Languages = ["fr", "en-GB"],
            TimeZone = "Europe/Paris",
            Location = new()
            {
                Latitude = 45.76,
                Longitude = 4.84,
                Place = "Lyon",
            },
            Joined = new DateTimeOffset(2025, 9, 1, 10, 0, 0, TimeSpan.FromHours(2)),
            Interests = [new() { Topic = "jazz", Weight = 0.1 }],
            Offers = [new() { Topic = "python", Level = 5 }],
            Needs =
            [
                new()
                {
                    Topic = "a drummer",
                    Level = 2,
                    Importance = 1.0 / 3,
                },
            ],
            Mentoring = new()
            {
                Role = MentoringRole.Both,
                Capacity = 0,
                Topics = ["harmony"],
            },
            Availability = new()
            {
                Windows =
                [
                    new()
                    {
                        Day = DayOfWeek.Saturday,
                        From = new(22, 0),
                        To = new(2, 0, 30),
                    },
                ],
                PausedUntil = DateTimeOffset.UnixEpoch,
                IntroductionsPerMonth = 3,
            },
            Blocks = ["bob"],
            Attributes = new Dictionary<string, AttributeValue>
            {
                ["age"] = 34.5,
                ["office"] = "Lyon",
                ["badges"] = AttributeValue.Of(["a", "b"]),
            },
            Hidden = ["attributes.age"],
        };
        string json = JsonSerializer.Serialize(amelie);
        Member read = JsonSerializer.Deserialize<Member>(json)!;
        Assert.Equal(json, JsonSerializer.Serialize(read));
        Assert.Equivalent(amelie, read, strict: true);
        Assert.DoesNotContain('\n', json);
        using var folder = new CommunityFolder();
        Assert.Equivalent(amelie, Assert.Single(folder.With("members.jsonl", json).Load().Members), strict: true);
    }

    [Fact]
    public void A_member_of_whom_only_the_id_is_known_reads_back_the_same()
    {
        Assert.Equal("""{"id":"a"}""", JsonSerializer.Serialize(new Member { Id = "a" }));
        Assert.Equivalent(new Member { Id = "a" }, JsonSerializer.Deserialize<Member>("""{"id":"a"}"""), strict: true);
    }

    [Fact]
    public void Whatever_the_community_its_parts_read_back_the_same() =>
        Gen.Int.Sample(
            seed =>
            {
                Community community = RandomCommunity.Generate(12, seed);
                foreach (Member member in community.Members)
                    Back(member);
                foreach (Activity activity in community.Activities)
                    Back(activity);
                foreach (Participation row in community.Participations)
                    Back(row);
                foreach (Interaction row in community.Interactions)
                    Back(row);
                foreach (Outcome row in community.Outcomes)
                    Back(row);
            },
            iter: 15
        );

    [Fact]
    public void A_documented_line_is_read_under_any_options()
    {
        const string Line = """{"id":"ann","interests":["jazz"],"attributes":{"team":"red","age":3}}""";
        foreach (JsonSerializerOptions options in (JsonSerializerOptions[])[JsonSerializerOptions.Default, JsonSerializerOptions.Web])
        {
            Member ann = JsonSerializer.Deserialize<Member>(Line, options)!;
            Assert.Equal("jazz", Assert.Single(ann.Interests).Topic);
            Assert.Equal(AttributeValue.Of("red"), ann.Attributes["team"]);
            Assert.Equivalent(ann, JsonSerializer.Deserialize<Member>(JsonSerializer.Serialize(ann, options), options), strict: true);
        }
    }

    [Fact]
    public void A_host_with_a_generated_context_reads_and_writes_the_same()
    {
        Member ann = new()
        {
            Id = "ann",
            Attributes = new Dictionary<string, AttributeValue> { ["team"] = "red" },
        };
        string json = JsonSerializer.Serialize(ann, HostJson.Default.Member);
        Assert.Equal(JsonSerializer.Serialize(ann), json);
        Assert.Equivalent(ann, JsonSerializer.Deserialize(json, HostJson.Default.Member), strict: true);
    }

    [Theory]
    [InlineData("{}", "id must be given")]
    [InlineData("""{"id":"a","nick":"b"}""", "nick")]
    [InlineData("""{"id":"a","id":"b"}""", "id")]
    [InlineData("""{"id":"a","interests":[{"topic":"x","weight":3}]}""", "weight must lie in (0, 1], is 3")]
    [InlineData("""{"id":"a","languages":["??"]}""", "'??' is not a known language tag")]
    [InlineData("""{"id":"a","availability":{"windows":[{"day":"monday","from":"18:00"}]}}""", "to must be given")]
    public void What_files_refuse_is_refused(string json, string why) =>
        Assert.Contains(
            why,
            Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Member>(json)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Pieces_read_alone_and_null_is_nobody()
    {
        Assert.Equal(new Interest { Topic = "jazz" }, JsonSerializer.Deserialize<Interest>("\"jazz\""));
        Back(new Location { Latitude = 1, Longitude = 2 });
        Back(
            new WeeklyWindow
            {
                Day = DayOfWeek.Monday,
                From = new(9, 0),
                To = new(10, 0),
            }
        );
        Assert.Null(JsonSerializer.Deserialize<Member>("null"));
    }

    private static void Back<T>(T value) =>
        Assert.Equivalent(value, JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value)), strict: true);
}

[System.Text.Json.Serialization.JsonSerializable(typeof(Member))]
internal sealed partial class HostJson : System.Text.Json.Serialization.JsonSerializerContext;
