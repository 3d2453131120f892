namespace Matchmaking;

/// <summary>The pairs that are to be kept: which can be, and why the others cannot.</summary>
internal static class LockedPairs
{
    /// <summary>What the host's wish does not overrule: people's own wishes, the host's own rule, and that two can talk.</summary>
    private static readonly ObstacleKind[] s_standing =
    [
        ObstacleKind.SameMember,
        ObstacleKind.Blocked,
        ObstacleKind.Paused,
        ObstacleKind.HostRule,
        ObstacleKind.NoCommonLanguage,
        ObstacleKind.TooFewCommonHours,
    ];

    /// <summary>Adds the pairs that can be kept to a draft. A member of more pairs than fit keeps the first.</summary>
    /// <param name="context">The round.</param>
    /// <param name="draft">The round's draft.</param>
    /// <param name="hasRoom">Whether a pair fits beside those kept already.</param>
    public static void Keep(RoundContext context, RoundDraft draft, Func<int, int, bool> hasRoom)
    {
        foreach (LockedPair pair in context.Options.Locked)
        {
            Obstacle? obstacle =
                !context.Index.Community.TryIndexOf(pair.From, out int from) || !context.Index.Community.TryIndexOf(pair.To, out int to)
                    ? new Obstacle(ObstacleKind.Excluded, RoundText.Of(context)["RoundLockedUnknown"])
                    : Stands(context, from, to, hasRoom);
            if (obstacle is null)
                draft.Pairs.Add((context.Index.Community.IndexOf(pair.From), context.Index.Community.IndexOf(pair.To)));
            else
                draft.NotKept.Add(new NotKeptPair(pair.From, pair.To, obstacle));
        }
    }

    public static Obstacle? Obstacle(RoundContext context, int from, int to)
    {
        using PairQuery query = context.Query(from);
        foreach (ObstacleKind kind in RuleSet.Obstacles(context.Rules(query), to))
        {
            if (
                Array.IndexOf(s_standing, kind) >= 0
                || (kind == ObstacleKind.NotAMentorPair && context.Options.Kind == IntroductionKind.Mentor)
            )
                return new Obstacle(kind, RoundText.Of(context)[$"Obstacle{kind}"]);
        }

        return null;
    }

    /// <summary>Why somebody of two takes no part.</summary>
    public static Obstacle Absence(RoundContext context, int a, int b)
    {
        ObstacleKind kind =
            PauseRule.IsPaused(context.Index.Members[a], context.Now) || PauseRule.IsPaused(context.Index.Members[b], context.Now)
                ? ObstacleKind.Paused
            : context.IsInvited(a) && context.IsInvited(b) ? ObstacleKind.MonthlyCapReached
            : ObstacleKind.Excluded;
        return new Obstacle(kind, RoundText.Of(context)[kind == ObstacleKind.Excluded ? "RoundLockedUnknown" : $"Obstacle{kind}"]);
    }

    private static Obstacle? Stands(RoundContext context, int from, int to, Func<int, int, bool> hasRoom) =>
        !context.IsInvited(from) || !context.IsInvited(to) ? Absence(context, from, to)
        : Obstacle(context, from, to) is { } obstacle ? obstacle
        : hasRoom(from, to) ? null
        : new Obstacle(ObstacleKind.Excluded, RoundText.Of(context)["RoundLockedTwice"]);
}
