namespace Matchmaking.Learning;

/// <summary>What the directed models say of one direction, in log-odds.</summary>
internal readonly record struct OutcomeLogits(double Logistic, double Trees, double Factors);
