using System.Collections.Concurrent;

namespace Matchmaking.Members;

/// <summary>IANA time zones, looked up once each.</summary>
internal static class TimeZones
{
    // Holds known zones alone: what a hostile file contains must not stay in memory.
    private static readonly ConcurrentDictionary<string, TimeZoneInfo> s_zones = new(StringComparer.Ordinal);

    public static string Validate(string name)
    {
        Find(name);
        return name;
    }

    public static TimeZoneInfo Find(string name)
    {
        if (s_zones.TryGetValue(name, out TimeZoneInfo? known))
            return known;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone))
            throw new ArgumentException($"'{name}' is not a known time zone (IANA, such as Europe/Paris)", nameof(Member.TimeZone));
        return s_zones.GetOrAdd(name, zone);
    }
}
