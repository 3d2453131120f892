namespace Matchmaking.Tests.Members;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("fr-CA", "fr")]
    [InlineData("FR", "fr")]
    [InlineData("iw", "he")]
    [InlineData("IN-id", "id")]
    [InlineData("sh-Latn-RS", "sr")]
    [InlineData("nb-NO", "no")]
    [InlineData("nn", "no")]
    [InlineData("tl", "fil")]
    [InlineData("zh-cmn-Hans-CN", "zh")]
    [InlineData("zh-yue", "yue")]
    [InlineData("yue", "yue")]
    [InlineData("ger", "de")]
    [InlineData("deu-AT-1996", "de")]
    [InlineData("ca-ES-valencia", "ca")]
    [InlineData("de-DE-u-co-phonebk", "de")]
    [InlineData("haw", "haw")]
    [InlineData("gsw-CH", "gsw")]
    public void A_tag_has_one_primary_language(string tag, string primary) => Assert.Equal(primary, LanguageTag.Primary(tag));

    [Theory]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData("xyz")]
    [InlineData("french")]
    [InlineData("en_GB")]
    [InlineData("en-")]
    [InlineData("-en")]
    [InlineData("en-GB-")]
    [InlineData("en-GB-oed")]
    [InlineData("en-Engl-GB-XX")]
    [InlineData("zh-zzz")]
    public void What_is_no_tag_has_none(string tag) => Assert.Null(LanguageTag.PrimaryOrNull(tag));

    [Fact]
    public void A_group_shares_exactly_the_languages_that_all_speak_however_many_there_are()
    {
        string[] codes =
        [
            .. Enumerable
                .Range('a', 26)
                .SelectMany(first => Enumerable.Range('a', 26).Select(second => $"{(char)first}{(char)second}"))
                .Where(code => LanguageTag.PrimaryOrNull(code) == code),
        ];
        Assert.InRange(codes.Length, 150, 200);
        Member[] members =
        [
            new() { Id = "quiet" },
            .. codes.Select((code, i) => new Member { Id = code, Languages = [code, codes[(i + 1) % codes.Length]] }),
        ];
        var sets = new LanguageSets(members);
        for (int i = 1; i <= codes.Length; i++)
        {
            int next = (i % codes.Length) + 1,
                afterNext = (next % codes.Length) + 1;
            Assert.True(sets.ShareOne([i, next]));
            Assert.True(sets.ShareOne([0, i, next]));
            Assert.False(sets.ShareOne([i, afterNext]));
            Assert.False(sets.ShareOne([i, next, afterNext]));
        }
    }
}
