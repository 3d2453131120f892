namespace Matchmaking;

/// <summary>Why a member meets nobody in a round.</summary>
public enum UnmatchedReason
{
    /// <summary>The member has paused introductions.</summary>
    Paused,

    /// <summary>The member has had as many introductions within 30 days as they want.</summary>
    CapReached,

    /// <summary>The rules leave the member with nobody; <see cref="UnmatchedMember.Binding"/> names them.</summary>
    NobodyAllowed,

    /// <summary>All whom the rules leave are with others, and more cannot be seated: the odd one out.</summary>
    AllTaken,

    /// <summary>
    /// No group's composition admits the member (<see cref="GroupRoundOptions"/>), or there are too few of those whom every group needs.
    /// </summary>
    Composition,

    /// <summary>The member wants nobody for now, and hides why.</summary>
    NotAvailable,
}

/// <summary>A member who meets nobody in a round: why, and what would change it.</summary>
public sealed class UnmatchedMember
{
    /// <summary>The member.</summary>
    public required Member Member { get; init; }

    /// <summary>Why, in one word.</summary>
    public required UnmatchedReason Reason { get; init; }

    /// <summary>Why, in a sentence to the host.</summary>
    public required string Text { get; init; }

    /// <summary>The rules that keep others away from the member, the one that keeps most first. Several may keep one away.</summary>
    public IReadOnlyList<BindingRule> Binding { get; init; } = [];

    /// <summary>The smallest relaxation that would help; null where nothing but more members, or another policy, would.</summary>
    public Relaxation? Relaxation { get; init; }
}

/// <summary>A rule that keeps others away from a member.</summary>
public sealed record BindingRule
{
    /// <summary>The rule.</summary>
    public required ObstacleKind Rule { get; init; }

    /// <summary>From how many, of those who take part and were looked at.</summary>
    public required int Members { get; init; }

    /// <summary>The rule in words.</summary>
    public required string Text { get; init; }
}

/// <summary>The fewest rules without which a member could meet somebody.</summary>
public sealed class Relaxation
{
    /// <summary>The rules; empty where an option other than a rule would help.</summary>
    public required IReadOnlyList<ObstacleKind> Rules { get; init; }

    /// <summary>How many the member could meet then, of those who were looked at.</summary>
    public required int Members { get; init; }

    /// <summary>What to do, in words; for a measure, how far.</summary>
    public required string Text { get; init; }
}
