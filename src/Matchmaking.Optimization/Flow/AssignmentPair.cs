namespace Matchmaking.Optimization;

/// <summary>Two who may be put together, one of each side, and what that is worth. A pair is given once at the most.</summary>
/// <param name="Left">The number of the one on the left side (student, mentee), from 0.</param>
/// <param name="Right">The number of the one on the right side (course, mentor), from 0.</param>
/// <param name="Weight">
/// What the pair is worth, in any unit, −10¹² to 10¹²; below 0 it is made only for a price or for the number of pairs.
/// </param>
/// <param name="IsLocked">
/// It stays, and the rest is solved around it; locked pairs count against capacities, and are kept where they exceed them.
/// </param>
public readonly record struct AssignmentPair(int Left, int Right, long Weight, bool IsLocked = false);
