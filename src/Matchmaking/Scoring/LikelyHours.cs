namespace Matchmaking.Scoring;

/// <summary>Hours a week that two are likely to have in common.</summary>
/// <param name="Common">How many.</param>
/// <param name="Of">Where both are assumed by time zones: of how many, were the two in one zone; null: at least one tells theirs.</param>
internal readonly record struct LikelyHours(double Common, double? Of);
