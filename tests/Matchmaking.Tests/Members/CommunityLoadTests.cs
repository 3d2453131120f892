using System.Text;

namespace Matchmaking.Tests;

public class CommunityLoadTests
{
    private const string Full = """
        {"id":"amelie","name":"Amélie","bio":"Je joue du jazz.","texts":["one","two"],"languages":["fr","en-GB"],"timeZone":"Europe/Paris",
        "location":{"latitude":45.76,"longitude":4.84,"place":"Lyon"},"joined":"2025-09-01",
        "interests":["jazz",{"topic":"chess","weight":0.5}],
        "offers":["piano",{"topic":"python","level":5}],"needs":["bass",{"topic":"a drummer","level":2,"importance":0.25}],
        "mentoring":{"role":"both","capacity":2,"topics":["harmony"]},
        "availability":{"windows":[{"day":"monday","from":"18:00","to":"20:30"}],
        "pausedUntil":"2026-01-01T10:00:00+02:00","introductionsPerMonth":4},
        "blocks":["bob","one who left"],"attributes":{"age":34,"office":"Lyon","badges":["b","a"]},"hidden":["needs","attributes.age"]}
        """;

    [Fact]
    public void Every_field_of_a_member_is_read()
    {
        using CommunityFolder folder = new CommunityFolder().With("members.jsonl", Full.ReplaceLineEndings(""));
        Member amelie = folder.Load()["amelie"];

        Assert.Equal("Amélie", amelie.Name);
        Assert.Equal("Je joue du jazz.", amelie.Bio);
        Assert.Equal(["one", "two"], amelie.Texts);
        Assert.Equal(["fr", "en-GB"], amelie.Languages);
        Assert.Equal("Europe/Paris", amelie.TimeZone);
        Assert.Equal(
            new Location
            {
                Latitude = 45.76,
                Longitude = 4.84,
                Place = "Lyon",
            },
            amelie.Location
        );
        Assert.Equal(new DateTimeOffset(2025, 9, 1, 0, 0, 0, TimeSpan.Zero), amelie.Joined);
        Assert.Equal([new() { Topic = "jazz" }, new() { Topic = "chess", Weight = 0.5 }], amelie.Interests);
        Assert.Equal([new() { Topic = "piano" }, new() { Topic = "python", Level = 5 }], amelie.Offers);
        Assert.Equal(
            [
                new() { Topic = "bass" },
                new()
                {
                    Topic = "a drummer",
                    Level = 2,
                    Importance = 0.25,
                },
            ],
            amelie.Needs
        );
        Assert.Equal(
            (MentoringRole.Both, 2, "harmony"),
            (amelie.Mentoring!.Role, amelie.Mentoring.Capacity, Assert.Single(amelie.Mentoring.Topics))
        );
        Assert.Equal(
            [
                new()
                {
                    Day = DayOfWeek.Monday,
                    From = new(18, 0),
                    To = new(20, 30),
                },
            ],
            amelie.Availability!.Windows
        );
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 8, 0, 0, TimeSpan.Zero), amelie.Availability.PausedUntil);
        Assert.Equal(4, amelie.Availability.IntroductionsPerMonth);
        Assert.Equal(["bob", "one who left"], amelie.Blocks);
        Assert.Equal(AttributeValue.Of(34), amelie.Attributes["age"]);
        Assert.Equal(AttributeValue.Of("Lyon"), amelie.Attributes["office"]);
        Assert.Equal(AttributeValue.Of(["a", "b"]), amelie.Attributes["badges"]);
        Assert.Equal(["needs", "attributes.age"], amelie.Hidden);
    }

    [Fact]
    public void What_is_not_told_or_null_has_its_default()
    {
        using CommunityFolder folder = new CommunityFolder().With(
            "members.jsonl",
            """{"id":"amelie"}""",
            """{"id":"bob","name":null,"bio":null,"texts":null,"location":null,"interests":null,"attributes":"""
                + """null,"mentoring":{"role":"mentor","capacity":null},"offers":[{"topic":"go","level":null}]}"""
        );
        Community community = folder.Load();
        Assert.Equal("amelie", community["amelie"].Name);
        Assert.Equal(("bob", 1, 3), (community["bob"].Name, community["bob"].Mentoring!.Capacity, community["bob"].Offers[0].Level));
        foreach (Member member in community.Members)
        {
            Assert.Null(member.Bio);
            Assert.Null(member.Location);
            Assert.Null(member.Availability);
            Assert.Empty(member.Texts);
            Assert.Empty(member.Languages);
            Assert.Empty(member.Interests);
            Assert.Empty(member.Needs);
            Assert.Empty(member.Blocks);
            Assert.Empty(member.Attributes);
            Assert.Empty(member.Hidden);
        }
    }

    [Fact]
    public void A_json_array_holds_the_same_members_as_lines()
    {
        using CommunityFolder folder = new CommunityFolder().With("members.json", "[", Full, ",", """  {"id":"bob"}""", "]");
        Community community = folder.Load();
        Assert.Equal(["amelie", "bob"], community.Members.Select(m => m.Id));
        Assert.Equal("a drummer", community["amelie"].Needs[1].Topic);
    }

    [Fact]
    public void Elements_of_an_array_may_fall_anywhere_on_the_readers_buffer()
    {
        string[] ids = [.. Enumerable.Range(0, 9000).Select(i => $"m{i}")];
        string[] elements = [.. ids.Select((id, i) => $$"""{"id":"{{id}}","bio":"{{new string('é', i % 97)}}"}""")];
        using CommunityFolder folder = new CommunityFolder().With("members.json", $"[{string.Join(",", elements)}]");
        Assert.Equal(ids, folder.Load().Members.Select(m => m.Id));
        using CommunityFolder lines = new CommunityFolder().With("members.jsonl", elements);
        Assert.Equal(ids, lines.Load().Members.Select(m => m.Id));
    }

    [Fact]
    public void A_members_file_may_be_named_instead_of_a_folder()
    {
        using CommunityFolder folder = CommunityFolder.OfThree();
        Assert.Equal(3, Community.Load(Path.Combine(folder.Path, "members.jsonl")).Members.Count);
        folder.With("others.JSON", """[{"id":"zoe"}]""");
        Assert.True(Community.Load(Path.Combine(folder.Path, "others.JSON")).Contains("zoe"));
    }

    [Fact]
    public void Blank_lines_carriage_returns_a_byte_order_mark_and_a_missing_last_line_end_do_no_harm()
    {
        byte[] text = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("{\"id\":\"amelie\"}\r\n\r\n   \n{\"id\":\"bob\"}")];
        using CommunityFolder folder = new CommunityFolder().With("members.jsonl", text);
        folder.With("interactions.csv", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("from,to,time\r\n\r\namelie,bob,2026-01-01\r\n")]);
        Community community = folder.Load();
        Assert.Equal(["amelie", "bob"], community.Members.Select(m => m.Id));
        Assert.Single(community.Interactions);
    }

    [Fact]
    public void Tables_are_read_by_the_names_of_their_columns_in_any_order()
    {
        using CommunityFolder folder = CommunityFolder
            .OfThree()
            .With(
                "activities.csv",
                "parent,text,time,kind,name,id",
                ",About chess,,channel,Chess,chess",
                "chess,\"Blitz, \"\"fast\"\"\nand fun\",2026-02-01 19:00:00,,Blitz,blitz"
            )
            .With("participations.csv", "Activity,Member", "blitz,amelie", "chess,bob")
            .With("interactions.csv", "weight,time,to,from", "2.5,2026-01-01T10:00:00Z,bob,amelie", ",2026-01-02,amelie,bob")
            .With("outcomes.csv", "from,to,kind,time,rating", "amelie,bob,MET,2026-01-03,", "amelie,bob,rated,2026-01-03, 4.5 ");
        Community community = folder.Load();

        Assert.Equivalent(
            new Activity
            {
                Id = "chess",
                Name = "Chess",
                Kind = ActivityKind.Channel,
                Text = "About chess",
            },
            community.Activities[0]
        );
        Activity blitz = community.Activities[1];
        Assert.Equal(("Blitz, \"fast\"\nand fun", "chess", ActivityKind.Event), (blitz.Text, blitz.Parent, blitz.Kind));
        Assert.Equal(new DateTimeOffset(2026, 2, 1, 19, 0, 0, TimeSpan.Zero), blitz.Time);
        Assert.Equal(
            [new() { MemberId = "amelie", ActivityId = "blitz" }, new() { MemberId = "bob", ActivityId = "chess" }],
            community.Participations
        );
        Assert.Equal((2.5, "interaction"), (community.Interactions[0].Weight, community.Interactions[0].Kind));
        Assert.Equal((1, "bob"), (community.Interactions[1].Weight, community.Interactions[1].FromId));
        Assert.Equal((OutcomeKind.Met, null), (community.Outcomes[0].Kind, community.Outcomes[0].Rating));
        Assert.Equal((OutcomeKind.Rated, 4.5), (community.Outcomes[1].Kind, community.Outcomes[1].Rating));
    }

    [Fact]
    public void A_table_with_nothing_but_its_header_has_no_rows()
    {
        using CommunityFolder folder = CommunityFolder.OfThree().With("participations.csv", "member,activity,time");
        Assert.Empty(folder.Load().Participations);
    }

    [Fact]
    public void Rows_may_be_more_than_the_readers_buffer_holds()
    {
        using CommunityFolder folder = CommunityFolder
            .OfThree()
            .With(
                "interactions.csv",
                ["from,to,time,kind", .. Enumerable.Range(0, 20_000).Select(i => $"amelie,bob,2026-01-01,{new string('k', 1 + (i % 53))}")]
            );
        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => 1 + (i % 53)), folder.Load().Interactions.Select(i => i.Kind.Length));
    }
}
