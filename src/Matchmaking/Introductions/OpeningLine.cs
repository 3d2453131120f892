namespace Matchmaking.Introductions;

/// <summary>
/// A first line to begin a conversation with: what one of the two can help the other with, or else what both like, or where both go, as far
/// as it may be told.
/// </summary>
internal static class OpeningLine
{
    public static string Write(PairQuery query, int candidate, IReadOnlyList<PartScore> parts, Phrases phrases)
    {
        var side = new Side(query.Index, query.Member, candidate, phrases.ReadersCulture);
        string name = side.OtherProfile.Name;
        PartSet known = PartSet.Of(query.Index);
        for (int place = 0; place <= ScoringPart.LastOpeningPlace; place++)
        {
            for (int i = 0; i < parts.Count; i++)
            {
                if (
                    parts[i].Contribution > 0
                    && known.Find(parts[i].Part) is { } part
                    && part.OpeningPlace == place
                    && part.OpeningLine(query, side) is var (phrase, topic)
                )
                    return phrases.Format(phrase, name, topic);
            }
        }

        return phrases.Format(
            query.Kind == IntroductionKind.Buddy ? OfBuddies(query, side)
                // Who had to do with each other, be it little, has crossed paths.
                : !side.Shows(MemberField.Activities) || query.AreTied(candidate) ? "OpenAgain"
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
