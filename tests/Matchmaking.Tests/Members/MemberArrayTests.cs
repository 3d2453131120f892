namespace Matchmaking.Tests;

public class MemberArrayTests
{
    [Theory]
    [InlineData("[\n {\"id\":\"a\"},\n {\"id\":\"b\",\n  \"bio\":7}\n]", "members.json, line 4: member 'b': bio must be a text")]
    [InlineData(
        "[\n\n {\"id\":\"a\"},\n {\"id\":\"b\",\n  \"languages\":[\"zz\"]}]",
        "members.json, line 4: member 'b': languages: 'zz' is not a known language tag"
    )]
    [InlineData("[{\"id\":\"a\"},\n\n{\"id\":\"a\"}]", "members.json, line 3: member 'a': the id stands on line 1 already")]
    [InlineData("[{\"id\":\"a\"},\n7]", "members.json, line 2: is not a member")]
    [InlineData("[{\"id\":\"a\"},\n null]", "members.json, line 2: is not a member")]
    [InlineData("[{\"id\":\"a\"},\n {\"id\":\"b\",}]", "members.json, line 2: is not valid JSON at column 12")]
    [InlineData("[{\"id\":\"a\"},\n]", "members.json, line 2: is not valid JSON")]
    [InlineData("[{\"id\":\"a\"} // x\n]", "members.json, line 1: is not valid JSON at column 13")]
    [InlineData("[{\"id\":\"a\"},\n {\"id\":\"b", "members.json, line 2: ends in the middle of the JSON; is the file truncated?")]
    [InlineData("[{\"id\":\"a\"},\n {\"id\":\"b\"}\n", "members.json, line 3: ends in the middle of the JSON; is the file truncated?")]
    [InlineData("[{\"id\":\"a\"}]\n[]", "members.json, line 2: is not valid JSON at column 1")]
    [InlineData("{\"id\":\"a\"}", "members.json, line 1: must hold a JSON array of members")]
    [InlineData("7", "members.json, line 1: must hold a JSON array of members")]
    [InlineData("x", "members.json, line 1: is not valid JSON at column 1")]
    public void Faults_are_told_by_the_line_on_which_they_stand(string content, string message)
    {
        using CommunityFolder folder = new CommunityFolder().With("members.json", content);
        Assert.StartsWith(message, folder.Refusal().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_are_counted_over_the_whole_file()
    {
        string[] good = [.. Enumerable.Range(0, 9_999).Select(i => $$"""{"id":"m{{i}}","bio":"{{new string('b', 80)}}"},""")];
        using CommunityFolder folder = new CommunityFolder().With("members.json", ["[", .. good, """{"id":"x","bio":7}]"""]);
        Assert.StartsWith("members.json, line 10001: member 'x': bio", folder.Refusal().Message, StringComparison.Ordinal);
        using CommunityFolder broken = new CommunityFolder().With("members.json", ["[", .. good, """{"id":"x",}]"""]);
        Assert.StartsWith("members.json, line 10001: is not valid JSON", broken.Refusal().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lenient_host_loses_only_the_elements_at_fault_however_deep_they_are()
    {
        string deep = $$"""{"id":"deep","bio":{{new string('[', 10_000)}}{{new string(']', 10_000)}}}""";
        using CommunityFolder folder = new CommunityFolder().With(
            "members.json",
            "[",
            """{"id":"a","id":"b"},""",
            deep + ",",
            "7,",
            """{"id":"bob"}]"""
        );
        Community community = folder.Load(lenient: true);
        Assert.Equal("bob", Assert.Single(community.Members).Id);
        Assert.Equal([2, 3, 4], community.Warnings.Select(w => w.Line));
    }

    [Fact]
    public void A_broken_array_is_refused_even_by_a_lenient_host()
    {
        using CommunityFolder folder = new CommunityFolder().With("members.json", """[{"id":"a"},{"id":""");
        Assert.Contains("truncated", folder.Refusal(lenient: true).Message, StringComparison.Ordinal);
    }
}
