namespace Matchmaking.Tests;

public class LenientLoadTests
{
    [Fact]
    public void Rows_at_fault_are_left_out_and_counted_and_the_rest_is_read()
    {
        using CommunityFolder folder = new CommunityFolder()
            .With(
                "members.jsonl",
                """{"id":"amelie"}""",
                """{"id":"bob","nick":1}""",
                """{"id":"chen"}""",
                """{"id":"amelie","bio":"again"}""",
                """{"id":""",
                """{"id":"dora","languages":["zz"]}"""
            )
            .With("activities.csv", "id,parent,kind", "chess,,group", "go,club,", "child of go,go,", "x,,game", "chess,,", "short")
            .With("participations.csv", "member,activity", "amelie,chess", "bob,chess", "amelie,go", "chen,child of go")
            .With(
                "interactions.csv",
                "from,to,time",
                "amelie,chen,2026-01-01",
                "amelie,bob,2026-01-01",
                "amelie,amelie,2026-01-01",
                "am\"elie,chen,2026-01-01",
                "chen,amelie,soon"
            )
            .With(
                "outcomes.csv",
                "from,to,kind,time,rating",
                "amelie,chen,rated,2026-01-01,4",
                "amelie,chen,rated,2026-01-01,",
                "amelie,chen,rated,2026-01-01,9"
            );
        Community community = folder.Load(lenient: true);

        Assert.Equal(["amelie", "bob", "chen", "dora"], community.Members.Select(m => m.Id));
        Assert.Null(community["amelie"].Bio);
        Assert.Equal("chess", Assert.Single(community.Activities).Id);
        Assert.Equal(["amelie", "bob"], community.Participations.Select(row => row.MemberId));
        Assert.Equal(["chen", "bob"], community.Interactions.Select(row => row.ToId));
        Assert.Equal(4, Assert.Single(community.Outcomes).Rating);
        Assert.Equal(
            [
                ("activities.csv", 3),
                ("activities.csv", 4),
                ("activities.csv", 5),
                ("activities.csv", 6),
                ("activities.csv", 7),
                ("interactions.csv", 4),
                ("interactions.csv", 5),
                ("interactions.csv", 6),
                ("members.jsonl", 2),
                ("members.jsonl", 4),
                ("members.jsonl", 5),
                ("members.jsonl", 6),
                ("outcomes.csv", 3),
                ("outcomes.csv", 4),
                ("participations.csv", 4),
                ("participations.csv", 5),
            ],
            community.Warnings.Select(w => (w.File, w.Line)).Order()
        );
    }

    [Fact]
    public void What_a_lenient_host_keeps_passes_the_checks_of_a_strict_one()
    {
        using CommunityFolder folder = CommunityFolder
            .OfThree()
            .With("activities.csv", "id,parent", "a,b", "b,c", "c,b", "d,", "e,d")
            .With("participations.csv", "member,activity", "amelie,a", "amelie,e");
        Community kept = folder.Load(lenient: true);
        var again = new Community(kept.Members, kept.Activities, kept.Participations, kept.Interactions, kept.Outcomes);
        Assert.Equal(["d", "e"], again.Activities.Select(a => a.Id));
        Assert.Equal("e", Assert.Single(again.Participations).ActivityId);
    }

    [Fact]
    public void Warnings_read_like_the_errors_of_a_strict_host()
    {
        using CommunityFolder folder = new CommunityFolder().With(
            "members.jsonl",
            """{"id":"bob"}""",
            """{"id":"amelie","interests":[{"topic":"jazz","weight":3}]}"""
        );
        Assert.Equal(folder.Refusal().Message, Assert.Single(folder.Load(lenient: true).Warnings).ToString());
    }

    [Fact]
    public void Nothing_left_is_a_fault_of_the_file()
    {
        using CommunityFolder folder = new CommunityFolder().With("members.jsonl", """{"id":7}""", "x");
        Assert.Equal(
            "members.jsonl: holds no member without fault; the first fault: members.jsonl, line 1: id must be a text",
            folder.Refusal(lenient: true).Message
        );
    }

    [Fact]
    public void A_strict_host_has_no_warnings()
    {
        using CommunityFolder folder = CommunityFolder.OfThree();
        Assert.Empty(folder.Load().Warnings);
    }
}
