namespace Matchmaking;

/// <summary>
/// Two who may be put together, one of each side, and what that is worth, −10¹² to 10¹²; a pair is given once at the most.
/// </summary>
/// <param name="Left">Position on the left side (mentees).</param>
/// <param name="Right">Position on the right side (mentors).</param>
/// <param name="Fit">What the pair is worth; below 0 it is made only for a price or for the number of pairs.</param>
/// <param name="IsLocked">
/// It stays, and the rest is solved around it; locked pairs count against capacities, and are kept where they exceed them.
/// </param>
internal readonly record struct FitPair(int Left, int Right, long Fit, bool IsLocked = false);
