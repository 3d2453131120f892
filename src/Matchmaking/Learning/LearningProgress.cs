namespace Matchmaking;

/// <summary>How far learning has come.</summary>
/// <param name="Stage">What is being done, in English.</param>
/// <param name="Share">The share done, in [0, 1]; never falls.</param>
public sealed record LearningProgress(string Stage, double Share);
