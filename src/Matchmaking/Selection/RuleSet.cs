namespace Matchmaking.Selection;

/// <summary>One rule that is never broken. Rules hold no state.</summary>
internal interface IRule
{
    /// <summary>What stands against introducing the candidate to the query's member; null: nothing, by this rule.</summary>
    ObstacleKind? Check(RuleQuery query, int candidate);
}

/// <summary>What the rules need to know of one call.</summary>
internal sealed class RuleQuery
{
    /// <param name="pair">The question.</param>
    /// <param name="options">The call's.</param>
    /// <param name="host">The host's rules; null: those of the options, asked one way.</param>
    public RuleQuery(PairQuery pair, SuggestOptions options, HostRules? host = null)
    {
        (Pair, Options) = (pair, options);
        Host = host ?? HostRules.Of(pair.Index.Options.Rules, options.Rules);
        foreach (string id in options.Exclude)
        {
            if (pair.Index.Live.TryIndexOf(id, out int excluded))
                Excluded.Add(excluded);
        }
    }

    public PairQuery Pair { get; }

    public SuggestOptions Options { get; }

    /// <summary>The host's rules; null where there are none.</summary>
    public HostRules? Host { get; }

    public HashSet<int> Excluded { get; } = [];

    public CommunityIndex Index => Pair.Index;

    public int Member => Pair.Member;

    public Member Profile => Pair.Profile;

    public DateTimeOffset Now => Pair.Now;

    /// <summary>What the host's rules are asked.</summary>
    public ProposedIntroduction Proposed(int candidate) =>
        new()
        {
            From = Profile.Record,
            To = Index.Members[candidate].Record,
            Kind = Pair.Kind,
            Time = Now,
        };
}

/// <summary>All rules, the cheap ones first; the host's last. A new one is a class and a line here.</summary>
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
        new MentoredRule(),
        new LessonRule(),
        new ComplementRule(),
        new BuddyRule(),
        new CommonLanguageRule(),
        new CommonHoursRule(),
        new ConnectionRule(),
        new BridgeRule(),
        new HostPredicateRule(),
    ];

    /// <summary>Whether what is known of the asker alone leaves anybody.</summary>
    public static bool AllowsAnybody(RuleQuery query) =>
        !PauseRule.IsPaused(query.Profile, query.Now)
        && !query.Index.Introductions.HasReachedCap(query.Member, query.Now)
        && (query.Pair.Kind != IntroductionKind.Mentor || query.Profile.Mentoring is not null);

    public static bool Allows(RuleQuery query, int candidate) =>
        AllowsByOwn(query, candidate) && (query.Host is not { } host || host.Tier(query.Proposed(candidate)) is not null);

    /// <summary>The candidate's tier by the host's rules, 0 where there are none; null where anything stands against them.</summary>
    public static int? Tier(RuleQuery query, int candidate) =>
        !AllowsByOwn(query, candidate) ? null
        : query.Host is { } host ? host.Tier(query.Proposed(candidate))
        : 0;

    public static IReadOnlyList<Refusal> Obstacles(RuleQuery query, int candidate)
    {
        List<Refusal> refusals = [];
        foreach (IRule rule in s_rules)
        {
            if (rule.Check(query, candidate) is not { } refused)
                continue;
            ObstacleKind kind = ToldObstacles.Of(refused, query.Profile, query.Index.Members[candidate]);
            if (!refusals.Exists(told => told.Kind == kind))
                refusals.Add(new Refusal(kind));
        }

        if (query.Host is { } host)
            refusals.AddRange(host.Refusals(query.Proposed(candidate)));
        return refusals;
    }

    private static bool AllowsByOwn(RuleQuery query, int candidate)
    {
        foreach (IRule rule in s_rules)
        {
            if (rule.Check(query, candidate) is not null)
                return false;
        }

        return true;
    }
}
