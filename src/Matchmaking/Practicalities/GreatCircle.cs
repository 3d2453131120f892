using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>Distance on the Earth's surface by the haversine formula (Sinnott 1984), on a sphere of the mean radius.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GreatCircle
{
    private const double EarthRadiusKm = 6371.0088;

    /// <summary>The way between two places over the ground, in kilometres.</summary>
    public static double Kilometres(Location a, Location b)
    {
        double latitudeA = double.DegreesToRadians(a.Latitude);
        double latitudeB = double.DegreesToRadians(b.Latitude);
        double sinLatitude = Math.Sin((latitudeB - latitudeA) / 2);
        double sinLongitude = Math.Sin(double.DegreesToRadians(b.Longitude - a.Longitude) / 2);
        double h = (sinLatitude * sinLatitude) + (Math.Cos(latitudeA) * Math.Cos(latitudeB) * sinLongitude * sinLongitude);
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>
    /// A place as a point in space, in kilometres; not a number where there is none. The straight line between two is never longer than the
    /// way on the surface.
    /// </summary>
    internal static (float X, float Y, float Z) Point(Location? location)
    {
        if (location is null)
            return (float.NaN, float.NaN, float.NaN);
        double latitude = double.DegreesToRadians(location.Latitude),
            longitude = double.DegreesToRadians(location.Longitude);
        double radius = EarthRadiusKm * Math.Cos(latitude);
        return ((float)(radius * Math.Cos(longitude)), (float)(radius * Math.Sin(longitude)), (float)(EarthRadiusKm * Math.Sin(latitude)));
    }
}
