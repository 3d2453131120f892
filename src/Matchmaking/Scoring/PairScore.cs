namespace Matchmaking;

/// <summary>The score of one pair, without its reasons.</summary>
public readonly record struct PairScore
{
    /// <summary>What the first gains from meeting the second, in [0, 1].</summary>
    public required double Forward { get; init; }

    /// <summary>What the second gains from meeting the first, in [0, 1].</summary>
    public required double Backward { get; init; }

    /// <summary>How good the introduction is for the two together, in [0, 1].</summary>
    public required double Score { get; init; }
}
