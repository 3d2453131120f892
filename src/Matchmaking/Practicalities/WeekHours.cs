namespace Matchmaking.Practicalities;

/// <summary>
/// The hours of one particular week in which a member can meet: disjoint spans of minutes since the week began, ascending.
/// A particular week, because across a change to or from daylight saving time the same local hours overlap differently.
/// </summary>
internal sealed class WeekHours
{
    public const int MinutesInWeek = 7 * 24 * 60;

    // From the first window that can reach into a week to the last date that is looked at.
    private static readonly DateOnly s_first = DateOnly.MinValue.AddDays(3),
        s_last = DateOnly.MaxValue.AddDays(-9);

    private readonly (int Start, int End)[] _spans;

    private WeekHours((int Start, int End)[] spans, bool zoned, bool isTold = true)
    {
        _spans = spans;
        (Zoned, IsTold) = (zoned, isTold);
        Total = spans.Sum(static span => span.End - span.Start) / 60.0;
    }

    /// <summary>Whether the member tells them; else they are assumed.</summary>
    public bool IsTold { get; }

    /// <summary>How many hours they are in all.</summary>
    public double Total { get; }

    /// <summary>Whether the spans are in universal time; without a time zone they are local, comparable only to other local ones.</summary>
    public bool Zoned { get; }

    /// <summary>
    /// The hours of a member in the seven days from a date, 00:00 UTC; null where the member does not tell any. At an end of the calendar
    /// they are those of the nearest week that lies wholly within it.
    /// </summary>
    public static WeekHours? Of(Member member, DateOnly firstDay)
    {
        if (member.Availability is not { Windows.Count: > 0 } availability)
            return null;

        TimeZoneInfo zone = member.TimeZone is null ? TimeZoneInfo.Utc : TimeZones.Find(member.TimeZone);
        return new WeekHours(Spans(availability.Windows, zone, firstDay), member.TimeZone is not null);
    }

    /// <summary>The hours that are assumed of all who tell a time zone and no hours.</summary>
    public static WeekHours Assumed(string zone, IReadOnlyList<WeeklyWindow> windows, DateOnly firstDay) =>
        new(Spans(windows, TimeZones.Find(zone), firstDay), zoned: true, isTold: false);

    private static (int Start, int End)[] Spans(IReadOnlyList<WeeklyWindow> windows, TimeZoneInfo zone, DateOnly firstDay)
    {
        firstDay =
            firstDay < s_first ? s_first
            : firstDay > s_last ? s_last
            : firstDay;
        var origin = firstDay.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var spans = new List<(int Start, int End)>();

        // A local window can open up to two days before the universal week begins: one for the zone's offset, one for a window over
        // midnight.
        for (int day = -2; day <= 7; day++)
        {
            DateOnly date = firstDay.AddDays(day);
            foreach (WeeklyWindow window in windows)
            {
                if (window.Day != date.DayOfWeek)
                    continue;
                DateOnly lastDate = window.To > window.From ? date : date.AddDays(1);
                int start = Math.Clamp(MinutesSince(origin, date.ToDateTime(window.From), zone), 0, MinutesInWeek);
                int end = Math.Clamp(MinutesSince(origin, lastDate.ToDateTime(window.To), zone), 0, MinutesInWeek);
                if (start < end)
                    spans.Add((start, end));
            }
        }

        return Union(spans);
    }

    /// <summary>
    /// A bit for each of 32 slices of the week of which the hours take anything: two without a slice in common have no hour in common.
    /// </summary>
    public uint Slices()
    {
        const int minutes = MinutesInWeek / 32;
        uint slices = 0;
        foreach ((int start, int end) in _spans)
        {
            for (int slice = start / minutes; slice <= (end - 1) / minutes; slice++)
                slices |= 1u << slice;
        }

        return slices;
    }

    /// <summary>How many hours two members have in common; null where they cannot be compared.</summary>
    public static double? Common(WeekHours? a, WeekHours? b)
    {
        if (a is null || b is null || a.Zoned != b.Zoned)
            return null;

        int minutes = 0;
        for (int i = 0, j = 0; i < a._spans.Length && j < b._spans.Length; )
        {
            (int startA, int endA) = a._spans[i];
            (int startB, int endB) = b._spans[j];
            minutes += Math.Max(0, Math.Min(endA, endB) - Math.Max(startA, startB));
            if (endA < endB)
                i++;
            else
                j++;
        }

        return minutes / 60.0;
    }

    /// <summary>
    /// How many hours a week all members have in common of those who tell and can be compared; null where fewer than two can.
    /// </summary>
    public static double? CommonToAll(IEnumerable<WeekHours?> members)
    {
        // Local hours without a zone compare to their like alone; the larger of the two camps is what the answer is about, the zoned one
        // where they are equal.
        foreach (
            IGrouping<bool, WeekHours> comparable in members
                .OfType<WeekHours>()
                .GroupBy(hours => hours.Zoned)
                .OrderByDescending(camp => camp.Count())
                .ThenByDescending(camp => camp.Key)
        )
        {
            WeekHours[] told = [.. comparable];
            return told.Length < 2 ? null : told.Aggregate(Intersect)._spans.Sum(span => span.End - span.Start) / 60.0;
        }

        return null;
    }

    /// <summary>Hours as they are told, to a tenth: what is said of a number must fit the number that is said.</summary>
    public static double Told(double hours) => Math.Round(hours, 1, MidpointRounding.AwayFromZero);

    private static WeekHours Intersect(WeekHours a, WeekHours b)
    {
        var spans = new List<(int Start, int End)>();
        for (int i = 0, j = 0; i < a._spans.Length && j < b._spans.Length; )
        {
            int start = Math.Max(a._spans[i].Start, b._spans[j].Start);
            int end = Math.Min(a._spans[i].End, b._spans[j].End);
            if (start < end)
                spans.Add((start, end));
            if (a._spans[i].End < b._spans[j].End)
                i++;
            else
                j++;
        }

        return new WeekHours([.. spans], a.Zoned);
    }

    private static int MinutesSince(DateTime origin, DateTime local, TimeZoneInfo zone)
    {
        // In the hour that a spring change skips there is no local time: people meet an hour later.
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return (int)(TimeZoneInfo.ConvertTimeToUtc(local, zone) - origin).TotalMinutes;
    }

    private static (int Start, int End)[] Union(List<(int Start, int End)> spans)
    {
        spans.Sort();
        var union = new List<(int Start, int End)>(spans.Count);
        foreach ((int start, int end) in spans)
        {
            if (union.Count > 0 && start <= union[^1].End)
                union[^1] = (union[^1].Start, Math.Max(union[^1].End, end));
            else
                union.Add((start, end));
        }

        return [.. union];
    }
}
