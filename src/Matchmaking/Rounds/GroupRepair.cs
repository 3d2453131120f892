namespace Matchmaking;

/// <summary>A round of groups after somebody left or joined, and what had to change for it.</summary>
public sealed record GroupRepair
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
/// <param name="MemberId">The member's id.</param>
/// <param name="From">The number of the group in the round of before, from 0; null: none.</param>
/// <param name="To">The ids of those whom the member meets now; empty: nobody.</param>
public sealed record GroupMove(string MemberId, int? From, IReadOnlyList<string> To);
