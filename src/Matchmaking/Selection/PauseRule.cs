namespace Matchmaking;

/// <summary>Either of the two wants no introductions for now.</summary>
internal sealed class PauseRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        IsPaused(query.Profile, query.Now) || IsPaused(query.Index.Members[candidate], query.Now) ? ObstacleKind.Paused : null;

    public static bool IsPaused(Member member, DateTimeOffset now) => member.Availability?.PausedUntil > now;
}
