namespace Matchmaking.Rounds;

/// <summary>The pairs that are to be kept: which can be, and why the others cannot.</summary>
internal static class LockedPairs
{
    /// <summary>What a lock does not overrule: people's own wishes, and that two can talk; nor does it overrule the host's rules.</summary>
    private static readonly ObstacleKind[] s_standing =
    [
        ObstacleKind.SameMember,
        ObstacleKind.Blocked,
        ObstacleKind.Paused,
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
                !context.Index.Community.TryIndexOf(pair.FromId, out int from) || !context.Index.Community.TryIndexOf(pair.ToId, out int to)
                    ? Excluded(context, "RoundLockedUnknown")
                    : Stands(context, from, to, hasRoom);
            if (obstacle is null)
                draft.Pairs.Add((context.Index.Community.IndexOf(pair.FromId), context.Index.Community.IndexOf(pair.ToId)));
            else
                draft.Unkept.Add(
                    new UnkeptPair
                    {
                        FromId = pair.FromId,
                        ToId = pair.ToId,
                        Obstacle = obstacle,
                    }
                );
        }
    }

    public static Obstacle? Obstacle(RoundContext context, int from, int to)
    {
        using PairQuery query = context.Query(from);
        foreach (Refusal refusal in RuleSet.Obstacles(context.Rules(query), to))
        {
            if (
                refusal.IsHosts
                || Array.IndexOf(s_standing, refusal.Kind) >= 0
                || (refusal.Kind == ObstacleKind.NotAMentorPair && context.Options.Kind == IntroductionKind.Mentor)
            )
                return refusal.Told(RoundText.Of(context));
        }

        return null;
    }

    /// <summary>Why somebody of two takes no part.</summary>
    public static Obstacle Absence(RoundContext context, int a, int b) =>
        PauseRule.IsPaused(context.Index.Members[a], context.Now) || PauseRule.IsPaused(context.Index.Members[b], context.Now)
            ? new Refusal(ObstacleKind.Paused).Told(RoundText.Of(context))
        : context.IsInvited(a) && context.IsInvited(b) ? new Refusal(ObstacleKind.MonthlyCapReached).Told(RoundText.Of(context))
        : Excluded(context, "RoundLockedUnknown");

    private static Obstacle? Stands(RoundContext context, int from, int to, Func<int, int, bool> hasRoom) =>
        !context.IsInvited(from) || !context.IsInvited(to) ? Absence(context, from, to)
        : Obstacle(context, from, to) is { } obstacle ? obstacle
        : hasRoom(from, to) ? null
        : Excluded(context, "RoundLockedTwice");

    private static Obstacle Excluded(RoundContext context, string phrase) =>
        new() { Kind = ObstacleKind.Excluded, Text = RoundText.Of(context)[phrase] };
}
