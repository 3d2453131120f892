namespace Matchmaking;

/// <summary>Two who move in the same circles need no bridge.</summary>
internal sealed class BridgeRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        query.Pair.Kind == IntroductionKind.Bridge && query.Index.Network.ShareActivity(query.Member, candidate)
            ? ObstacleKind.NothingToBridge
            : null;
}
