namespace Matchmaking.Members;

internal sealed class WindowRow
{
    public DayOfWeek? Day { get; set; }

    public TimeOnly? From { get; set; }

    public TimeOnly? To { get; set; }

    public WeeklyWindow ToWindow() =>
        new()
        {
            Day = Day ?? throw MemberRow.Missing("availability.windows.day"),
            From = From ?? throw MemberRow.Missing("availability.windows.from"),
            To = To ?? throw MemberRow.Missing("availability.windows.to"),
        };

    public static WindowRow Of(WeeklyWindow window) =>
        new()
        {
            Day = window.Day,
            From = window.From,
            To = window.To,
        };
}
