namespace Matchmaking;

/// <summary>Nobody is introduced to themselves, nor to one who was removed, whose position is still there.</summary>
internal sealed class SameMemberRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        candidate == query.Member || query.Index.IsRemoved(candidate) ? ObstacleKind.SameMember : null;
}
