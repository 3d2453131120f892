namespace Matchmaking.Retrieval;

/// <summary>
/// Whom one member should meet, exactly, of all segments of a community: the whole first, for what it finds has to be reached by the
/// others.
/// </summary>
internal static class CandidateSearch
{
    /// <summary>How many candidates a scorer without bounds is asked for: the best by the rules, and of each part alone.</summary>
    public const int Budget = 1000,
        BudgetOfPart = 150;

    /// <summary>Whether a scorer without bounds is asked of some in a community of this size, rather than of everybody.</summary>
    public static bool IsWorthIt(int members) => members > 2 * Budget;

    /// <summary>The best: those whom <paramref name="score"/> allows, of at least a score.</summary>
    /// <param name="query">The question.</param>
    /// <param name="rules">What scores; a score is never above the bound made of its parts.</param>
    /// <param name="score">Scores and allows exactly, by position.</param>
    /// <param name="segments">Who there is.</param>
    /// <param name="minimum">The least score.</param>
    /// <param name="top">Takes the best.</param>
    public static void Best<TScore>(PairQuery query, PairScorer rules, in TScore score, Segments segments, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        SegmentSearch whole = segments.Whole.Rent();
        whole.Best(query, rules, score, segments.Delta, segments.Recent, minimum, top);
        if (segments.Delta is { } delta)
        {
            SegmentSearch changed = delta.Rent();
            changed.Best(query, rules, score, null, segments.Recent, minimum, top);
            delta.Return(changed);
        }

        // Of those who changed lately there are no bounds; by now it is known what has to be reached.
        foreach (int member in segments.Recent)
        {
            if (rules.MayReach(query, member, Math.Max(minimum, top.Threshold)))
                Offer(member, score, minimum, top);
        }

        segments.Whole.Return(whole);
    }

    /// <summary>
    /// The members of the largest bounds of each segment, in no particular order, of those allowed; of those who changed lately there are
    /// no bounds.
    /// </summary>
    /// <param name="query">The question.</param>
    /// <param name="rules">Of what parts the bound is made.</param>
    /// <param name="allowed">Allows, by position.</param>
    /// <param name="segments">Who there is.</param>
    /// <param name="count">How many of each segment.</param>
    /// <param name="members">Takes their positions.</param>
    public static void Largest<TScore>(
        PairQuery query,
        PairScorer rules,
        in TScore allowed,
        Segments segments,
        int count,
        ICollection<int> members
    )
        where TScore : struct, IRowScore
    {
        SegmentSearch whole = segments.Whole.Rent();
        whole.Largest(query, rules, allowed, segments.Delta, segments.Recent, count, members);
        if (segments.Delta is { } delta)
        {
            SegmentSearch changed = delta.Rent();
            changed.Largest(query, rules, allowed, null, segments.Recent, count, members);
            delta.Return(changed);
        }

        segments.Whole.Return(whole);
    }

    internal static void Offer<TScore>(int member, in TScore score, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        if (!score.Allows(member))
            return;
        double exact = score.Score(member);
        if (exact >= minimum && exact >= top.Threshold)
            top.Offer(new Candidate(member, exact, score.TieBreak(member)));
    }
}
