using System.Collections.Immutable;

namespace Matchmaking.Optimization;

/// <summary>A stable matching. Never changes; any number of threads may read it.</summary>
public sealed record StableMatchingResult
{
    /// <summary>The matched pairs, by proposer and then by receiver.</summary>
    public required ImmutableArray<MatchedPair> Pairs { get; init; }
}
