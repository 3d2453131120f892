namespace Matchmaking;

/// <summary>
/// A buddy has been in the community for longer than a newcomer has. Who does not tell when they joined is taken for settled if active.
/// </summary>
internal sealed class BuddyRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        query.Pair.Kind == IntroductionKind.Buddy && !IsSettled(query, candidate) ? ObstacleKind.NotSettled : null;

    private static bool IsSettled(RuleQuery query, int candidate) =>
        query.Index.Members[candidate].Joined is { } joined
            ? query.Now - joined >= query.Index.Options.NewcomerPeriod
            : !query.Index.Network.HasActivity || query.Index.Network.ActivityLevel(candidate) > 0;
}
