namespace Matchmaking;

/// <summary>Closeness in the network; for bridges, the promise of a tie between two whom the network does not yet connect.</summary>
internal sealed class NetworkPart : IPart
{
    public ScorePart Part => ScorePart.Network;

    public bool HasData(CommunityIndex index) => index.Network.HasTies;

    public DirectedValue Score(PairQuery query, int candidate) =>
        DirectedValue.Both(
            query.Kind == IntroductionKind.Bridge ? query.Network.BridgeGain(candidate) : query.Network.Closeness(candidate)
        );
}
