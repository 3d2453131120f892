namespace Matchmaking;

/// <summary>All rules, the cheap ones first.</summary>
internal static class RuleSet
{
    private static readonly IRule[] s_rules =
    [
        new SameMemberRule(),
        new ExclusionRule(),
        new BlockRule(),
        new PauseRule(),
        new MentorPairRule(),
        new MonthlyCapRule(),
        new CoolDownRule(),
        new MentorCapacityRule(),
        new LessonRule(),
        new ComplementRule(),
        new BuddyRule(),
        new CommonLanguageRule(),
        new CommonHoursRule(),
        new ConnectionRule(),
        new BridgeRule(),
        new HostRule(),
    ];

    /// <summary>Whether what is known of the asker alone leaves anybody.</summary>
    public static bool AllowsAnybody(RuleQuery query) =>
        !PauseRule.IsPaused(query.Profile, query.Now)
        && !query.Index.Introductions.HasReachedCap(query.Member, query.Now)
        && (query.Pair.Kind != IntroductionKind.Mentor || query.Profile.Mentoring is { SeeksMentor: true });

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
