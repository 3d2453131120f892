using System.Collections.Concurrent;

namespace Matchmaking;

/// <summary>IANA time zones, looked up once each.</summary>
internal static class TimeZones
{
    private static readonly ConcurrentDictionary<string, TimeZoneInfo?> s_zones = new(StringComparer.Ordinal);

    public static string Validate(string name)
    {
        Find(name);
        return name;
    }

    public static TimeZoneInfo Find(string name) =>
        s_zones.GetOrAdd(name, static id => TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone) ? zone : null)
        ?? throw new ArgumentException($"'{name}' is not a known time zone (IANA, such as Europe/Paris)", nameof(Member.TimeZone));
}
