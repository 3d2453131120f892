namespace Matchmaking.Parts;

/// <summary>A host's own part as one of the library's: what it says is checked.</summary>
internal sealed class HostPart : ScoringPart
{
    private readonly IScorePart _own;
    private readonly Lazy<bool> _hasData;

    /// <param name="own">The host's.</param>
    /// <param name="index">The community of which it is asked whether it has data.</param>
    public HostPart(IScorePart own, CommunityIndex index)
    {
        (_own, Part) = (own, own.Part);
        _hasData = new(() => AnybodyHasData(index));
    }

    public override ScorePart Part { get; }

    internal override string[]? RestsOn => null;

    // Without a bound everybody is as good, and the best by it alone are anybody.
    internal override bool IsSource => false;

    public override bool HasData(CommunityIndex index) => _hasData.Value;

    public override DirectedValue Score(PairQuery query, int candidate)
    {
        if (query.Index.IsRemoved(candidate))
            return default;
        Member to = query.Index.Members[candidate];
        DirectedValue value = _own.Value(query.Profile, to, query.Now);
        return new(Checked(_own, value.Forward, query.Profile, to), Checked(_own, value.Backward, query.Profile, to));
    }

    internal override PartColumns LayOut(CommunityIndex index, SegmentRows rows) => new Columns(_own, rows);

    internal override void AddReasons(ReasonList reasons, double mine, double theirs)
    {
        // A reason is made of what the two show: of what they hide the host's part must not be able to speak.
        Member reader = reasons.Side.ReaderProfile.ShownToOthers(),
            other = reasons.Side.OtherProfile.ShownToOthers();
        double value = Checked(_own, _own.Value(reader, other, reasons.Query.Now).Forward, reader, other);
        if (value <= 0 || (!reasons.Side.HidesAnything && mine <= 0))
            return;
        // For how many it holds is not known; it is taken for middling.
        if (_own.Reason(reader, other, reasons.Culture) is { Length: > 0 } text)
            reasons.Add(new(Part, "", value / 2) { Text = text, ForBoth = "" });
    }

    private bool AnybodyHasData(CommunityIndex index)
    {
        for (int member = 0; member < index.Members.Count; member++)
        {
            if (!index.IsRemoved(member) && _own.HasData(index.Members[member]))
                return true;
        }

        return false;
    }

    private static double Checked(IScorePart part, double value, Member from, Member to) =>
        value is >= 0 and <= 1
            ? value
            : throw new InvalidOperationException(
                FormattableString.Invariant($"The part '{part.Part}' says {value} of '{from.Id}' and '{to.Id}': it must lie in [0, 1].")
            );

    // They outlive the index that they are laid out of, and keep nothing of it.
    private sealed class Columns(IScorePart own, SegmentRows rows) : PartColumns
    {
        public override PartBound NewBound() => new Bound(own, rows);
    }

    /// <summary>The host is asked member by member; not of those whom a rule forbids.</summary>
    private sealed class Bound(IScorePart own, SegmentRows rows) : PartBound
    {
        private PairQuery _query = null!;
        private float _share;

        public override bool Start(PairQuery query, float share)
        {
            (_query, _share) = (query, share);
            return share > 0;
        }

        public override void AddTo(in BoundTile tile)
        {
            Span<float> both = tile.Both;
            for (int i = 0; i < both.Length; i++)
            {
                if (both[i] >= 0)
                    both[i] += _share * Of(rows.PositionOf(tile.First + i));
            }
        }

        public override void End() => _query = null!;

        /// <summary>What neither value of a pair is above, never less in single precision.</summary>
        private float Of(int candidate)
        {
            if (_query.Index.IsRemoved(candidate))
                return 0;
            Member to = _query.Index.Members[candidate];
            double bound = Checked(own, own.UpperBound(_query.Profile, to, _query.Now), _query.Profile, to);
            return (float)(bound * (1 + 1e-6));
        }
    }
}
