using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Scoring;

/// <summary>Who tells a time zone and no hours is taken to be awake by day, and nobody is told that they said so.</summary>
public class TimeZoneTests
{
    private const string NewYork = "America/New_York",
        Shanghai = "Asia/Shanghai";

    [Fact]
    public void The_near_zone_comes_before_the_far_one()
    {
        Matchmaker matchmaker = Matchmaker(
            In("ann", NewYork),
            In("antipode", Shanghai),
            In("west", "America/Los_Angeles"),
            In("near", NewYork),
            In("berlin", "Europe/Berlin")
        );
        Assert.Equal(["near", "west", "berlin", "antipode"], Ids(matchmaker.Suggest("ann")));
    }

    [Fact]
    public void Zones_are_told_as_zones_and_only_where_they_differ()
    {
        Matchmaker matchmaker = Matchmaker(In("ann", NewYork), In("near", NewYork), In("far", Shanghai), Telling("told", NewYork));
        string far = Reasons("far"),
            all = far + Reasons("near") + Reasons("told");
        Assert.Contains("Going by your time zones, your days overlap by about 4 hours.", far);
        Assert.DoesNotContain("time zones", Reasons("near"));
        Assert.DoesNotContain("hours a week in common", all);

        string Reasons(string to) =>
            string.Join(' ', matchmaker.Explain("ann", to).Introduction.ReasonsForFrom.Select(reason => reason.Text));
    }

    [Fact]
    public void A_hidden_zone_is_not_told()
    {
        Matchmaker matchmaker = Matchmaker(In("ann", NewYork), In("far", Shanghai) with { Hidden = [MemberField.TimeZone] });
        Introduction introduction = matchmaker.Explain("ann", "far").Introduction;
        Assert.DoesNotContain(introduction.ReasonsForFrom.Concat(introduction.ReasonsForTo), reason => reason.Text.Contains("time zone"));
    }

    [Fact]
    public void No_rule_forbids_what_is_only_assumed()
    {
        Matchmaker matchmaker = global::Matchmaking.Matchmaker.Create(
            new Community([In("ann", NewYork), In("far", "Asia/Tokyo"), Telling("night", NewYork)]),
            AtNow(new() { MinimumCommonHours = 40 })
        );
        Assert.Equal(2, matchmaker.Suggest("ann").Count);
    }

    [Fact]
    public void What_is_assumed_is_an_option_and_may_be_nothing()
    {
        Member[] members = [In("ann", NewYork), In("berlin", "Europe/Berlin"), In("near", NewYork)];
        // At work New York and Berlin have two hours of eight in common, awake eight of fourteen.
        Assert.Equal(2 / 8.0, Ease(Availability.WorkingHours, "berlin"), 9);
        Assert.Equal(8 / 14.0, Ease(Availability.WakingHours, "berlin"), 9);
        Assert.Equal(1, Ease(Availability.WorkingHours, "near"), 9);
        Matchmaker nothing = Create([]);
        Assert.DoesNotContain(nothing.Explain("ann", "near").Introduction.Parts, part => part.Part == ScorePart.Practicalities);

        double Ease(IReadOnlyList<WeeklyWindow> hours, string to) =>
            Create(hours).Explain("ann", to).Introduction.Parts.Single(part => part.Part == ScorePart.Practicalities).Forward;

        Matchmaker Create(IReadOnlyList<WeeklyWindow> hours) =>
            global::Matchmaking.Matchmaker.Create(new Community(members), AtNow(new() { AssumedHours = hours }));
    }

    [Fact]
    public void In_a_large_community_the_search_finds_the_same()
    {
        string[] zones = [NewYork, Shanghai, "Europe/Berlin", "Asia/Kolkata"];
        var random = new Random(5);
        Member[] members =
        [
            .. Enumerable
                .Range(0, 900)
                .Select(i =>
                    (random.Next(4) == 0 ? Telling($"m{i}", zones[i % 4]) : In($"m{i}", zones[i % 4])) with
                    {
                        Interests = [new Interest { Topic = $"t{random.Next(9)}" }],
                    }
                ),
        ];
        Matchmaker matchmaker = Matchmaker(members);
        foreach (string id in new[] { "m0", "m1", "m2", "m3" })
            Assert.Equal(
                matchmaker.Rank(id, new() { Count = 800 }).Take(15).Select(r => r.Score),
                matchmaker.Rank(id, new() { Count = 15 }).Select(r => r.Score)
            );
    }

    private static Member In(string id, string zone) => Person(id) with { TimeZone = zone };

    private static Member Telling(string id, string zone) =>
        In(id, zone) with
        {
            Availability = new()
            {
                Windows =
                [
                    new()
                    {
                        Day = DayOfWeek.Monday,
                        From = new(18, 0),
                        To = new(20, 0),
                    },
                ],
            },
        };

    private static IEnumerable<string> Ids(IReadOnlyList<Introduction> introductions) => introductions.Select(i => i.To.Id);
}
