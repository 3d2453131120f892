namespace Matchmaking.Tests.Scoring;

public class GreatCircleTests
{
    [Fact]
    public void Paris_and_Montréal_are_5500_kilometres_apart() =>
        Assert.InRange(
            GreatCircle.Kilometres(new() { Latitude = 48.8566, Longitude = 2.3522 }, new() { Latitude = 45.5019, Longitude = -73.5674 }),
            5495,
            5510
        );

    [Fact]
    public void A_quarter_of_the_equator_is_a_quarter_of_the_circumference() =>
        Assert.Equal(
            Math.PI / 2 * 6371.0088,
            GreatCircle.Kilometres(new() { Latitude = 0, Longitude = 0 }, new() { Latitude = 0, Longitude = 90 }),
            6
        );

    [Fact]
    public void Opposite_places_are_half_the_circumference_apart() =>
        Assert.Equal(
            Math.PI * 6371.0088,
            GreatCircle.Kilometres(new() { Latitude = 45, Longitude = 10 }, new() { Latitude = -45, Longitude = -170 }),
            3
        );
}
