namespace Matchmaking;

/// <summary>Lists for everybody, made together, and what may be expected of them.</summary>
/// <remarks>
/// Expected is under a usual model of attention: who stands at place k of a list is looked at with probability 1/k; who is looked at is
/// liked with a probability that is taken to be the gain from meeting them (after learning it is one; by the rules it is none, and the
/// figures compare methods alone); a match needs both to look and to like.
/// </remarks>
public sealed class MarketRankings
{
    /// <summary>
    /// Each member's list, best place first, by the reader's id. Who ranks nobody is absent. A mentor's list holds mentees.
    /// </summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<RankedMember>> Lists { get; init; }

    /// <summary>The expected number of mutual matches, over whole lists.</summary>
    public required double ExpectedMatches { get; init; }

    /// <summary>
    /// Of those who ask (mentees, newcomers; everybody where the sides are equal): how many ordered pairs there are of whom the first would
    /// expect more matches if shown on the others' lists where the second is.
    /// </summary>
    public required long AskingEnvy { get; init; }

    /// <summary>The same of those who are asked: mentors, the settled; everybody where the sides are equal.</summary>
    public required long AskedEnvy { get; init; }

    /// <summary>The Gini coefficient of how often each of those who ask is looked at, 0 where all are equal.</summary>
    public required double AskingExposureGini { get; init; }

    /// <summary>The same of those who are asked.</summary>
    public required double AskedExposureGini { get; init; }
}
