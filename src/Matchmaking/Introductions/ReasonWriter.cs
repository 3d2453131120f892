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
        side = side with { Culture = phrases.ReadersCulture };
        var reasons = new ReasonList(query, side, phrases);
        bool forward = side.Reader == query.Member;
        AddBuddy(reasons);
        PartSet known = PartSet.Of(query.Index);
        foreach (PartScore part in parts)
        {
            double mine = part.Weight * (forward ? part.Forward : part.Backward);
            double theirs = part.Weight * (forward ? part.Backward : part.Forward);
            known.Find(part.Part)?.AddReasons(reasons, mine, theirs);
        }

        if (reasons.Count == 0)
            reasons.Add(ScorePart.Network, 0, [], phrases[HowWellKnown(query, side)]);

        return reasons.StrongestFirst();
    }

    private static string HowWellKnown(PairQuery query, Side side)
    {
        MemberNetwork network = query.Index.Network;
        return !side.Shows(MemberField.Activities) ? "WorthMeeting"
            : network.AreAcquainted(side.Reader, side.Other, query.Now) ? "KnowEachOther"
            : network.WereAcquainted(side.Reader, side.Other) ? "OutOfTouch"
            : query.HaveMet?.Invoke(side.Reader, side.Other) == true ? "MetBefore"
            : network.AreTied(side.Reader, side.Other) ? "HardlyKnown"
            : "NotYetMet";
    }

    private static void AddBuddy(ReasonList reasons)
    {
        if (reasons.Query.Kind != IntroductionKind.Buddy)
            return;
        (CommunityIndex index, DateTimeOffset now) = (reasons.Query.Index, reasons.Query.Now);
        Member other = reasons.Side.OtherProfile;
        // It is told by the day they joined, or else by what they do: which of the two there is tells on who hides either.
        if (other.Hides(MemberField.Joined) || other.Hides(MemberField.Activities))
            return;
        int member = reasons.Side.Other;
        if (Tenure.IsNewcomer(index, member, now))
            Add("BuddyNewcomer");
        else if (Tenure.IsHereForAWhile(index, member, now))
            Add("BuddySettled");
        else if (Tenure.IsSettled(index, member, now))
            Add("BuddyActive");

        void Add(string phrase) => reasons.Add(ScorePart.Activity, 0, [], reasons.Phrases.Format(phrase, reasons.OtherName));
    }
}
