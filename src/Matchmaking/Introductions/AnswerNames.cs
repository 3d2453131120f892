namespace Matchmaking.Introductions;

/// <summary>The names that answers have in JSON, those of the tool: "sharedInterests", "coolingDown".</summary>
internal static class AnswerNames
{
    /// <exception cref="ArgumentException">There is none, or it is empty.</exception>
    public static ScorePart Part(string? name) => new(name ?? throw MemberRow.Missing("part"));

    /// <exception cref="ArgumentException">There is none, or it is empty.</exception>
    public static ObstacleKind Obstacle(string? name) => new(name ?? throw MemberRow.Missing("kind"));
}
