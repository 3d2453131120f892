namespace Matchmaking.Introductions;

/// <summary>
/// A first line to begin a conversation with: by the strongest of the reasons that the writer reads, help before all else, as far as it may
/// be told.
/// </summary>
internal static class OpeningLine
{
    /// <param name="query">The question of who writes.</param>
    /// <param name="side">Who writes, and to whom.</param>
    /// <param name="reasons">What the writer reads, strongest first.</param>
    /// <param name="phrases">The language of the line.</param>
    public static string Write(PairQuery query, Side side, IReadOnlyList<Statement> reasons, Phrases phrases)
    {
        var words = new ReasonWords(side, phrases);
        for (int i = 0; i < reasons.Count; i++)
        {
            if (words.Opening(reasons[i]) is { } line)
                return line;
        }

        return phrases.Format(
            query.Kind == IntroductionKind.Buddy ? OfBuddies(query, side)
                // Who had to do with each other, be it little, has crossed paths.
                : !side.Shows(MemberField.Activities) || query.AreTied(side.Other) ? "OpenAgain"
                : query.Kind == IntroductionKind.Bridge ? "OpenBridge"
                : "OpenPlain",
            words.Name(side.OtherProfile)
        );
    }

    /// <summary>What a newcomer and a buddy begin with.</summary>
    public static string OfBuddies(PairQuery query, Side side)
    {
        if (Tenure.IsNewcomer(query.Index, side.Other, query.Now) && !side.OtherProfile.Hides(MemberField.Joined))
            return "OpenWelcome";
        return Tenure.IsNewcomer(query.Index, side.Reader, query.Now) && !side.ReaderProfile.Hides(MemberField.Joined)
            ? "OpenBuddy"
            : "OpenShowAround";
    }
}
