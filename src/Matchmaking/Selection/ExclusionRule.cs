namespace Matchmaking;

/// <summary>Those whom the call excludes.</summary>
internal sealed class ExclusionRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) => query.Excluded.Contains(candidate) ? ObstacleKind.Excluded : null;
}
