namespace Matchmaking;

/// <summary>Several rounds planned together, in which nobody meets the same member twice.</summary>
public sealed class RoundSeries
{
    /// <summary>The rounds, in order of time.</summary>
    public required IReadOnlyList<Round> Rounds { get; init; }

    /// <summary>
    /// How many of the first rounds serve everybody who could be served in the first one: how far the community's size and rules carry
    /// without repeats.
    /// </summary>
    public required int WholeRounds { get; init; }

    /// <summary>The same in words, to the host.</summary>
    public required string Text { get; init; }
}
