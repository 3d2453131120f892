namespace Matchmaking.Optimization;

/// <summary>What <see cref="MaximumWeightMatching"/> looks for.</summary>
public sealed record MaximumWeightMatchingOptions
{
    /// <summary>
    /// As many pairs as there can be, and of those matchings the heaviest; otherwise (the default) the heaviest alone, however few its
    /// pairs are.
    /// </summary>
    public bool MaximumCardinality { get; init; }

    /// <summary>Whether the result holds its proof, which takes the memory of the graph. Default: no.</summary>
    public bool KeepProof { get; init; }
}
