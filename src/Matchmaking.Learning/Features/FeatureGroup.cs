namespace Matchmaking.Learning;

/// <summary>Of what a feature is made: which of them are known decides which model answers a query (<c>Routes</c>).</summary>
internal enum FeatureGroup
{
    /// <summary>What the two tell of themselves.</summary>
    Profile,

    /// <summary>Interactions, participations and what follows from them.</summary>
    Network,

    /// <summary>What became of earlier introductions of the one who answers.</summary>
    FromHistory,

    /// <summary>What became of earlier introductions of the other.</summary>
    ToHistory,

    /// <summary>What earlier introductions tell of the two together.</summary>
    PairHistory,
}
