namespace Matchmaking.Network;

/// <summary>One member's rows; <see cref="MemberVisits"/> makes them.</summary>
/// <param name="Own">By activity: the decayed visits to the activity itself.</param>
/// <param name="Takes">By activity: the decayed visits to it or to anything that it contains.</param>
/// <param name="Places">By place: the decayed visits.</param>
/// <param name="Series">By series: the decayed visits.</param>
/// <param name="Activity">The decayed number of dated doings: occasions they came to and interactions that they began.</param>
internal readonly record struct MemberRows(SparseRow Own, SparseRow Takes, SparseRow Places, SparseRow Series, double Activity);
