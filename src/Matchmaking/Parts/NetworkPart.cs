using System.Numerics.Tensors;

namespace Matchmaking.Parts;

/// <summary>Closeness in the network; for bridges, the promise of a tie between two whom the network does not yet connect.</summary>
internal sealed class NetworkPart : ScoringPart
{
    public override ScorePart Part => ScorePart.Network;

    internal override string[]? RestsOn { get; } = [MemberField.Activities];

    internal override IntroductionKind? Purpose => IntroductionKind.Peer;

    public override bool HasData(CommunityIndex index) => index.Network.HasTies;

    public override DirectedValue Score(PairQuery query, int candidate) =>
        DirectedValue.Both(
            query.Kind == IntroductionKind.Bridge ? query.Network.BridgeGain(candidate) : query.Network.Closeness(candidate)
        );

    internal override PartColumns LayOut(CommunityIndex index, SegmentRows rows) => new Columns(rows);

    internal override bool HasQuickBound => true;

    internal override double QuickBound(PairQuery query, int candidate) => query.NetworkReach.Of(candidate);

    internal override void AddReasons(ReasonList reasons, double mine, double theirs)
    {
        Side side = reasons.Side;
        PairQuery query = reasons.Query;
        if (mine <= 0 || !side.Shows(MemberField.Activities))
            return;
        if (query.Kind == IntroductionKind.Bridge)
        {
            // Who has had to do with the other knows some of their circles.
            if (!query.AreTied(reasons.Candidate))
                reasons.Add(new(Part, "Bridge", 1.0 / 2) { Named = true, ForBoth = "BothBridge" });
            return;
        }

        // How close the two are rests on what others hide, too; for how many it holds does not.
        Statement? activities = NetworkWording.CommonActivities(reasons);
        if (activities is { } common)
            reasons.Add(common);
        WantedTopic[] people = NetworkWording.CommonAcquaintances(reasons, out double known);
        if (people.Length > 0)
            reasons.Add(new(Part, "CommonAcquaintances", known) { Topics = people, Opening = "OpenAcquaintance" });
        if (activities is null && people.Length == 0 && query.Network.Evidence(reasons.Candidate).Forecast > 0)
            reasons.Add(new(Part, "SimilarPlaces", .05) { OnlyAlone = true });
    }

    private sealed class Columns(SegmentRows rows) : PartColumns
    {
        public override PartBound NewBound() => new Bound(rows);
    }

    /// <summary>The network is spread outwards from the member, once for all segments.</summary>
    private sealed class Bound(SegmentRows rows) : PartBound
    {
        private NetworkReach _reach = null!;
        private float _share;

        public override bool Start(PairQuery query, float share)
        {
            if (!(share > 0))
                return false;
            (_reach, _share) = (query.NetworkReach, share);
            return true;
        }

        public override void End() => _reach = null!;

        public override void AddToAll(Span<float> sums)
        {
            if (!rows.IsWhole)
            {
                for (int row = 0; row < sums.Length; row++)
                    sums[row] += _share * _reach.Of(rows.PositionOf(row));
                return;
            }

            float others = _reach.Others;
            if (others > 0)
                TensorPrimitives.Add(sums, _share * others, sums);
            ReadOnlySpan<int> touched = _reach.Touched;
            ReadOnlySpan<float> bounds = _reach.Bounds;
            for (int i = 0; i < touched.Length; i++)
            {
                // Who came since has no row.
                if (touched[i] < sums.Length)
                    sums[touched[i]] += _share * (bounds[i] - others);
            }
        }
    }
}
