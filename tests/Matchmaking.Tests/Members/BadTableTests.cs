using System.Text;

namespace Matchmaking.Tests;

public class BadTableTests
{
    [Theory]
    [InlineData("from,to,time,mood\n", "line 1: unknown column 'mood'; known are from, to, time, kind, weight")]
    [InlineData("from,to,time,From\n", "line 1: the column 'from' stands twice")]
    [InlineData("from,to,time,\n", "line 1: column 4 has no name")]
    [InlineData("from;to;time\namelie;bob;2026-01-01\n", "line 1: columns must be separated by commas")]
    [InlineData("from,to,time\namelie,zoe,2026-01-01\n", "line 2: to names 'zoe', who is not among the members")]
    [InlineData("from,to,time\nzoe,bob,2026-01-01\n", "line 2: from names 'zoe', who is not among the members")]
    [InlineData("from,to,time\nbob,bob,2026-01-01\n", "line 2: from and to are the same member, 'bob'")]
    [InlineData("from,to,time\namelie,,2026-01-01\n", "line 2: member 'amelie': to must be given")]
    [InlineData("from,to,time\n,bob,2026-01-01\n", "line 2: from must be given")]
    [InlineData("from,to,time\namelie,bob,01/02/2026\n", "line 2: member 'amelie': time must be a time such as")]
    [InlineData("from,to,time\namelie,bob,2026-02-30\n", "line 2: member 'amelie': time must be a time such as")]
    [InlineData("from,to,time,weight\namelie,bob,2026-01-01,-1\n", "line 2: member 'amelie': weight must lie in (0, 1000], is -1")]
    [InlineData("from,to,time,weight\namelie,bob,2026-01-01,NaN\n", "line 2: member 'amelie': weight must lie in (0, 1000], is NaN")]
    [InlineData(
        "from,to,time,weight\namelie,bob,2026-01-01,\"1,5\"\n",
        "line 2: member 'amelie': weight must be a number with a decimal point, is '1,5'"
    )]
    [InlineData("from,to,time\namelie,bob\n", "line 2: does not have as many fields as the header")]
    [InlineData("from,to,time\namelie,bob,2026-01-01,x\n", "line 2: does not have as many fields as the header")]
    [InlineData("from,to,time\nam\"elie,bob,2026-01-01\n", "line 2: a quotation mark stands where none may")]
    [InlineData("from,to,time\n\"amelie\"x,bob,2026-01-01\n", "line 2: a quotation mark stands where none may")]
    [InlineData("from,to,time\n\n\"amelie,bob,2026-01-01\namelie,bob,2026-01-01\n", "line 3: a quoted field is never closed")]
    [InlineData(
        "from,to,time,kind\namelie,bob,2026-01-01,\"a\nb\"\n",
        "line 2: member 'amelie': kind contains the control character U+000A"
    )]
    [InlineData("from,to,time,kind\namelie,bob,2026-01-01,\"re\nply\"\nzoe,bob,2026-01-01,x\n", "line 2: member 'amelie'")]
    [InlineData("from,to,time,kind\namelie,bob,2026-01-01,a\0b\n", "line 2: member 'amelie': kind contains the control character U+0000")]
    [InlineData("", ": is empty; expected at least the header from,to,time,kind,weight")]
    [InlineData("\n\n", ": is empty; expected at least the header")]
    [InlineData("\"from,to,time\namelie,bob,2026-01-01\n", "line 1: ")]
    [InlineData("fr\"om,to,time\namelie,bob,2026-01-01\n", "line 1: ")]
    public void A_bad_interaction_is_refused_with_line_member_and_reason(string content, string reason) =>
        Refused("interactions.csv", content, reason);

