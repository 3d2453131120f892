namespace Matchmaking.Tests.Scoring;

public class WeekHoursTests
{
    private static readonly DateOnly s_monday = new(2026, 1, 5);

    [Theory]
    [InlineData("2026-01-05", 1.0)] // winter in both: 18–20 in Paris is 12–14 in Montréal
    [InlineData("2026-03-09", 2.0)] // Montréal changed on 8 March, Paris not yet: 18–20 is 13–15
    [InlineData("2026-03-30", 1.0)] // Paris changed on 29 March, too
    [InlineData("2026-10-26", 2.0)] // Paris is back since 25 October, Montréal not before 1 November
    public void Common_hours_follow_each_sides_daylight_saving_time(string firstDay, double hours)
    {
        var date = DateOnly.Parse(firstDay, System.Globalization.CultureInfo.InvariantCulture);
        Member paris = Available("Europe/Paris", DayOfWeek.Tuesday, "18:00", "20:00");
        Member montreal = Available("America/Montreal", DayOfWeek.Tuesday, "13:00", "15:00");

        Assert.Equal(hours, WeekHours.Common(WeekHours.Of(paris, date), WeekHours.Of(montreal, date)));
    }

    [Fact]
    public void A_window_over_midnight_meets_the_next_morning()
    {
        Member night = Available("Europe/Paris", DayOfWeek.Monday, "22:00", "02:00");
        Member early = Available("Europe/Paris", DayOfWeek.Tuesday, "00:30", "06:00");

        Assert.Equal(1.5, WeekHours.Common(WeekHours.Of(night, s_monday), WeekHours.Of(early, s_monday)));
    }

    [Fact]
    public void A_window_over_the_end_of_the_week_is_counted_whole()
    {
        Member tokyo = Available("Asia/Tokyo", DayOfWeek.Monday, "06:00", "10:00"); // Sunday 21:00 to Monday 01:00 in universal time
        Member london = Available("Europe/London", DayOfWeek.Sunday, "20:00", "23:59");

        double common = WeekHours.Common(WeekHours.Of(tokyo, s_monday), WeekHours.Of(london, s_monday))!.Value;
        Assert.Equal(2 + (59.0 / 60), common, 6);
    }

    [Fact]
    public void A_window_from_midnight_to_midnight_is_a_whole_day()
    {
        Member all = Available("Europe/Paris", DayOfWeek.Wednesday, "00:00", "00:00");

        Assert.Equal(24, WeekHours.Common(WeekHours.Of(all, s_monday), WeekHours.Of(all, s_monday)));
    }

    [Fact]
    public void Windows_that_overlap_count_once()
    {
        Member twice = new()
        {
            Id = "twice",
            TimeZone = "Europe/Paris",
            Availability = new Availability
            {
                Windows = [Window(DayOfWeek.Friday, "10:00", "12:00"), Window(DayOfWeek.Friday, "11:00", "13:00")],
            },
        };

        Assert.Equal(3, WeekHours.Common(WeekHours.Of(twice, s_monday), WeekHours.Of(twice, s_monday)));
    }

    [Fact]
    public void Without_any_window_nothing_is_known()
    {
        Member none = new() { Id = "none" };
        Member some = Available("Europe/Paris", DayOfWeek.Friday, "10:00", "12:00");

        Assert.Null(WeekHours.Common(WeekHours.Of(none, s_monday), WeekHours.Of(some, s_monday)));
    }

    [Fact]
    public void Without_time_zones_local_hours_compare_with_each_other_alone()
    {
        Member local = Available(null, DayOfWeek.Friday, "10:00", "12:00");
        Member zoned = Available("Europe/Paris", DayOfWeek.Friday, "10:00", "12:00");

        Assert.Equal(2, WeekHours.Common(WeekHours.Of(local, s_monday), WeekHours.Of(local, s_monday)));
        Assert.Null(WeekHours.Common(WeekHours.Of(local, s_monday), WeekHours.Of(zoned, s_monday)));
    }

    [Fact]
    public void The_hour_that_spring_skips_does_not_break_anything()
    {
        Member skipped = Available("Europe/Paris", DayOfWeek.Sunday, "02:30", "04:00");

        WeekHours hours = WeekHours.Of(skipped, new DateOnly(2026, 3, 23))!;
        Assert.Equal(.5, WeekHours.Common(hours, hours)); // 03:30 to 04:00 summer time
    }

    private static Member Available(string? zone, DayOfWeek day, string from, string to) =>
        new()
        {
            Id = "member",
            TimeZone = zone,
            Availability = new Availability { Windows = [Window(day, from, to)] },
        };

    private static WeeklyWindow Window(DayOfWeek day, string from, string to) =>
        new()
        {
            Day = day,
            From = TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            To = TimeOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture),
        };
}
