namespace Matchmaking;

/// <summary>A round of groups after somebody left or joined, and what had to change for it.</summary>
public sealed class GroupRepair
{
    /// <summary>The round as it is now.</summary>
    public required Round Round { get; init; }

    /// <summary>
    /// Who meets others than before, besides those who left or joined: those who changed groups, gained a seat or lost theirs. As few as
    /// was found possible.
    /// </summary>
    public required IReadOnlyList<GroupMove> Moves { get; init; }
}

/// <summary>A member who changed groups.</summary>
public sealed class GroupMove
{
    /// <summary>The member's id.</summary>
    public required string MemberId { get; init; }

    /// <summary>The number of the group in the round of before, from 0; null: none.</summary>
    public required int? From { get; init; }

    /// <summary>The ids of those whom the member meets now; empty: nobody.</summary>
    public required IReadOnlyList<string> To { get; init; }
}
