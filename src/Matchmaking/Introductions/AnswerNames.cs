using System.Text.Json;

namespace Matchmaking;

/// <summary>The names that answers have in JSON, those of the tool: "sharedInterests", "coolingDown".</summary>
internal static class AnswerNames
{
    public static string Of(ScorePart part) => JsonNamingPolicy.CamelCase.ConvertName(part.ToString());

    public static string Of(ObstacleKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <exception cref="ArgumentException">No part has the name.</exception>
    public static ScorePart Part(string? name) => Parse<ScorePart>(name, "part");

    /// <exception cref="ArgumentException">No obstacle has the name.</exception>
    public static ObstacleKind Obstacle(string? name) => Parse<ObstacleKind>(name, "kind");

    private static T Parse<T>(string? name, string field)
        where T : struct, Enum =>
        Names<T>.TryParse(name ?? throw MemberRow.Missing(field), out T value)
            ? value
            : throw new ArgumentException($"must be {Names<T>.Expected}, is '{name}'", field);
}
