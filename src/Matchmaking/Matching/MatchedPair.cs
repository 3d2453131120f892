namespace Matchmaking;

/// <summary>Two who were matched, one of each side: left are the proposers (mentees), right the receivers (mentors).</summary>
internal readonly record struct MatchedPair(int Left, int Right);
