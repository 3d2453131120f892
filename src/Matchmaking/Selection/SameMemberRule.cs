namespace Matchmaking;

/// <summary>Nobody is introduced to themselves.</summary>
internal sealed class SameMemberRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        candidate == query.Member ? ObstacleKind.SameMember : null;
}
