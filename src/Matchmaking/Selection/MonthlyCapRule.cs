namespace Matchmaking;

/// <summary>Either of the two had as many introductions this month as they want.</summary>
internal sealed class MonthlyCapRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        query.Index.Introductions.HasReachedCap(query.Member, query.Now) || query.Index.Introductions.HasReachedCap(candidate, query.Now)
            ? ObstacleKind.MonthlyCapReached
            : null;
}
