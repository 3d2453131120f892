namespace Matchmaking.Optimization.Common;

/// <summary>What the numbers of a problem must keep to, so that no sum of them overflows.</summary>
internal static class Limits
{
    /// <summary>The greatest absolute weight of an edge or a pair, and the greatest price.</summary>
    public const long GreatestWeight = 1_000_000_000_000;

    /// <summary>With the most pairs asked for: the greatest range of weights times half the nodes.</summary>
    public const long GreatestSpread = 1_000_000_000_000_000_000;
}
