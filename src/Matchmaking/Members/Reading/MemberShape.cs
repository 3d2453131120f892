using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Matchmaking.Members;

/// <summary>Says what a member's JSON should have at a path, from the generated contract.</summary>
internal static class MemberShape
{
    /// <summary>Why the serialiser refused what stands at a path.</summary>
    /// <param name="path">The path as the serialiser writes it: "$.location.latitude", "$.texts[2]", "$['odd name']".</param>
    public static string Fault(string path)
    {
        JsonTypeInfo info = CommunityJson.Default.MemberRow;
        for (int at = 1; at < path.Length; )
        {
            string? name = NextName(path, ref at);
            Type? type = info.ElementType;
            if (name is not null && info.Kind == JsonTypeInfoKind.Object)
            {
                type = info.Properties.FirstOrDefault(p => p.Name == name)?.PropertyType;
                if (type is null)
                    return $"unknown property '{name}'; known are {string.Join(", ", info.Properties.Select(p => p.Name))}";
            }

            if (type is null)
                break;
            info = CommunityJson.Default.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type)
                ?? JsonTypeInfo.CreateJsonTypeInfo(type, JsonSerializerOptions.Default);
        }

        return $"{Display(path)} must be {Expected(info)}";
    }

    /// <summary>The path for people: without the root.</summary>
    public static string Display(string path) =>
        path.Length < 2 ? "the line"
        : path[1] == '.' ? path[2..]
        : path[1..];

    private static string Expected(JsonTypeInfo info) =>
        info.Kind switch
        {
            JsonTypeInfoKind.Enumerable => "a list",
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
            _ when info.Type == typeof(string) => "a text",
            _ when info.Type == typeof(double) => "a number",
            _ when info.Type == typeof(int) => "a whole number",
            _ when info.Type == typeof(DateTimeOffset) => Moment.Expected,
            _ when info.Type == typeof(TimeOnly) => "a time of day such as 18:00",
            _ when info.Type == typeof(DayOfWeek) => Names<DayOfWeek>.Expected,
            _ when info.Type == typeof(MentoringRole) => Names<MentoringRole>.Expected,
            _ => "something else",
        };

    // A property's name, or null for a list's index.
    private static string? NextName(string path, ref int at)
    {
        int start = at;
        if (path[at] == '.')
        {
            at = path.IndexOfAny(['.', '['], start + 1) is var end and > 0 ? end : path.Length;
            return path[(start + 1)..at];
        }

        if (path.AsSpan(start).StartsWith("['"))
        {
            // Only unknown properties and attributes have names that need quotes, and what is inside them is no longer the serialiser's:
            // such a name is the last.
            at = path.Length;
            return path.Length >= start + 4 ? path[(start + 2)..^2] : "";
        }

        at = path.IndexOf(']', start) is var close and > 0 ? close + 1 : path.Length;
        return null;
    }
}
