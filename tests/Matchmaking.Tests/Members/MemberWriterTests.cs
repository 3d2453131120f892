using System.Text;

namespace Matchmaking.Tests;

public class MemberWriterTests
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
        string json = MemberWriter.Write(amelie);
        Assert.True(MemberParser.TryParse(Encoding.UTF8.GetBytes(json), out Member? read, out _), json);
        Assert.Equal(json, MemberWriter.Write(read));
        Assert.Equivalent(amelie, read, strict: true);
        Assert.DoesNotContain('\n', json);
    }

    [Fact]
    public void A_member_of_whom_only_the_id_is_known_reads_back_the_same()
    {
        Assert.True(MemberParser.TryParse(Encoding.UTF8.GetBytes(MemberWriter.Write(new Member { Id = "a" })), out Member? read, out _));
        Assert.Equivalent(new Member { Id = "a" }, read, strict: true);
    }
}
