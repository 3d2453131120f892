namespace Matchmaking.Selection;

/// <summary>Those whom the call excludes.</summary>
internal sealed class ExclusionRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) => query.Excluded.Contains(candidate) ? ObstacleKind.Excluded : null;
}

/// <summary>Two who were introduced not long ago.</summary>
internal sealed class CoolDownRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        query.Index.Introductions.IsCoolingDown(query.Member, candidate, query.Now) ? ObstacleKind.CoolingDown : null;
}

/// <summary>Two who know each other already, unless the call asks for them.</summary>
internal sealed class ConnectionRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        !query.Options.IncludeConnected && query.Index.Network.AreAcquainted(query.Member, candidate, query.Now)
            ? ObstacleKind.AlreadyConnected
            : null;
}
