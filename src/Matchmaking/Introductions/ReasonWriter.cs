namespace Matchmaking.Introductions;

/// <summary>Tells one side of a pair why it should meet the other, strongest reason first, and nothing that either hides.</summary>
internal static class ReasonWriter
{
    /// <param name="query">The question.</param>
    /// <param name="side">Who reads, and about whom.</param>
    /// <param name="phrases">The reader's language.</param>
    /// <param name="parts">The pair's parts, forward being the query's member.</param>
    public static IReadOnlyList<Reason> Write(PairQuery query, Side side, Phrases phrases, IReadOnlyList<PartScore> parts)
    {
        var reasons = new ReasonList(query, side, phrases);
        bool forward = side.Reader == query.Member;
        AddBuddy(reasons, forward);
        PartSet known = PartSet.Of(query.Index);
        foreach (PartScore part in parts)
        {
            double mine = part.Weight * (forward ? part.Forward : part.Backward);
            double theirs = part.Weight * (forward ? part.Backward : part.Forward);
            known.Find(part.Part)?.AddReasons(reasons, mine, theirs);
        }

        if (reasons.Count == 0)
        {
            string phrase =
                !side.Shows(MemberField.Activities) ? "WorthMeeting"
                : query.Index.Network.AreConnected(side.Reader, side.Other) ? "KnowEachOther"
                : "NotYetMet";
            reasons.Add(ScorePart.Network, 0, [], phrases[phrase]);
        }

        return reasons.StrongestFirst();
    }

    private static void AddBuddy(ReasonList reasons, bool forward)
    {
        if (reasons.Query.Kind == IntroductionKind.Buddy && !reasons.Side.OtherProfile.Hides(MemberField.Joined))
            reasons.Add(ScorePart.Activity, 0, [], reasons.Phrases.Format(forward ? "BuddySettled" : "BuddyNewcomer", reasons.OtherName));
    }
}
