namespace Matchmaking;

/// <summary>A block by either of the two.</summary>
internal sealed class BlockRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        query.Index.Blocks.Contains(query.Member, candidate) ? ObstacleKind.Blocked : null;
}
