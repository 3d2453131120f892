namespace Matchmaking.Tests;

public class WeeklyWindowTests
{
    [Fact]
    public void Windows_with_the_same_hours_are_equal()
    {
        WeeklyWindow window = new()
        {
            Day = DayOfWeek.Friday,
            From = new(22, 0),
            To = new(2, 0),
        };
        Assert.Equal(
            window,
            new WeeklyWindow
            {
                Day = DayOfWeek.Friday,
                From = new(22, 0),
                To = new(2, 0),
            }
        );
        Assert.NotEqual(window, window with { Day = DayOfWeek.Saturday });
        Assert.NotEqual(window, window with { To = new(2, 1) });
    }
}
