using System.Globalization;

namespace Matchmaking.Introductions;

/// <summary>Makes the answer of a chosen pair: its score, its parts, its reasons for each side and its opening line.</summary>
internal static class IntroductionWriter
{
    public static Introduction Write(PairQuery query, IPairScorer scorer, int candidate, CultureInfo? culture)
    {
        CommunityIndex index = query.Index;
        PhraseShelf shelf = index.Options.Books;
        Member from = query.Profile;
        Member to = index.Members[candidate];
        (PairScore score, PartScore[] parts) = scorer.Explain(query, candidate);
        Side side = new(index, query.Member, candidate),
            back = new(index, candidate, query.Member);
        IReadOnlyList<PartScore> shown = ShownParts.Of(side, parts);
        Phrases toFrom = Phrases.For(shelf, culture, from),
            toTo = Phrases.For(shelf, culture, to),
            between = Phrases.ForLine(shelf, culture, from, to);
        IReadOnlyList<Statement> forFrom = ReasonWriter.Choose(query, side, toFrom.Numbers, parts);
        IReadOnlyList<Reason> reasonsForFrom = ReasonWriter.Write(side, toFrom, forFrom);
        return new Introduction
        {
            From = from.Record,
            To = to.Record,
            Kind = query.Kind == IntroductionKind.Any ? Purpose(index, shown) : query.Kind,
            Score = score.Score,
            Forward = score.Forward,
            Backward = score.Backward,
            Parts = shown,
            ReasonsForFrom = reasonsForFrom,
            ReasonsForTo = ReasonWriter.Write(back, toTo, ReasonWriter.Choose(query, back, toTo.Numbers, parts)),
            OpeningLine = OpeningLine.Write(query, side, forFrom, between),
            ForBoth = ReasonWriter.WriteForBoth(side, between, forFrom, between.Says(toFrom) ? reasonsForFrom : null),
            IntroducerIds = NetworkWording.Introducers(query, side),
        };
    }

    /// <summary>What an introduction "for whatever helps most" turns out to be for: what its largest part speaks of.</summary>
    private static IntroductionKind Purpose(CommunityIndex index, IReadOnlyList<PartScore> parts)
    {
        PartSet known = PartSet.Of(index);
        foreach (PartScore part in parts)
        {
            if (part.Contribution > 0 && known.Find(part.Part)?.Purpose is { } purpose)
                return purpose;
        }

        return IntroductionKind.Peer;
    }
}
