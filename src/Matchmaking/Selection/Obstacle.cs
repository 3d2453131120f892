namespace Matchmaking;

/// <summary>Why a pair is not suggested.</summary>
public sealed record Obstacle
{
    /// <summary>Which rule stands against it.</summary>
    public required ObstacleKind Kind { get; init; }

    /// <summary>The rule in words, in the language that was asked for.</summary>
    public required string Text { get; init; }
}
