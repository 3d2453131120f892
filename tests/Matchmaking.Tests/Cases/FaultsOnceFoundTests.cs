namespace Matchmaking.Tests.Cases;

/// <summary>
/// Faults that trials found once. Each test says what is right.
/// </summary>
public sealed class FaultsOnceFoundTests
{
    private static readonly DateTimeOffset s_now = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_group_is_not_told_what_one_of_its_members_hides()
    {
        Member[] members =
        [
            new() { Id = "reader" },
            new() { Id = "hider", Hidden = ["activities"] },
            new() { Id = "carol", Name = "Carol" },
            new() { Id = "dan" },
        ];
        Activity[] activities =
        [
            new()
            {
                Id = "x",
                Name = "Recovery group",
                Kind = ActivityKind.Group,
            },
            new()
            {
                Id = "y",
                Name = "Choir",
                Kind = ActivityKind.Group,
            },
        ];
        Participation[] participations = [Took("hider", "x"), Took("carol", "x"), Took("dan", "y")];
        var matchmaker = Matchmaker.Create(new Community(members, activities, participations), At(s_now));

        Assert.All(matchmaker.SuggestForGroup(["reader", "hider"]), suggestion =>
            Assert.DoesNotContain("Recovery group", suggestion.Because, StringComparison.Ordinal)
        );

        static Participation Took(string member, string activity) =>
            new()
            {
                MemberId = member,
                ActivityId = activity,
                Time = s_now.AddDays(-3),
            };
    }

    [Fact]
    public void A_monthly_cap_holds_over_a_season()
    {
        Member[] members =
        [
            .. new[] { "a", "b", "c", "d" }.Select(id => new Member
            {
                Id = id,
                Interests = [new() { Topic = "jazz" }],
                Availability = id == "a" ? new() { IntroductionsPerMonth = 1 } : null,
            }),
        ];
        RoundSeries series = Matchmaker
            .Create(new Community(members), At(s_now))
            .PlanRounds(2, cancellationToken: TestContext.Current.CancellationToken);

        int times = series.Rounds.Count(round =>
            round.Introductions.Any(pair => pair.From.Id == "a" || pair.To.Id == "a")
            || round.Groups.Any(group => group.Members.Any(member => member.Id == "a"))
        );
        Assert.Equal(1, times);
    }

    [Fact]
    public void Every_importance_that_the_format_allows_gives_scores_that_are_numbers_and_snapshots_that_load()
    {
        Member[] members =
        [
            new() { Id = "tiny", Needs = [new() { Topic = "jazz", Importance = 1e-50 }] },
            new() { Id = "b", Offers = [new() { Topic = "jazz" }] },
            new() { Id = "c", Interests = [new() { Topic = "chess" }] },
        ];
        var matchmaker = Matchmaker.Create(new Community(members), At(s_now));
        Assert.All(matchmaker.Suggest("b"), pair => Assert.True(double.IsFinite(pair.Score)));

        string file = Path.Combine(Path.GetTempPath(), $"importance-{Guid.NewGuid():N}.snapshot");
        matchmaker.Save(file, TestContext.Current.CancellationToken);
        Matchmaker.Load(file, At(s_now), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_group_shares_a_language_however_many_languages_there_are()
    {
        const string Codes =
            "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu "
            + "fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz";
        IEnumerable<Member> filling = Codes
            .Split(' ')
            .SelectMany((code, i) => Enumerable.Range(0, 2).Select(k => new Member { Id = $"f{i}-{k}", Languages = [code] }));
        Member[] rare = [Speaks("A", "yo", "za"), Speaks("B", "za", "zu"), Speaks("C", "zu", "yo")];
        var matchmaker = Matchmaker.Create(new Community([.. filling, .. rare]), At(s_now));

        Round round = matchmaker.PlanRound(new() { GroupSize = 3 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.All(round.Groups, group =>
            Assert.NotEmpty(group.Members.Select(member => member.Languages.AsEnumerable()).Aggregate((a, b) => a.Intersect(b)))
        );

        static Member Speaks(string id, params string[] languages) =>
            new()
            {
                Id = id,
                Languages = languages,
                Interests = [new() { Topic = "jazz" }],
            };
    }

    [Theory]
    [InlineData("no", "nb")]
    [InlineData("zh", "cmn")]
    [InlineData("ar", "arb")]
    [InlineData("fa", "pes")]
    [InlineData("ji", "yi")]
    [InlineData("mo", "ro-MD")]
    [InlineData("eng", "en-GB")]
    [InlineData("fre", "fra")]
    [InlineData("zh-cmn-Hans", "zh-TW")]
    [InlineData("iw", "he")]
    [InlineData("tl", "fil")]
    [InlineData("in", "id")]
    [InlineData("sh", "sr")]
    public void Old_and_wider_codes_of_a_language_are_one(string old, string now)
    {
        Member[] members = [new() { Id = "a", Languages = [old] }, new() { Id = "b", Languages = [now] }];
        Assert.Single(Matchmaker.Create(new Community(members), At(s_now)).Suggest("a"));
    }

    private static MatchmakerOptions At(DateTimeOffset now) =>
        new() { TimeProvider = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now) };
}
