namespace Matchmaking.Parts;

/// <summary>How far the other's offers cover one's needs, with levels and importance.</summary>
internal sealed class NeedsMetPart : ScoringPart
{
    public override ScorePart Part => ScorePart.NeedsMet;

    internal override string[]? RestsOn { get; } = [MemberField.Needs, MemberField.Offers];

    internal override IntroductionKind? Purpose => IntroductionKind.Complementary;

    public override bool HasData(CommunityIndex index) => index.HasNeeds && index.HasOffers;

    public override DirectedValue Score(PairQuery query, int candidate)
    {
        MemberVector other = query.Index.Vectors[candidate];
        double mine = Coverage.Of(query.Vector.Needs, other.Offers),
            theirs = Coverage.Of(other.Needs, query.Vector.Offers);
        return new(
            mine == 0 ? 0 : mine * ClaimWorth.OfOffers(query.Index, candidate),
            theirs == 0 ? 0 : theirs * ClaimWorth.OfOffers(query.Index, query.Member)
        );
    }

    internal override PartColumns LayOut(CommunityIndex index, SegmentRows rows) =>
        new Columns(
            LevelPostings.Build(index, rows, vector => vector.Offers, (level, _) => LevelCodes.Of(level.Level)),
            LevelPostings.Build(
                index,
                rows,
                vector => vector.Needs,
                (level, total) => LevelCodes.Need(level.Level, level.Importance / total)
            ),
            rows.Width
        );

    internal override void AddReasons(ReasonList reasons, double mine, double theirs)
    {
        Side side = reasons.Side;
        if (mine > 0)
            reasons.AddLevels(Part, mine, reasons.NewToReader(TopicWording.NeedsMet(side, side.Reader, side.Other)), "NeedMet");
        if (theirs > 0)
        {
            string[] given = reasons.NewToOther(TopicWording.NeedsMet(side, side.Other, side.Reader));
            reasons.AddTopics(Part, theirs, given, "CanHelp", reasons.OtherName);
        }
    }

    internal override int OpeningPlace => 0;

    internal override (string Phrase, string Topic)? OpeningLine(PairQuery query, Side side)
    {
        if (TopicWording.NeedsMet(side, side.Reader, side.Other) is [var need, ..])
            return ("OpenNeed", need.Topic);
        return TopicWording.NeedsMet(side, side.Other, side.Reader) is [var offer, ..] ? ("OpenOffer", offer.Topic) : null;
    }

    private sealed class Columns(Postings offers, Postings needs, SimdWidth width) : PartColumns
    {
        public override PartBound NewBound() => new Bound(offers, needs, width);
    }

    private sealed class Bound(Postings offers, Postings needs, SimdWidth width) : PartBound
    {
        private readonly PostingQuery _offers = new(),
            _needs = new();

        public override bool Start(PairQuery query, float share)
        {
            if (!(share > 0))
                return false;
            LevelPostings.Ask(_offers, offers, query.Vector.Needs, LevelCodes.OffersFor, share, isShare: true);
            LevelPostings.Ask(_needs, needs, query.Vector.Offers, LevelCodes.NeedsMetBy, share, isShare: false);
            return _offers.Count + _needs.Count > 0;
        }

        public override void AddTo(in BoundTile tile)
        {
            _offers.AddTo(tile.Forward, tile.First, width);
            _needs.AddTo(tile.Backward, tile.First, width);
        }
    }
}
