using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>When a member can meet, and how often they want to.</summary>
[JsonConverter(typeof(CommunityJsonConverter))]
public sealed record Availability
{
    /// <summary>The hours of the week in which the member can meet, in the member's own time zone; empty: not told.</summary>
    /// <exception cref="ArgumentException">A window is null.</exception>
    public IReadOnlyList<WeeklyWindow> Windows
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>8:00 to 22:00 on every day.</summary>
    public static IReadOnlyList<WeeklyWindow> WakingHours { get; } = Daily(Enum.GetValues<DayOfWeek>(), 8, 22);

    /// <summary>9:00 to 17:00 from Monday to Friday.</summary>
    public static IReadOnlyList<WeeklyWindow> WorkingHours { get; } =
        Daily([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], 9, 17);

    /// <summary>Until when the member wants no introductions; null: not paused.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>How many introductions the member wants within 30 days, 0..1000; null: as many as there are.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 0..1000.</exception>
    public int? IntroductionsPerMonth
    {
        get;
        init => field = value is { } count ? Guard.InRange(count, 0, 1000) : null;
    }

    /// <summary>Whether the other is this very object: lists are not compared.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(Availability? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    private static System.Collections.ObjectModel.ReadOnlyCollection<WeeklyWindow> Daily(DayOfWeek[] days, int from, int to) =>
        Array.AsReadOnly(Array.ConvertAll(days, day => new WeeklyWindow
            {
                Day = day,
                From = new TimeOnly(from, 0),
                To = new TimeOnly(to, 0),
            }));
}
