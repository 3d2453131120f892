namespace Matchmaking;

/// <summary>Distance on the Earth's surface by the haversine formula (Sinnott 1984), on a sphere of the mean radius.</summary>
internal static class GreatCircle
{
    private const double EarthRadiusKm = 6371.0088;

    public static double Kilometres(Location a, Location b)
    {
        double latitudeA = double.DegreesToRadians(a.Latitude);
        double latitudeB = double.DegreesToRadians(b.Latitude);
        double sinLatitude = Math.Sin((latitudeB - latitudeA) / 2);
        double sinLongitude = Math.Sin(double.DegreesToRadians(b.Longitude - a.Longitude) / 2);
        double h = (sinLatitude * sinLatitude) + (Math.Cos(latitudeA) * Math.Cos(latitudeB) * sinLongitude * sinLongitude);
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
