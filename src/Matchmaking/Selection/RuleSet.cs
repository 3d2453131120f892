namespace Matchmaking;

/// <summary>All rules, the cheap ones first.</summary>
internal static class RuleSet
{
    private static readonly IRule[] s_rules =
    [
        new SameMemberRule(), new ExclusionRule(), new BlockRule(), new PauseRule(), new MentorPairRule(), new MonthlyCapRule(), new CoolDownRule(),
        new MentorCapacityRule(), new LessonRule(), new ComplementRule(), new BuddyRule(), new CommonLanguageRule(), new CommonHoursRule(), new ConnectionRule(), new BridgeRule(), new HostRule(),
    ];

    public static bool Allows(RuleQuery query, int candidate)
    {
        foreach (IRule rule in s_rules)
        {
            if (rule.Check(query, candidate) is not null)
                return false;
        }

        return true;
    }

    public static IReadOnlyList<ObstacleKind> Obstacles(RuleQuery query, int candidate) =>
        [.. s_rules.Select(rule => rule.Check(query, candidate)).OfType<ObstacleKind>()];
}
