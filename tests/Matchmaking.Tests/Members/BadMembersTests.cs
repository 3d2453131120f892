using System.Text;

namespace Matchmaking.Tests;

public class BadMembersTests
{
    [Theory]
    [InlineData("""{"id":"amelie","nickname":"Amy"}""", "member 'amelie': unknown property 'nickname'; known are id, name,")]
    [InlineData(
        """{"id":"amelie","location":{"latitude":1,"longitude":1,"town":"Lyon"}}""",
        "member 'amelie': unknown property 'town'; known are latitude, longitude, place"
    )]
    [InlineData(
        """{"id":"amelie","interests":[{"topic":"jazz","level":3}]}""",
        "member 'amelie': interests[0]: unknown property 'level'; known are topic, weight"
    )]
    [InlineData("""{"ID":"amelie"}""", "unknown property 'ID'")]
    [InlineData("""{"id":"amelie","bio":"a","bio":"b"}""", "member 'amelie': the property 'bio' stands twice")]
    [InlineData("""{"id":"amelie","location":{"latitude":1,"latitude":1}}""", "the property 'location.latitude' stands twice")]
    [InlineData("""{"id":"amelie","attributes":{"x":1,"x":1}}""", "the property 'attributes.x' stands twice")]
    [InlineData("""{"id":"amelie","needs":[{"topic":"a","topic":"b"}]}""", "needs[0]: the property 'topic' stands twice")]
    [InlineData(
        """{"id":"amelie","interests":[{"topic":"jazz","weight":3}]}""",
        "member 'amelie': interests[0].weight must lie in (0, 1], is 3"
    )]
    [InlineData("""{"id":"amelie","interests":[{"topic":"jazz","weight":0}]}""", "interests[0].weight must lie in (0, 1], is 0")]
    [InlineData("""{"id":"amelie","interests":[{"topic":"jazz","weight":1e999}]}""", "interests[0].weight must lie in (0, 1], is Infinity")]
    [InlineData(
        """{"id":"amelie","interests":[{"topic":"jazz","weight":NaN}]}""",
        "member 'amelie': is not valid JSON at column 54: 'N' is an invalid start of a value"
    )]
    [InlineData("""{"id":"amelie","interests":[{"topic":"jazz","weight":"NaN"}]}""", "interests[0].weight must be a number")]
    [InlineData("""{"id":"amelie","offers":["a",{"topic":"b","level":6}]}""", "member 'amelie': offers[1].level must lie in 1..5, is 6")]
    [InlineData("""{"id":"amelie","offers":[{"topic":"b","level":2.5}]}""", "offers[0].level must be a whole number from 1 to 5")]
    [InlineData("""{"id":"amelie","needs":[{"topic":"b","importance":-1}]}""", "needs[0].importance must lie in (0, 1], is -1")]
    [InlineData("""{"id":"amelie","needs":[{"level":1}]}""", "needs[0].topic must be given")]
    [InlineData("""{"id":"amelie","needs":[""]}""", "needs[0].topic must not be empty")]
    [InlineData("""{"id":"amelie","needs":[null]}""", "needs[0] must be a topic: a text, or an object with topic, level, importance")]
    [InlineData("""{"id":"amelie","needs":"bass"}""", "needs must be a list")]
    [InlineData("""{"id":"amelie","timeZone":"Europe/Lyon"}""", "member 'amelie': timeZone: 'Europe/Lyon' is not a known time zone")]
    [InlineData("""{"id":"amelie","languages":["fr","zz"]}""", "member 'amelie': languages: 'zz' is not a known language tag")]
    [InlineData("""{"id":"amelie","location":{"latitude":91,"longitude":0}}""", "latitude must lie in [-90, 90], is 91")]
    [InlineData("""{"id":"amelie","location":{"latitude":45}}""", "location.longitude must be given")]
    [InlineData("""{"id":"amelie","location":{"latitude":"45","longitude":0}}""", "location.latitude must be a number")]
    [InlineData("""{"id":"amelie","joined":"01/09/2025"}""", "joined must be a time such as")]
    [InlineData("""{"id":"amelie","mentoring":{"role":"guru"}}""", "mentoring.role must be one of mentee, mentor, both")]
    [InlineData("""{"id":"amelie","mentoring":{"role":1}}""", "mentoring.role must be one of")]
    [InlineData("""{"id":"amelie","mentoring":{"role":"1"}}""", "mentoring.role must be one of")]
    [InlineData("""{"id":"amelie","mentoring":{}}""", "mentoring.role must be given")]
    [InlineData("""{"id":"amelie","mentoring":{"role":"mentor","capacity":-1}}""", "capacity must lie in 0..1000, is -1")]
    [InlineData(
        """{"id":"amelie","availability":{"windows":[{"day":"lundi","from":"18:00","to":"19:00"}]}}""",
        "availability.windows[0].day must be one of sunday, monday"
    )]
    [InlineData(
        """{"id":"amelie","availability":{"windows":[{"day":"monday","from":"6pm","to":"19:00"}]}}""",
        "availability.windows[0].from must be a time of day such as 18:00"
    )]
    [InlineData("""{"id":"amelie","availability":{"windows":[null]}}""", "windows: item 0 is null")]
    [InlineData("""{"id":"amelie","availability":{"introductionsPerMonth":1001}}""", "introductionsPerMonth must lie in 0..1000, is 1001")]
    [InlineData("""{"id":"amelie","texts":[null]}""", "texts: item 0 is null")]
    [InlineData("""{"id":"amelie","texts":[7]}""", "texts[0] must be a text")]
    [InlineData("""{"id":"amelie","attributes":{"age":null}}""", "attributes.age must be a number, a text or a list of texts")]
    [InlineData("""{"id":"amelie","attributes":{"age":1e999}}""", "attributes.age must be a finite number, is Infinity")]
    [InlineData("""{"id":"amelie","attributes":{"odd name":{}}}""", "['odd name'] must be a number, a text or a list of texts")]
    [InlineData("""{"id":"amelie","attributes":[]}""", "attributes must be an object")]
    [InlineData("""{"id":"amelie","hidden":["shoe size"]}""", "hidden: 'shoe size' is not a field that can be hidden")]
    [InlineData("""{"id":"amelie","name":"Am\u0007lie"}""", "name contains the control character U+0007")]
    [InlineData("""{"id":"amelie","name":"Am\u0000lie"}""", "name contains the control character U+0000")]
    [InlineData("""{"id":"amelie","bio":"Am\u0000lie"}""", "bio contains a NUL character")]
    [InlineData("""{"id":"am\nelie"}""", "id contains the control character U+000A")]
    [InlineData("""{"id":"amelie","name":"\ud83d"}""", "name contains half a character")]
    [InlineData("""{"id":"amelie","\ud83d":1}""", "contains half a character")]
    [InlineData("""{"id":""}""", "id must not be empty")]
    [InlineData("""{"id":7}""", "id must be a text")]
    [InlineData("""{"name":"Amélie"}""", "id must be given")]
    [InlineData("""{"id":"amelie",}""", "trailing comma")]
    [InlineData("""{"id":"amelie"/* hello */}""", "is not valid JSON at column 15")]
    [InlineData("""{"id":"amelie"} {"id":"bob"}""", "is not valid JSON at column 17")]
    [InlineData("""{"id":"amelie","bio":"I lo""", "member 'amelie': ends in the middle of the JSON; is the file truncated?")]
    [InlineData("""{"id":"amelie","interests":["jazz" """, "ends in the middle of the JSON")]
    [InlineData("amelie", "is not valid JSON at column 1")]
    [InlineData("[]", "is not a member: expected an object")]
    [InlineData("null", "is not a member: expected an object")]
    [InlineData("7", "is not a member: expected an object")]
    public void A_bad_line_is_refused_with_line_member_and_reason(string line, string reason)
    {
        string message = CommunityFolder.Complaint("""{"id":"zoe"}""", "", line);
        Assert.StartsWith("members.jsonl, line 3: ", message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", message, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_exception_carries_file_and_line()
    {
        using CommunityFolder folder = new CommunityFolder().With("members.jsonl", """{"id":"zoe"}""", "{");
        CommunityFormatException refusal = folder.Refusal();
        Assert.Equal(("members.jsonl", 2), (refusal.File, refusal.Line));
        Assert.NotNull(refusal.InnerException);
    }

    [Fact]
    public void An_id_that_stands_twice_is_refused_with_both_lines() =>
        Assert.Equal(
            "members.jsonl, line 3: member 'bob': the id stands on line 1 already",
            CommunityFolder.Complaint("""{"id":"bob"}""", """{"id":"Bob"}""", """{"id":"bob"}""")
        );

    [Fact]
    public void Of_several_faults_the_first_one_is_told_every_time()
    {
        string[] lines = [.. Enumerable.Range(0, 5000).Select(i => i % 3 == 2 ? $$"""{"id":"m{{i}}","bio":7}""" : $$"""{"id":"m{{i}}"}""")];
        byte[] broken = [.. Encoding.UTF8.GetBytes(string.Join('\n', lines)), 0xFF, (byte)'\n'];
        for (int i = 0; i < 5; i++)
        {
            using CommunityFolder folder = new CommunityFolder().With("members.jsonl", broken);
            Assert.Equal("members.jsonl, line 3: member 'm2': bio must be a text", folder.Refusal().Message);
        }

        using CommunityFolder whole = new CommunityFolder().With("members.jsonl", lines);
        Community community = whole.Load(lenient: true);
        Assert.Equal(Enumerable.Range(0, 5000).Select(i => $"m{i}"), community.Members.Select(m => m.Id));
        Assert.Equal(Enumerable.Range(0, 5000).Where(i => i % 3 == 2).Select(i => i + 1L), community.Warnings.Select(w => w.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    public void An_empty_file_is_refused(string content)
    {
        foreach (string file in (string[])["members.jsonl", "members.json"])
        {
            using CommunityFolder folder = new CommunityFolder().With(file, content);
            Assert.Equal($"{file}: is empty; a community needs at least one member", folder.Refusal(lenient: true).Message);
        }
    }

    [Fact]
    public void An_empty_array_is_refused()
    {
        using CommunityFolder folder = new CommunityFolder().With("members.json", "[]");
        Assert.Contains("is empty", folder.Refusal().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused()
    {
        using var folder = new CommunityFolder();
        Assert.Contains("holds neither members.jsonl nor members.json", folder.Refusal().Message, StringComparison.Ordinal);
        string missing = Path.Combine(folder.Path, "nowhere");
        Assert.Equal(
            $"{missing}: there is no such file or folder",
            Assert.Throws<CommunityFormatException>(() => Community.Load(missing)).Message
        );
        Assert.Throws<CommunityFormatException>(() => Community.Load("a\0b"));
        Assert.Throws<ArgumentException>(() => Community.Load(""));
        Assert.Throws<ArgumentNullException>(() => Community.Load((string)null!));
    }

    [Fact]
    public void Two_members_files_are_one_too_many()
    {
        using CommunityFolder folder = CommunityFolder.OfThree().With("members.json", "[]");
        Assert.Contains("holds both members.jsonl and members.json", folder.Refusal().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_members_file_of_another_kind_is_refused()
    {
        using CommunityFolder folder = new CommunityFolder().With("members.xlsx", "PK");
        Assert.Contains(
            "a members file ends in .jsonl",
            Assert.Throws<CommunityFormatException>(() => Community.Load(Path.Combine(folder.Path, "members.xlsx"))).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("members.jsonl", """{"id":"amelie"}""")]
    [InlineData("members.json", """[{"id":"amelie"}]""")]
    public void Utf_16_is_refused_with_or_without_its_mark(string file, string content)
    {
        foreach (Encoding encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
        {
            foreach (byte[] mark in (byte[][])[encoding.GetPreamble(), []])
            {
                using CommunityFolder folder = new CommunityFolder().With(file, [.. mark, .. encoding.GetBytes(content)]);
                Assert.Equal($"{file}, line 1: is UTF-16 or UTF-32; save the file as UTF-8", folder.Refusal(lenient: true).Message);
            }
        }
    }

    [Fact]
    public void Bytes_that_are_not_utf_8_are_refused_with_their_line()
    {
        using CommunityFolder folder = new CommunityFolder().With(
            "members.jsonl",
            Encoding.Latin1.GetBytes("{\"id\":\"bob\"}\n{\"id\":\"amélie\"}\n")
        );
        Assert.Equal("members.jsonl, line 2: is not UTF-8; save the file as UTF-8", folder.Refusal(lenient: true).Message);
        using CommunityFolder array = new CommunityFolder().With(
            "members.json",
            Encoding.Latin1.GetBytes("[{\"id\":\"bob\"},\n{\"id\":\"amélie\"}]")
        );
        Assert.Equal("members.json, line 2: is not UTF-8; save the file as UTF-8", array.Refusal(lenient: true).Message);
    }

    [Fact]
    public void A_nul_byte_is_refused() =>
        Assert.Equal(
            "members.jsonl, line 1: member 'amelie': contains a NUL byte",
            CommunityFolder.Complaint("{\"id\":\"amelie\",\"bio\":\"a\0b\"}")
        );

    [Theory]
    [InlineData("""{"id":"amelie","bio":""")]
    [InlineData("""{"id":"amelie","attributes":{"x":""")]
    [InlineData("""{"id":"amelie","nick":""")]
    [InlineData("")]
    public void Json_nested_ten_thousand_deep_is_refused(string before)
    {
        string deep = before + new string('[', 10_000);
        Assert.StartsWith("members.jsonl, line 1: ", CommunityFolder.Complaint(deep), StringComparison.Ordinal);
        Assert.StartsWith(
            "members.jsonl, line 1: ",
            CommunityFolder.Complaint(deep + new string(']', 10_000) + "}"),
            StringComparison.Ordinal
        );
        string objects = before + string.Concat(Enumerable.Repeat("{\"id\":", 10_000));
        Assert.StartsWith("members.jsonl, line 1: ", CommunityFolder.Complaint(objects), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_file_holds_cannot_reach_the_terminal_through_a_message()
    {
        string message = CommunityFolder.Complaint("{\"id\":\"a\\u001b[2J\",\"timeZone\":\"\\u001b]0;x\"}");
        Assert.DoesNotContain(message, char.IsControl);
        Assert.Contains(@"\u001B", message, StringComparison.Ordinal);
        Assert.InRange(CommunityFolder.Complaint($$"""{"id":"{{new string('x', 100_000)}}","nick":1}""").Length, 1, 500);
    }
}
