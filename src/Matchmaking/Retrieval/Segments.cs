namespace Matchmaking;

/// <summary>The members of a community, as a search takes them: nobody is missing, and who changed counts as they are now.</summary>
/// <param name="Whole">
/// All members there were when the index was built; who is in <paramref name="Delta"/> or in <paramref name="Recent"/> does not count here.
/// </param>
/// <param name="Delta">
/// Those who changed since, or came, up to some moment; who is in <paramref name="Recent"/> does not count here.
/// </param>
/// <param name="Recent">The positions, ascending, of those who were added, replaced or removed since that moment.</param>
internal readonly record struct Segments(Segment Whole, Segment? Delta, int[] Recent);
