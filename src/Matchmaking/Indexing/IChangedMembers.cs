namespace Matchmaking.Indexing;

/// <summary>
/// Members who changed since an index was built whole, laid out by whoever searches. An index carries it along without knowing what it is.
/// </summary>
internal interface IChangedMembers
{
    /// <summary>How many they are.</summary>
    int Count { get; }

    /// <summary>Who they are, ascending.</summary>
    ReadOnlySpan<int> Positions { get; }

    /// <summary>How active each is at most.</summary>
    ActivityBounds Activity { get; }
}
