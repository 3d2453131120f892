using System.Globalization;
using System.Text;
using static Matchmaking.Tests.People;

namespace Matchmaking.Tests.Selection;

/// <summary>Rules as data: what a file can say, and how it is refused where it is wrong.</summary>
public class IntroductionRuleFileTests
{
    [Fact]
    public void Attributes_can_be_asked_to_differ_to_be_near_and_not_to_name_the_other()
    {
        IReadOnlyList<IIntroductionRule> rules = Load(
            """
            {
              "$schema": "rules.schema.json",
              "rules": [
                { "code": "sameDepartment", "attribute": "department", "must": "different",
                  "text": { "en": "The two work in the same department.", "fr": "Les deux travaillent dans le même service." } },
                { "code": "farInAge", "attribute": "age", "must": "within", "distance": 10, "text": "The two are far apart in age." },
                { "code": "ownManager", "attribute": "manager", "must": "notNamed", "text": "One of the two is the other's manager." },
                { "attribute": "site", "must": "equal", "tier": 1 }
              ]
            }
            """
        );
        Member ada = Of("ada", ("department", "sales"), ("age", 30), ("manager", "cem"), ("site", "Paris"));
        Assert.Equal("sameDepartment", Refused(rules, ada, Of("bob", ("department", "sales"))));
        Assert.Equal("farInAge", Refused(rules, Of("bob", ("age", 41)), ada));
        Assert.Equal("ownManager", Refused(rules, ada, Of("cem")));
        Assert.Equal("ownManager", Refused(rules, Of("cem"), ada));
        Assert.Null(Refused(rules, ada, Of("dan", ("department", "law"), ("age", 40))));
        Assert.Equal(0, Tier(rules, ada, Of("dan", ("site", "Paris"))));
        Assert.Equal(1, Tier(rules, ada, Of("dan", ("site", "Lyon"))));
        Assert.Equal(1, Tier(rules, ada, Of("dan")));

        var matchmaker = global::Matchmaking.Matchmaker.Create(
            new Community([ada, Of("bob", ("department", "sales"))]),
            AtNow(new() { Rules = rules })
        );
        Obstacle obstacle = Assert.Single(matchmaker.Explain("ada", "bob", new() { Culture = CultureInfo.GetCultureInfo("fr") }).Obstacles);
        Assert.Equal("Les deux travaillent dans le même service.", obstacle.Text);
    }

    [Fact]
    public void A_refusal_by_what_a_member_hides_tells_nothing()
    {
        IReadOnlyList<IIntroductionRule> rules = Load(
            """{"rules":[{"code":"sameTeam","attribute":"team","must":"different","text":"The two are of one team."}]}"""
        );
        RuleVerdict verdict = Judge(rules[0], Of("a", ("team", "x")) with { Hidden = ["attributes.team"] }, Of("b", ("team", "x")));
        Assert.True(verdict.IsRefusal);
        Assert.DoesNotContain("team", verdict.TextFor(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.NotEqual("sameTeam", verdict.Obstacle!.Value.Code);
    }

    [Fact]
    public void Kinds_and_those_who_do_not_tell_can_be_named()
    {
        IReadOnlyList<IIntroductionRule> rules = Load(
            """
            {"rules":[{"code":"site","attribute":"site","must":"equal","mustTell":true,"kinds":["mentor"],"text":"Not at one site."}]}
            """
        );
        Assert.True(Judge(rules[0], Of("a"), Of("b", ("site", "x")), IntroductionKind.Mentor).IsRefusal);
        Assert.False(Judge(rules[0], Of("a"), Of("b", ("site", "x"))).IsRefusal);
        Assert.False(Judge(rules[0], Of("a", ("site", "x")), Of("b", ("site", "x")), IntroductionKind.Mentor).IsRefusal);
    }

    [Theory]
    [InlineData("""{"rules":[""", 1, "JSON")]
    [InlineData("[]", 1, "object")]
    [InlineData("{}", 1, "rules is missing")]
    [InlineData("{\"rules\":[\n{}]}", 2, "attribute is missing")]
    [InlineData("{\"rules\":[\n\n{\"attribute\":\"a\",\n\"must\":\"be\"}]}", 4, "'be' is none of")]
    [InlineData("{\"rules\":[{\"attribute\":\"a\",\n\"color\":1}]}", 2, "no property 'color'")]
    [InlineData("{\"rules\":[\n{\"attribute\":\"a\",\"must\":\"within\",\"code\":\"x\",\"text\":\"t\"}]}", 2, "distance is missing")]
    [InlineData("{\"rules\":[\n{\"attribute\":\"a\",\"must\":\"equal\"}]}", 2, "code (or tier) is missing")]
    [InlineData("{\"rules\":[\n{\"attribute\":\"a\",\"must\":\"equal\",\"code\":\"x\"}]}", 2, "text is missing")]
    [InlineData("{\"rules\":[\n{\"attribute\":\"a\",\"must\":\"equal\",\"tier\":\n1.5}]}", 3, "whole number")]
    [InlineData("{\"rules\":[\n{\"attribute\":\"a\",\"must\":\"equal\",\"code\":\"blocked\",\"text\":\"t\"}]}", 2, "code of its own")]
    [InlineData("{\"rules\":[{\"attribute\":\"a\",\n\"attribute\":\"b\"}]}", 2, "there twice")]
    public void What_is_wrong_is_refused_with_file_and_line(string json, int line, string fault)
    {
        CommunityFormatException refused = Assert.Throws<CommunityFormatException>(() => Load(json));
        Assert.Equal(line, refused.Line);
        Assert.Contains(fault, refused.Message, StringComparison.Ordinal);
        Assert.Contains("stream", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_missing_is_a_fault() =>
        Assert.Throws<CommunityFormatException>(() => IntroductionRuleFile.Load("there-is-no-such-file.json"));

    private static IReadOnlyList<IIntroductionRule> Load(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return IntroductionRuleFile.Load(stream);
    }

    private static string? Refused(IReadOnlyList<IIntroductionRule> rules, Member from, Member to) =>
        rules.Select(rule => Judge(rule, from, to)).FirstOrDefault(verdict => verdict.IsRefusal).Obstacle?.Code;

    private static int Tier(IReadOnlyList<IIntroductionRule> rules, Member from, Member to) =>
        rules.Max(rule => Judge(rule, from, to).Tier);

    private static RuleVerdict Judge(IIntroductionRule rule, Member from, Member to, IntroductionKind kind = IntroductionKind.Any) =>
        rule.Judge(
            new()
            {
                From = from,
                To = to,
                Kind = kind,
                Time = Now,
            }
        );

    private static Member Of(string id, params (string Name, AttributeValue Value)[] attributes) =>
        Person(id) with
        {
            Attributes = attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value),
        };
}
