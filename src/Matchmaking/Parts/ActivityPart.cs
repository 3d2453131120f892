using System.Numerics.Tensors;

namespace Matchmaking.Parts;

/// <summary>How recently and how much the other takes part: an introduction to somebody who is gone helps nobody.</summary>
internal sealed class ActivityPart : ScoringPart
{
    public override ScorePart Part => ScorePart.Activity;

    internal override string[]? RestsOn { get; } = [MemberField.Activities];

    public override bool HasData(CommunityIndex index) => index.Network.HasActivity;

    public override DirectedValue Score(PairQuery query, int candidate) =>
        new(query.Index.Network.ActivityLevel(candidate), query.Index.Network.ActivityLevel(query.Member));

    internal override PartColumns LayOut(CommunityIndex index, SegmentRows rows) => new Columns(rows);

    internal override void AddReasons(ReasonList reasons, double mine, double theirs)
    {
        Side side = reasons.Side;
        DateTimeOffset now = reasons.Query.Now;
        // The weakest of all reasons, and the dearest to count. Of newcomers it says nothing yet, and whether one is may be hidden.
        if (
            reasons.Count < ReasonList.AtMost
            && side.Index.Network.TakesActivePart(side.Other, now)
            && !side.OtherProfile.Hides(MemberField.Activities)
            && !side.OtherProfile.Hides(MemberField.Joined)
            && !Tenure.IsNewcomer(side.Index, side.Other, now)
        )
            reasons.Add(new(Part, "Active", reasons.Commonness.OfActivePart(now)) { Named = true, ForBoth = "" });
    }

    private sealed class Columns(SegmentRows rows) : PartColumns
    {
        public override PartBound NewBound() => new Bound(rows);
    }

    private sealed class Bound(SegmentRows rows) : PartBound
    {
        private float _share;
        private float _own;

        public override bool Start(PairQuery query, float share)
        {
            _share = share;
            _own = (float)(share * query.Index.Network.ActivityLevel(query.Member) * (1 + 1e-6));
            return share > 0;
        }

        public override void AddTo(in BoundTile tile)
        {
            ReadOnlySpan<float> levels = rows.Activity.Values.Slice(tile.First, tile.Length);
            TensorPrimitives.MultiplyAdd(levels, _share, tile.Forward, tile.Forward);
            TensorPrimitives.Add(tile.Backward, _own, tile.Backward);
        }
    }
}
