namespace Matchmaking.Selection;

/// <summary>Nobody is introduced to themselves, nor to one who was removed, whose position is still there.</summary>
internal sealed class SameMemberRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        candidate == query.Member || query.Index.IsRemoved(candidate) ? ObstacleKind.SameMember : null;
}

/// <summary>A block by either of the two.</summary>
internal sealed class BlockRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        query.Index.Blocks.Contains(query.Member, candidate) ? ObstacleKind.Blocked : null;
}

/// <summary>Either of the two wants no introductions for now.</summary>
internal sealed class PauseRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        IsPaused(query.Profile, query.Now) || IsPaused(query.Index.Members[candidate], query.Now) ? ObstacleKind.Paused : null;

    public static bool IsPaused(Member member, DateTimeOffset now) => member.Availability?.PausedUntil > now;
}

/// <summary>Either of the two had as many introductions this month as they want.</summary>
internal sealed class MonthlyCapRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        query.Index.Introductions.HasReachedCap(query.Member, query.Now) || query.Index.Introductions.HasReachedCap(candidate, query.Now)
            ? ObstacleKind.MonthlyCapReached
            : null;
}
