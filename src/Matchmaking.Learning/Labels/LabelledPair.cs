namespace Matchmaking.Learning;

/// <summary>A directed pair of which it is known, or assumed, how it ended.</summary>
/// <param name="From">The position of the member who answered.</param>
/// <param name="To">The position of the other.</param>
/// <param name="Yes">Whether the answer was yes; for links, whether one formed.</param>
/// <param name="Weight">How much the row counts; above 0.</param>
/// <param name="Time">The moment as of which features may be seen.</param>
/// <param name="Beside">
/// Of an assumed no, the position of whom the member chose instead; −1 where the answer was given. The two rows are seen as of before that
/// choice.
/// </param>
internal readonly record struct LabelledPair(int From, int To, bool Yes, float Weight, DateTimeOffset Time, int Beside = -1);
