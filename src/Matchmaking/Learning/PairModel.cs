namespace Matchmaking;

/// <summary>A trained model of pairs, not yet bound to a community. Immutable.</summary>
internal abstract class PairModel
{
    /// <summary>Makes the model ready for a community. Done once an index.</summary>
    /// <param name="index">The community as it is now.</param>
    /// <param name="kind">What the introductions are for.</param>
    public abstract IPairScorer Bind(CommunityIndex index, IntroductionKind kind);

    public abstract void Write(BinaryWriter writer);
}
