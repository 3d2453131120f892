using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>Where a member lives.</summary>
[JsonConverter(typeof(CommunityJsonConverter))]
public sealed record Location
{
    /// <summary>Degrees north of the equator, in [-90, 90].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The latitude is outside its range or not a number.</exception>
    public required double Latitude
    {
        get;
        init => field = Guard.InRange(value, -90, 90);
    }

    /// <summary>Degrees east of Greenwich, in [-180, 180].</summary>
    /// <exception cref="ArgumentOutOfRangeException">The longitude is outside its range or not a number.</exception>
    public required double Longitude
    {
        get;
        init => field = Guard.InRange(value, -180, 180);
    }

    /// <summary>The place's name as people say it, for explanations; null: not told.</summary>
    /// <exception cref="ArgumentException">The name contains control characters.</exception>
    public string? Place
    {
        get;
        init => field = value is null ? null : Guard.NoControlCharacters(value);
    }
}
