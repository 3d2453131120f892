namespace Matchmaking;

/// <summary>The host's own predicates: of the options, and of the call.</summary>
internal sealed class HostRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        Allows(query.Index.Options.Allow, query, candidate) && Allows(query.Options.Allow, query, candidate) ? null : ObstacleKind.HostRule;

    private static bool Allows(Func<Member, Member, bool>? predicate, RuleQuery query, int candidate) =>
        predicate is null || predicate(query.Profile, query.Index.Members[candidate]);
}
