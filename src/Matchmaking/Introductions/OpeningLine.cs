namespace Matchmaking.Introductions;

/// <summary>
/// A first line to begin a conversation with: what one of the two can help the other with, or else what both like, or where both go, as far
/// as it may be told.
/// </summary>
internal static class OpeningLine
{
    public static string Write(PairQuery query, int candidate, IReadOnlyList<PartScore> parts, Phrases phrases)
    {
        var side = new Side(query.Index, query.Member, candidate);
        string name = side.OtherProfile.Name;
        PartSet known = PartSet.Of(query.Index);
        foreach (PartScore part in parts.OrderBy(part => known.Find(part.Part)?.OpeningPlace ?? int.MaxValue))
        {
            if (part.Contribution > 0 && known.Find(part.Part)?.OpeningLine(query, side) is var (phrase, topic))
                return phrases.Format(phrase, name, topic);
        }

        return phrases.Format(
            query.Kind == IntroductionKind.Buddy ? OfBuddies(query, side)
                // Who had to do with each other, be it little, has crossed paths.
                : query.AreTied(candidate) ? "OpenAgain"
                : query.Kind == IntroductionKind.Bridge ? "OpenBridge"
                : "OpenPlain",
            name
        );
    }

    private static string OfBuddies(PairQuery query, Side side)
    {
        if (Tenure.IsNewcomer(query.Index, side.Other, query.Now) && !side.OtherProfile.Hides(MemberField.Joined))
            return "OpenWelcome";
        return Tenure.IsNewcomer(query.Index, side.Reader, query.Now) && !side.ReaderProfile.Hides(MemberField.Joined)
            ? "OpenBuddy"
            : "OpenShowAround";
    }
}
