namespace Matchmaking;

/// <summary>The score of one pair, without its reasons.</summary>
/// <param name="Forward">What the first gains from meeting the second, in [0, 1].</param>
/// <param name="Backward">What the second gains from meeting the first, in [0, 1].</param>
/// <param name="Score">How good the introduction is for the two together, in [0, 1].</param>
public readonly record struct PairScore(double Forward, double Backward, double Score);
