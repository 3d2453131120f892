namespace Matchmaking.Optimization;

/// <summary>Two who were matched, one of each side.</summary>
/// <param name="Left">The number of the proposer (student, resident, mentee), from 0.</param>
/// <param name="Right">The number of the receiver (school, hospital, mentor), from 0.</param>
public readonly record struct MatchedPair(int Left, int Right);
