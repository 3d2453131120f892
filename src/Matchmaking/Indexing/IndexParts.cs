namespace Matchmaking.Indexing;

/// <summary>What a <see cref="CommunityIndex"/> is made of. A change replaces what it touches and keeps the rest.</summary>
/// <param name="Live">The members and what is known of them.</param>
/// <param name="Options">How the matchmaker works.</param>
/// <param name="Vectorizer">What the vectors were made with.</param>
/// <param name="Vectors">By position.</param>
/// <param name="ActivityVectors">By activity.</param>
/// <param name="Network">Who meets whom, and where.</param>
/// <param name="Introductions">What came of earlier introductions, for the rules.</param>
/// <param name="Counts">How many members tell what.</param>
/// <param name="Weeks">Everybody's hours; a cache.</param>
internal sealed record IndexParts(
    LiveCommunity Live,
    MatchmakerOptions Options,
    Vectorizer Vectorizer,
    PersistentArray<MemberVector> Vectors,
    ActivityVector[] ActivityVectors,
    MemberNetwork Network,
    IntroductionLedger Introductions,
    ProfileCounts Counts,
    WeekHoursCache Weeks
)
{
    /// <summary>What the index sees of members: what is for matching, or what is for learning.</summary>
    public FieldPurposes Purpose { get; init; } = FieldPurposes.Matching;

    /// <summary>The index that was built whole from which this one came by changes; null: this is one.</summary>
    public CommunityIndex? Base { get; init; }

    /// <summary>Those who changed since <see cref="Base"/>, up to some moment, as a search laid them out; null: nobody.</summary>
    public IChangedMembers? Delta { get; init; }

    /// <summary>The positions, ascending, of those who changed since that moment.</summary>
    public int[] Recent { get; init; } = [];

    /// <summary>How many changes came since <see cref="Base"/>.</summary>
    public int Changes { get; init; }
}
