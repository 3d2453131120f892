namespace Matchmaking.Tests;

public class MomentTests
{
    [Theory]
    [InlineData("2026-03-01", "2026-03-01T00:00:00+00:00")]
    [InlineData("2026-03-01 18:00", "2026-03-01T18:00:00+00:00")]
    [InlineData("2026-03-01 18:00:05", "2026-03-01T18:00:05+00:00")]
    [InlineData("2026-03-01 18:00:05+00", "2026-03-01T18:00:05+00:00")]
    [InlineData("2026-03-01T18:00", "2026-03-01T18:00:00+00:00")]
    [InlineData("2026-03-01T18:00:05Z", "2026-03-01T18:00:05+00:00")]
    [InlineData("2026-03-01T18:00:05+02:00", "2026-03-01T16:00:05+00:00")]
    [InlineData("2026-03-01T18:00:05.250-0130", "2026-03-01T19:30:05.25+00:00")]
    public void Times_are_read_as_iso_8601_and_without_an_offset_as_utc(string text, string expected)
    {
        Assert.True(Moment.TryParse(text, out DateTimeOffset time));
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), time);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("01/03/2026")]
    [InlineData("2026-3-1")]
    [InlineData("2026-02-30")]
    [InlineData("2026-03-01T25:00")]
    [InlineData("2026-03-01T24:00:00")]
    [InlineData(" 2026-03-01")]
    [InlineData("2026-03-01 6pm")]
    [InlineData("1772388000")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    public void Anything_else_is_no_time(string text) => Assert.False(Moment.TryParse(text, out _));
}
