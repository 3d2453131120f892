namespace Matchmaking.Members;

internal sealed class LocationRow
{
    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public string? Place { get; set; }

    public Location ToLocation() =>
        new()
        {
            Latitude = Latitude ?? throw MemberRow.Missing("location.latitude"),
            Longitude = Longitude ?? throw MemberRow.Missing("location.longitude"),
            Place = Place,
        };

    public static LocationRow Of(Location location) =>
        new()
        {
            Latitude = location.Latitude,
            Longitude = location.Longitude,
            Place = location.Place,
        };
}
