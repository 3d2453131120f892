namespace Matchmaking.Learning;

/// <summary>
/// On which side of introductions somebody stands where some only choose and the others are only chosen; the higher of two asks the other.
/// </summary>
internal enum OutcomeSide
{
    Chosen = -1,
    Unknown = 0,
    Chooses = 1,
}
