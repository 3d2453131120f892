namespace Matchmaking;

/// <summary>How far long work has come, such as planning a round or learning.</summary>
public sealed record WorkProgress
{
    /// <summary>What is being done, in English, as a developer reads it.</summary>
    public required string Stage { get; init; }

    /// <summary>The share of the whole that is done, in [0, 1]; never falls.</summary>
    public required double Share { get; init; }
}
