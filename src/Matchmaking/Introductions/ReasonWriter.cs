using System.Globalization;

namespace Matchmaking.Introductions;

/// <summary>Tells one side of a pair why it should meet the other, strongest reason first, and nothing that either hides.</summary>
internal static class ReasonWriter
{
    /// <param name="query">The question.</param>
    /// <param name="side">Who reads, and about whom.</param>
    /// <param name="culture">The reader's, for a host's own texts.</param>
    /// <param name="parts">The pair's parts, forward being the query's member.</param>
    public static IReadOnlyList<Statement> Choose(PairQuery query, Side side, CultureInfo culture, IReadOnlyList<PartScore> parts)
    {
        var reasons = new ReasonList(query, side, culture);
        bool forward = side.Reader == query.Member;
        AddBuddy(reasons);
        // In the order of the parts, and not of what they add: that depends on what others hide.
        IReadOnlyList<ScoringPart> all = PartSet.Of(query.Index).Parts;
        for (int i = 0; i < all.Count; i++)
        {
            ScoringPart known = all[i];
            for (int j = 0; j < parts.Count; j++)
            {
                PartScore part = parts[j];
                if (part.Part != known.Part)
                    continue;
                double mine = part.Weight * (forward ? part.Forward : part.Backward);
                double theirs = part.Weight * (forward ? part.Backward : part.Forward);
                known.AddReasons(reasons, mine, theirs);
            }
        }

        if (reasons.Count > 0)
            return reasons.Chosen();
        string howWell = HowWellKnown(query, side);
        return [new Statement(ScorePart.Network, howWell, 0) { ForBoth = howWell == "NotYetMet" ? "" : null }];
    }

    /// <summary>What was chosen, in the reader's words.</summary>
    public static IReadOnlyList<Reason> Write(Side side, Phrases phrases, IReadOnlyList<Statement> chosen)
    {
        var words = new ReasonWords(side, phrases);
        var reasons = new Reason[chosen.Count];
        for (int i = 0; i < reasons.Length; i++)
            reasons[i] = words.Of(chosen[i]);
        return reasons;
    }

    /// <summary>The same for both at once.</summary>
    /// <param name="side">The two.</param>
    /// <param name="phrases">The language that they have in common.</param>
    /// <param name="chosen">What is said.</param>
    /// <param name="written">The same as the reader reads it, where that is in this language; null: it is not.</param>
    public static string WriteForBoth(Side side, Phrases phrases, IReadOnlyList<Statement> chosen, IReadOnlyList<Reason>? written)
    {
        var words = new ReasonWords(side, phrases);
        string?[] sentences = new string?[chosen.Count + 1];
        int count = 0;
        // Who knows the other is not told to meet them.
        if (chosen is not [{ Phrase: "KnowEachOther" or "OutOfTouch" or "MetBefore" }])
            sentences[count++] = phrases.Format("BothMeet", words.Name(side.ReaderProfile), words.Name(side.OtherProfile));
        for (int i = 0; i < chosen.Count; i++)
        {
            // What is said of the one alone is no news to them.
            if (words.ForBoth(chosen[i], written?[i]) is { } sentence)
                sentences[count++] = sentence;
        }

        return string.Join(' ', sentences, 0, count);
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
            Add("BuddyNewcomer", "BothNewcomer");
        else if (Tenure.IsHereForAWhile(index, member, now))
            Add("BuddySettled", "BothSettled");
        else if (Tenure.IsSettled(index, member, now))
            Add("BuddyActive", "BothSettled");

        // It is what the introduction is for.
        void Add(string phrase, string forBoth) =>
            reasons.Add(
                new(ScorePart.Activity, phrase, 1)
                {
                    Theme = ReasonTheme.Gains,
                    Named = true,
                    Opening = OpeningLine.OfBuddies(reasons.Query, reasons.Side),
                    ForBoth = forBoth,
                }
            );
    }
}
