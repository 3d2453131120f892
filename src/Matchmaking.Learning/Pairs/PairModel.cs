namespace Matchmaking.Learning;

/// <summary>A trained model of pairs, not yet bound to a community. Immutable, but for who is forgotten.</summary>
internal abstract class PairModel : IPairModel
{
    /// <summary>Whether it was learned of such introductions.</summary>
    public abstract bool Serves(IntroductionKind kind);

    /// <summary>Makes the model ready for a community. Done once an index.</summary>
    /// <param name="index">The community as it is now.</param>
    /// <param name="kind">What the introductions are for; one that it serves.</param>
    public abstract IPairScorer Bind(CommunityIndex index, IntroductionKind kind);

    /// <summary>What can be said at once of members who came or changed since the model was bound, on the same scale.</summary>
    /// <param name="live">The community as it is now.</param>
    /// <param name="kind">What the introductions are for; one that it serves.</param>
    public abstract IPairScorer Newest(CommunityIndex live, IntroductionKind kind);

    /// <summary>Forgets a member who left: nothing, where the model knows no single people.</summary>
    public virtual void Forget(string id) { }

    /// <summary>Forgets all who are not in a community.</summary>
    public virtual void KeepOnly(LiveCommunity community) { }

    public abstract void Write(BinaryWriter writer);
}