    [Theory]
    [InlineData(
        "from,to,kind,time\namelie,bob,liked,2026-01-01\n",
        "line 2: member 'amelie': kind must be one of shown, viewed, accepted, declined, met, rated, is 'liked'"
    )]
    [InlineData("from,to,kind,time\namelie,bob,4,2026-01-01\n", "line 2: member 'amelie': kind must be one of")]
    [InlineData("from,to,kind,time\namelie,bob,,2026-01-01\n", "line 2: member 'amelie': kind must be given")]
    [InlineData("from,to,kind,time\namelie,bob,rated,2026-01-01\n", "line 2: 'amelie' rated 'bob', but the rating (1 to 5) is missing")]
    [InlineData(
        "from,to,kind,time,rating\namelie,bob,rated,2026-01-01,5.5\n",
        "line 2: member 'amelie': rating must lie in [1, 5], is 5.5"
    )]
    [InlineData("from,to,kind,rank\namelie,bob,met,1.5\n", "line 2: member 'amelie': rank must be a whole number, is '1.5'")]
    [InlineData("from,to,kind,propensity\namelie,bob,met,0\n", "line 2: member 'amelie': propensity must lie in (0, 1], is 0")]
    [InlineData("from,to,kind,time\namelie,zoe,met,2026-01-01\n", "line 2: to names 'zoe', who is not among the members")]
    public void A_bad_outcome_is_refused_with_line_member_and_reason(string content, string reason) =>
        Refused("outcomes.csv", content, reason);

    [Theory]
    [InlineData("member,activity\nzoe,chess\n", "line 2: member names 'zoe', who is not among the members")]
    [InlineData("member,activity\namelie,go\n", "line 2: activity names 'go', which is not among the activities")]
    [InlineData("member,activity,time\namelie,chess,tomorrow\n", "line 2: member 'amelie': time must be a time such as")]
    public void A_bad_participation_is_refused_with_line_member_and_reason(string content, string reason) =>
        Refused("participations.csv", content, reason);

    [Theory]
    [InlineData("id,kind\ngo,game\n", "line 2: activity 'go': kind must be one of event, group, channel, is 'game'")]
    [InlineData("id\ngo\n\ngo\n", "line 4: activity 'go': the id stands on line 2 already")]
    [InlineData("id,text\ngo,\"one\ntwo\"\ngo,\n", "line 4: activity 'go': the id stands on line 2 already")]
    [InlineData("id,parent\ngo,club\n", "line 2: activity 'go': the parent 'club' of 'go' is not among the activities")]
    [InlineData("id,parent\ngo,club\nclub,go\n", "line 2: activity 'go': the parents of 'go' lead back to it")]
    [InlineData("id,place\ngo,Lyon\n", "line 2: activity 'go': latitude must be given with longitude or place")]
    [InlineData("id,languages\ngo,fr ??\n", "line 2: activity 'go': languages: '??' is not a known language tag")]
    [InlineData("id,difficulty\ngo,6\n", "line 2: activity 'go': difficulty must lie in 1..5, is 6")]
    [InlineData("id,text\ngo,a\0b\n", "line 2: activity 'go': text contains a NUL character")]
    [InlineData("id,name\ngo,\"a\tb\"\n", "line 2: activity 'go': name contains the control character U+0009")]
    public void A_bad_activity_is_refused_with_line_activity_and_reason(string content, string reason) =>
        Refused("activities.csv", content, reason);

    [Fact]
    public void Bytes_that_are_not_utf_8_are_refused_with_their_line()
    {
        using CommunityFolder folder = CommunityFolder
            .OfThree()
            .With("activities.csv", Encoding.Latin1.GetBytes("id,name\ngo,Go\nechecs,Échecs\n"));
        Assert.Equal("activities.csv, line 3: is not UTF-8; save the file as UTF-8", folder.Refusal(lenient: true).Message);
        folder.With("activities.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("id,name\n")]);
        Assert.Equal("activities.csv, line 1: is UTF-16 or UTF-32; save the file as UTF-8", folder.Refusal(lenient: true).Message);
    }

    private static void Refused(string file, string content, string reason)
    {
        using CommunityFolder folder = CommunityFolder.OfThree().With("activities.csv", "id", "chess").With(file, content);
        string message = folder.Refusal().Message;
        Assert.StartsWith(file, message, StringComparison.Ordinal);
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", message, StringComparison.Ordinal);
    }
}
