namespace Matchmaking;

/// <summary>An activity in a ranking.</summary>
/// <param name="ActivityId">The activity's id.</param>
/// <param name="Score">How well it suits, in [0, 1].</param>
public readonly record struct RankedActivity(string ActivityId, double Score);
