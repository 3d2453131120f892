using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>
/// A span of hours that returns every week, in the time zone of the member who has it. It ends on the day it begins, or,
/// where <see cref="To"/> is not later than <see cref="From"/>, on the day after ("22:00 to 02:00"; "00:00 to 00:00" is a whole day).
/// </summary>
[JsonConverter(typeof(CommunityJsonConverter))]
public sealed record WeeklyWindow
{
    /// <summary>The day of the week on which the window opens.</summary>
    public required DayOfWeek Day
    {
        get;
        init => field = Guard.Defined(value);
    }

    /// <summary>The local time at which it opens.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>The local time at which it closes.</summary>
    public required TimeOnly To { get; init; }
}
