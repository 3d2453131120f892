namespace Matchmaking.Tests;

public class ConsentTests
{
    [Fact]
    public void What_nobody_speaks_of_is_for_everything_and_what_is_hidden_for_matching_alone()
    {
        Member ann = new() { Id = "ann", Hidden = ["bio", "attributes.age"] };
        Assert.Equal(FieldPurposes.All, ann.PurposesOf("needs"));
        Assert.Equal(FieldPurposes.Matching, ann.PurposesOf("bio"));
        Assert.Equal(FieldPurposes.Matching, ann.PurposesOf("attributes.age"));
        Assert.Equal(FieldPurposes.All, ann.PurposesOf("attributes.team"));
    }

    [Fact]
    public void What_the_member_says_counts_but_nothing_hidden_is_shown()
    {
        Member ann = new()
        {
            Id = "ann",
            Hidden = ["bio"],
            Bio = "shy",
            TimeZone = "Europe/Paris",
            Attributes = new Dictionary<string, AttributeValue> { ["age"] = 3, ["team"] = "red" },
            Consent = new Dictionary<string, FieldPurposes>
            {
                ["bio"] = FieldPurposes.All,
                ["timeZone"] = FieldPurposes.Matching,
                ["attributes"] = FieldPurposes.Learning,
                ["attributes.team"] = FieldPurposes.Shown,
            },
        };
        Assert.Equal(FieldPurposes.Matching | FieldPurposes.Learning, ann.PurposesOf("bio"));
        Assert.Equal(FieldPurposes.Learning, ann.PurposesOf("attributes.age"));
        Member shown = ann.ShownToOthers();
        Assert.Null(shown.Bio);
        Assert.Null(shown.TimeZone);
        Assert.Equal("team", Assert.Single(shown.Attributes).Key);
        Assert.Empty(shown.Consent);
    }

    [Fact]
    public void Only_fields_and_purposes_that_there_are_are_taken()
    {
        Assert.Throws<ArgumentException>(() =>
            new Member
            {
                Id = "a",
                Consent = new Dictionary<string, FieldPurposes> { ["nick"] = FieldPurposes.All },
            }
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Member
            {
                Id = "a",
                Consent = new Dictionary<string, FieldPurposes> { ["bio"] = (FieldPurposes)8 },
            }
        );
        Assert.Throws<ArgumentException>(() => new Member { Id = "a" }.PurposesOf("nick"));
        Assert.Contains(
            "consent.bio must be a list of shown, matching, learning",
            CommunityFolder.Complaint("""{"id":"a","consent":{"bio":["sold"]}}"""),
            StringComparison.Ordinal
        );
    }
}
