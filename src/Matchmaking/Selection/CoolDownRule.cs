namespace Matchmaking;

/// <summary>Two who were introduced not long ago.</summary>
internal sealed class CoolDownRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        query.Index.Introductions.IsCoolingDown(query.Member, candidate, query.Now) ? ObstacleKind.CoolingDown : null;
}
