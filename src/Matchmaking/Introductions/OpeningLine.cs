namespace Matchmaking;

/// <summary>
/// A first line to begin a conversation with, built from the strongest thing that the two have in common and may be told.
/// </summary>
internal static class OpeningLine
{
    public static string Write(PairQuery query, int candidate, IReadOnlyList<PartScore> parts, Phrases phrases)
    {
        var side = new Side(query.Index, query.Member, candidate);
        string name = side.OtherProfile.Name;
        foreach (PartScore part in parts)
        {
            if (part.Contribution > 0 && Line(query, side, part.Part) is var (phrase, topic))
                return phrases.Format(phrase, name, topic);
        }

        return phrases.Format(
            query.Kind switch
            {
                IntroductionKind.Bridge => "OpenBridge",
                IntroductionKind.Buddy => "OpenBuddy",
                _ => "OpenPlain",
            },
            name
        );
    }

    private static (string Phrase, string Topic)? Line(PairQuery query, Side side, ScorePart part)
    {
        switch (part)
        {
            case ScorePart.SharedInterests when TopicWording.SharedInterests(side) is [var interest, ..]:
                return ("OpenInterest", interest);
            case ScorePart.NeedsMet when TopicWording.NeedsMet(side.Index, side.Reader, side.Other) is [var need, ..]:
                return ("OpenNeed", need.Topic);
            case ScorePart.NeedsMet when TopicWording.NeedsMet(side.Index, side.Other, side.Reader) is [var offer, ..]:
                return ("OpenOffer", offer.Topic);
            case ScorePart.MentorFit when TopicWording.Lessons(side.Index, side.Reader, side.Other) is [var lesson, ..]:
                return ("OpenMentor", lesson.Topic);
            case ScorePart.Network when query.Kind != IntroductionKind.Bridge && side.Shows(MemberField.Activities):
                if (NetworkWording.CommonActivities(query, side.Other) is [var activity, ..])
                    return ("OpenActivity", activity);
                return NetworkWording.CommonAcquaintances(query, side.Other, side.Reader) is [var acquaintance, ..]
                    ? ("OpenAcquaintance", acquaintance)
                    : null;
            default:
                return null;
        }
    }
}
