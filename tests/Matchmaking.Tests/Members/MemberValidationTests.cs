namespace Matchmaking.Tests;

public class MemberValidationTests
{
    public static TheoryData<double> NoNumbers => [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    [Theory]
    [MemberData(nameof(NoNumbers))]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.0001)]
    public void Weights_and_importances_lie_above_0_and_up_to_1(double value)
    {
        Refused("Weight", () => new Interest { Topic = "jazz", Weight = value });
        Refused("Importance", () => new Need { Topic = "jazz", Importance = value });
    }

    [Theory]
    [MemberData(nameof(NoNumbers))]
    [InlineData(0)]
    [InlineData(1000.1)]
    public void An_interactions_weight_lies_above_0_and_up_to_1000(double value) => Refused("Weight", () => new Interaction
            {
                FromId = "a",
                ToId = "b",
                Time = default,
                Weight = value,
            });

    [Theory]
    [MemberData(nameof(NoNumbers))]
    [InlineData(0.9)]
    [InlineData(5.1)]
    public void A_rating_lies_in_1_to_5(double value) => Refused("Rating", () => new Outcome
            {
                FromId = "a",
                ToId = "b",
                Kind = OutcomeKind.Rated,
                Time = default,
                Rating = value,
            });

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(int.MinValue)]
    public void Levels_lie_in_1_to_5(int value)
    {
        Refused("Level", () => new Offer { Topic = "jazz", Level = value });
        Refused("Level", () => new Need { Topic = "jazz", Level = value });
    }

    [Theory]
    [MemberData(nameof(NoNumbers))]
    [InlineData(-181)]
    [InlineData(181)]
    public void A_location_is_on_the_globe(double value)
    {
        Refused("Latitude", () => new Location { Latitude = value, Longitude = 0 });
        Refused("Longitude", () => new Location { Latitude = 0, Longitude = value });
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\nb")]
    [InlineData("a\0")]
    [InlineData("a\u0085")]
    public void Ids_names_and_topics_are_told_and_have_no_control_characters(string value)
    {
        Refused("Id", () => new Member { Id = value });
        Refused("Name", () => new Member { Id = "a", Name = value });
        Refused("Blocks", () => new Member { Id = "a", Blocks = [value] });
        Refused("Attributes", () => new Member
            {
                Id = "a",
                Attributes = new Dictionary<string, AttributeValue> { [value] = 1 },
            });
        Refused("Topic", () => new Interest { Topic = value });
        Refused("Topic", () => new Offer { Topic = value });
        Refused("Topic", () => new Need { Topic = value });
        Refused("Topics", () => new MentoringPreferences { Role = MentoringRole.Both, Topics = [value] });
        Refused("Id", () => new Activity { Id = value });
        Refused("Parent", () => new Activity { Id = "a", Parent = value });
        Refused("MemberId", () => new Participation { MemberId = value, ActivityId = "a" });
        Refused("FromId", () => new Interaction
            {
                FromId = value,
                ToId = "b",
                Time = default,
            });
        Refused("Kind", () => new Interaction
            {
                FromId = "a",
                ToId = "b",
                Time = default,
                Kind = value,
            });
        Refused("ToId", () => new Outcome
            {
                FromId = "a",
                ToId = value,
                Time = default,
                Kind = OutcomeKind.Met,
            });
    }

    [Fact]
    public void Texts_may_have_line_breaks_but_no_nul()
    {
        var member = new Member
        {
            Id = "a",
            Bio = "one\n\ttwo",
            Texts = ["three\r\nfour"],
        };
        Assert.Equal("one\n\ttwo", member.Bio);
        Refused("Bio", () => new Member { Id = "a", Bio = "a\0" });
        Refused("Texts", () => new Member { Id = "a", Texts = ["a\0"] });
        Refused("Text", () => new Activity { Id = "a", Text = "a\0" });
    }

    [Fact]
    public void Lists_are_never_null_and_hold_no_null()
    {
        Refused("Texts", () => new Member { Id = "a", Texts = null! });
        Refused("Texts", () => new Member { Id = "a", Texts = [null!] });
        Refused("Interests", () => new Member { Id = "a", Interests = [null!] });
        Refused("Windows", () => new Availability { Windows = [null!] });
        Refused("Attributes", () => new Member
            {
                Id = "a",
                Attributes = new Dictionary<string, AttributeValue> { ["x"] = null! },
            });
    }

    [Fact]
    public void Enumerations_have_one_of_their_values()
    {
        Refused("Role", () => new MentoringPreferences { Role = (MentoringRole)9 });
        Refused("Kind", () => new Outcome
            {
                FromId = "a",
                ToId = "b",
                Kind = (OutcomeKind)9,
                Time = default,
            });
        Refused("Kind", () => new Activity { Id = "a", Kind = (ActivityKind)9 });
        Refused("Day", () => new WeeklyWindow
            {
                Day = (DayOfWeek)7,
                From = default,
                To = default,
            });
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1001)]
    public void Capacities_and_caps_lie_in_0_to_1000(int value)
    {
        Refused("Capacity", () => new MentoringPreferences { Role = MentoringRole.Mentor, Capacity = value });
        Refused("IntroductionsPerMonth", () => new Availability { IntroductionsPerMonth = value });
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("EN-gb")]
    [InlineData("zh-Hant-TW")]
    [InlineData("oc")]
    [InlineData("oc-FR")]
    [InlineData("es-419")]
    public void Languages_are_known_by_their_tags(string tag)
    {
        Assert.Equal([tag], new Member { Id = "a", Languages = [tag] }.Languages);
        Assert.Equal(tag[..2], LanguageTag.Primary(tag), ignoreCase: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData("french")]
    [InlineData("en_US")]
    [InlineData("fr-")]
    [InlineData("en-INVALID")]
    [InlineData("x-klingon")]
    [InlineData("iv")]
    public void Unknown_language_tags_are_refused(string tag) => Refused("Languages", () => new Member { Id = "a", Languages = [tag] });

    [Theory]
    [InlineData("Europe/Lyon")]
    [InlineData("Europe")]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("a\0b")]
    public void Unknown_time_zones_are_refused(string zone) => Refused("TimeZone", () => new Member { Id = "a", TimeZone = zone });

    [Fact]
    public void Fields_and_single_attributes_can_be_hidden_and_nothing_else()
    {
        Member member = new() { Id = "a", Hidden = ["needs", "attributes.employer"] };
        Assert.True(member.Hides("needs"));
        Assert.True(member.Hides("attributes.employer"));
        Assert.False(member.Hides("offers"));
        foreach (string name in (string[])["id", "Needs", "attributes.", ""])
            Refused("Hidden", () => new Member { Id = "a", Hidden = [name] });
    }

    [Fact]
    public void An_activity_with_a_time_is_an_event_and_one_without_a_group_unless_told()
    {
        Assert.Equal(ActivityKind.Group, new Activity { Id = "a" }.Kind);
        Assert.Equal(ActivityKind.Event, new Activity { Id = "a", Time = DateTimeOffset.UnixEpoch }.Kind);
        Assert.Equal(
            ActivityKind.Channel,
            new Activity
            {
                Id = "a",
                Time = DateTimeOffset.UnixEpoch,
                Kind = ActivityKind.Channel,
            }.Kind
        );
        Assert.Equal("a", new Activity { Id = "a" }.Name);
    }

    private static void Refused(string property, Func<object> build) =>
        Assert.Equal(property, Assert.ThrowsAny<ArgumentException>(build).ParamName);
}
