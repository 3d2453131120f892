namespace Matchmaking;

/// <summary>Two who know each other already, unless the call asks for them.</summary>
internal sealed class ConnectionRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        !query.Options.IncludeConnected && query.Index.Network.AreConnected(query.Member, candidate) ? ObstacleKind.AlreadyConnected : null;
}
