using System.Globalization;

namespace Matchmaking.Members;

/// <summary>Points in time as files write them: ISO 8601 with "T" or a space, or a date alone; without an offset they are UTC.</summary>
internal static class Moment
{
    public const string Expected = "a time such as 2026-03-01T18:00:00+01:00, 2026-03-01 18:00:00 (UTC) or 2026-03-01";

    private const int DateLength = 10;

    private static readonly string[] s_joinedByT =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzz",
    ];

    private static readonly string[] s_joinedBySpace =
    [
        "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd HH:mm:ss.FFFFFFFzz",
    ];

    public static bool TryParse(string text, out DateTimeOffset time)
    {
        if (text.Length <= DateLength)
            return DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
        // The usual format is tried first: the others cost time in tables of a million rows.
        string[] formats = text[DateLength] == 'T' ? s_joinedByT : s_joinedBySpace;
        return DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }
}
