namespace Matchmaking.Learning;

/// <summary>
/// Some features of directed pairs. Fitted once to the community of the training (which attributes, which categories, which spread),
/// written with the model, and bound to the community as it is at the moment to score at. Immutable.
/// </summary>
internal interface IPairFeatureSource
{
    IReadOnlyList<FeatureInfo> Features { get; }

    /// <summary>Makes the source ready for a community; whatever is the same for all queries is computed here, once.</summary>
    IBoundFeatureSource Bind(CommunityIndex index);

    /// <summary>Writes what was fitted, so that <see cref="FeatureSources"/> can read it again.</summary>
    void Write(BinaryWriter writer);
}
