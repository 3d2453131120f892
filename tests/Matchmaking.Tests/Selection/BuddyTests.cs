using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Selection;

/// <summary>Who may be whose buddy, and that nothing is said of how long somebody has been here that is not known.</summary>
public class BuddyTests
{
    private static readonly Member s_fresh = Person("fresh") with { Joined = Now.AddDays(-20) },
        s_veteran = Person("veteran") with { Joined = Now.AddYears(-11) },
        s_unknown = Person("unknown"),
        s_writer = Person("writer");

    [Fact]
    public void A_newcomer_gets_who_joined_long_ago_and_who_ever_did_anything()
    {
        IReadOnlyList<Introduction> answer = Ask("fresh");
        Assert.Equal(["veteran", "writer"], answer.Select(i => i.To.Id).Order());
        Assert.Contains("has been here for a while", Reasons(answer, "veteran"));
        Assert.Contains("has been here for a while", Reasons(answer, "writer"));
        Assert.All(answer, i => Assert.Contains("is new here", string.Join(' ', i.ReasonsForTo.Select(r => r.Text))));
        Assert.All(answer, i => Assert.Contains("I’m new here", i.OpeningLine));
    }

    [Fact]
    public void Who_is_settled_and_asks_gets_the_new_and_welcomes_them()
    {
        Introduction welcome = Assert.Single(Ask("veteran"));
        Assert.Equal("fresh", welcome.To.Id);
        Assert.Contains("is new here", welcome.Because);
        Assert.Contains("for a while", string.Join(' ', welcome.ReasonsForTo.Select(r => r.Text)));
        Assert.Contains("welcome", welcome.OpeningLine);
        Obstacle obstacle = Assert.Single(Explain("veteran", "unknown").Obstacles);
        Assert.Equal(ObstacleKind.NobodyNew, obstacle.Kind);
        Assert.Equal("Neither of the two is new here, as far as is known.", obstacle.Text);
    }

    [Fact]
    public void Of_whom_nothing_is_known_is_nobodys_buddy_and_may_ask()
    {
        Obstacle obstacle = Assert.Single(Explain("fresh", "unknown").Obstacles);
        Assert.Equal(ObstacleKind.NotSettled, obstacle.Kind);
        Assert.DoesNotContain("too new", obstacle.Text);
        IReadOnlyList<Introduction> answer = Ask("unknown");
        Assert.Equal(["veteran", "writer"], answer.Select(i => i.To.Id).Order());
        Assert.All(answer, i => Assert.DoesNotContain("new here", string.Join(' ', i.ReasonsForTo.Select(r => r.Text)) + i.OpeningLine));
    }

    [Fact]
    public void A_history_of_last_week_or_without_dates_is_not_told_as_a_while()
    {
        foreach (DateTimeOffset? time in new DateTimeOffset?[] { Now.AddDays(-7), null })
        {
            IReadOnlyList<Introduction> answer = Ask("fresh", time);
            Assert.Contains("Writer is active here", Reasons(answer, "writer"));
            Assert.DoesNotContain("for a while", Reasons(answer, "writer"));
        }
    }

    [Fact]
    public void What_is_yet_to_come_is_no_history() => Assert.Equal(["veteran"], Ask("fresh", Now.AddDays(7)).Select(i => i.To.Id));

    [Fact]
    public void What_is_hidden_is_not_told()
    {
        Matchmaker matchmaker = Create(
            Now.AddYears(-1),
            s_fresh with
            {
                Hidden = [MemberField.Joined],
            },
            s_veteran with
            {
                Hidden = [MemberField.Joined],
            },
            s_writer with
            {
                Hidden = [MemberField.Activities],
            }
        );
        IReadOnlyList<Introduction> answer = matchmaker.Suggest("fresh", Options());
        Assert.Equal(2, answer.Count);
        Assert.All(answer, i =>
        {
            string all = string.Join(' ', i.ReasonsForFrom.Concat(i.ReasonsForTo).Select(reason => reason.Text)) + i.OpeningLine;
            Assert.DoesNotContain("new here", all);
            Assert.DoesNotContain("for a while", all);
            Assert.DoesNotContain("takes part", all);
        });
    }

    [Fact]
    public void A_round_serves_the_new_by_the_settled_and_leaves_the_unknown_in_peace()
    {
        Round round = Create(Now.AddYears(-1), s_fresh, s_veteran, s_unknown)
            .PlanRound(new() { Kind = IntroductionKind.Buddy }, cancellationToken: TestContext.Current.CancellationToken);
        Introduction pair = Assert.Single(round.Introductions);
        Assert.Equal(("fresh", "veteran"), (pair.From.Id, pair.To.Id));
    }

    [Fact]
    public void An_active_part_is_told_of_those_who_take_one_now()
    {
        Interaction[] rows =
        [
            .. Enumerable.Range(0, 5).SelectMany(i => new[] { Wrote("now", Now.AddDays(-i)), Wrote("once", Now.AddYears(-3).AddDays(-i)) }),
        ];
        var community = new Community([Person("ada"), Person("now"), Person("once"), Person("reader")], interactions: rows);
        Matchmaker matchmaker = global::Matchmaking.Matchmaker.Create(community, AtNow());
        Assert.Contains("is active", Told("now"));
        Assert.DoesNotContain("is active", Told("once"));

        // Also where the latest that is known is long ago.
        var old = new Community(community.Members, interactions: [.. rows.Where(row => row.FromId == "once")]);
        matchmaker = global::Matchmaking.Matchmaker.Create(old, AtNow());
        Assert.DoesNotContain("is active", Told("once"));

        string Told(string to) => string.Join(' ', matchmaker.Explain("ada", to).Introduction.ReasonsForFrom.Select(reason => reason.Text));
    }

    private static Interaction Wrote(string from, DateTimeOffset? time) =>
        new()
        {
            FromId = from,
            ToId = "reader",
            Kind = "reply",
            Time = time,
        };

    private static IReadOnlyList<Introduction> Ask(string member) => Ask(member, Now.AddYears(-1));

    private static IReadOnlyList<Introduction> Ask(string member, DateTimeOffset? wrote) =>
        Create(wrote, s_fresh, s_veteran, s_unknown, s_writer).Suggest(member, Options());

    private static Explanation Explain(string from, string to) =>
        Create(Now.AddYears(-1), s_fresh, s_veteran, s_unknown, s_writer).Explain(from, to, Options());

    private static SuggestOptions Options() => new() { Kind = IntroductionKind.Buddy };

    private static Matchmaker Create(DateTimeOffset? wrote, params Member[] members) =>
        global::Matchmaking.Matchmaker.Create(
            new Community(
                [.. members, Person("reader") with { Blocks = [.. members.Select(member => member.Id)] }],
                interactions: members.Any(member => member.Id == "writer") ? [Wrote("writer", wrote)] : []
            ),
            AtNow()
        );

    private static string Reasons(IReadOnlyList<Introduction> answer, string to) =>
        string.Join(' ', answer.Single(i => i.To.Id == to).ReasonsForFrom.Select(reason => reason.Text));
}
