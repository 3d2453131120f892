namespace Matchmaking;

/// <summary>A member in a ranking, without reasons.</summary>
/// <param name="MemberId">The member's id.</param>
/// <param name="Score">How good the introduction is, in [0, 1].</param>
public readonly record struct RankedMember(string MemberId, double Score);
