namespace Matchmaking;

/// <summary>A member in a ranking, without reasons.</summary>
public readonly record struct RankedMember
{
    /// <summary>The member's id.</summary>
    public required string MemberId { get; init; }

    /// <summary>How good the introduction is, in [0, 1].</summary>
    public required double Score { get; init; }
}

/// <summary>An activity in a ranking, without reasons.</summary>
public readonly record struct RankedActivity
{
    /// <summary>The activity's id.</summary>
    public required string ActivityId { get; init; }

    /// <summary>How well it suits, in [0, 1].</summary>
    public required double Score { get; init; }
}
