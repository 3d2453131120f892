namespace Matchmaking.Learning;

/// <summary>What is known of what became of a pair's earlier introductions.</summary>
[Flags]
internal enum KnownHistory
{
    None = 0,

    /// <summary>How the one who answers answered before.</summary>
    FromAnswers = 1,

    /// <summary>How others answered to them.</summary>
    FromReceived = 2,

    /// <summary>How the other answered before.</summary>
    ToAnswers = 4,

    /// <summary>How others answered to the other.</summary>
    ToReceived = 8,

    All = 15,
}
