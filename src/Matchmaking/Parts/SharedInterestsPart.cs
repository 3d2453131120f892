namespace Matchmaking.Parts;

/// <summary>Interests in common, IDF-weighted, by the similarity measure of the options.</summary>
internal sealed class SharedInterestsPart : ScoringPart
{
    public override ScorePart Part => ScorePart.SharedInterests;

    internal override string[]? RestsOn { get; } = [MemberField.Interests];

    internal override IntroductionKind? Purpose => IntroductionKind.Peer;

    public override bool HasData(CommunityIndex index) => index.HasInterests;

    public override DirectedValue Score(PairQuery query, int candidate)
    {
        CommunityIndex index = query.Index;
        double likeness = index.InterestSimilarity.Compute(query.Vector.Interests, index.Vectors[candidate].Interests);
        return DirectedValue.Both(
            likeness == 0 ? 0 : likeness * ClaimWorth.OfInterests(index, query.Member) * ClaimWorth.OfInterests(index, candidate)
        );
    }

    internal override PartColumns LayOut(CommunityIndex index, SegmentRows rows)
    {
        if (index.Options.InterestSimilarity != SimilarityMeasure.Cosine)
            return new Columns(rows);
        int[] starts = new int[rows.Count + 1];
        for (int i = 0; i < rows.Count; i++)
            starts[i + 1] = starts[i] + index.Vectors[rows.PositionOf(i)].Interests.Count;
        int[] ids = new int[starts[^1]];
        float[] weights = new float[starts[^1]];
        for (int i = 0; i < rows.Count; i++)
        {
            SparseVector interests = index.Vectors[rows.PositionOf(i)].Interests;
            interests.Indices.CopyTo(ids.AsSpan(starts[i]));
            interests.Values.CopyTo(weights.AsSpan(starts[i]));
        }

        return new CosineColumns(CosinePostings.Build(new TopicRows(index.Vectorizer.Topics.Count, starts, ids), weights), rows.Width);
    }

    internal override void AddReasons(ReasonList reasons, double mine, double theirs)
    {
        if (mine > 0)
            reasons.AddTopics(Part, mine, TopicWording.SharedInterests(reasons.Side), "SharedInterests");
    }

    internal override int OpeningPlace => 1;

    internal override (string Phrase, string Topic)? OpeningLine(PairQuery query, Side side) =>
        TopicWording.SharedInterests(side) is [var interest, ..] ? ("OpenInterest", interest) : null;

    private sealed class CosineColumns(CosinePostings postings, SimdWidth width) : PartColumns
    {
        public override PartBound NewBound() => new CosineBound(postings, width);
    }

    private sealed class CosineBound(CosinePostings postings, SimdWidth width) : PartBound
    {
        private readonly PostingQuery _query = new();

        public override PostingQuery Postings => _query;

        public override bool Start(PairQuery query, float share)
        {
            if (!(share > 0))
                return false;
            SparseVector interests = query.Vector.Interests;
            postings.Prepare(_query, interests.Indices, interests.Values, share);
            return _query.Count > 0;
        }

        public override void AddTo(in BoundTile tile) => _query.AddTo(tile.Both, tile.First, width);
    }

    /// <summary>Of other measures there are no postings: the value is the bound.</summary>
    private sealed class Columns(SegmentRows rows) : PartColumns
    {
        public override PartBound NewBound() => new Bound(rows);
    }

    private sealed class Bound(SegmentRows rows) : PartBound
    {
        private CommunityIndex _index = null!;
        private SparseVector _own;
        private float _share;

        public override bool Start(PairQuery query, float share)
        {
            (_index, _own, _share) = (query.Index, query.Vector.Interests, share);
            return share > 0;
        }

        public override void End() => (_index, _own) = (null!, default);

        public override void AddTo(in BoundTile tile)
        {
            ITopicSimilarity similarity = _index.InterestSimilarity;
            for (int i = 0; i < tile.Length; i++)
                tile.Both[i] += _share * (float)similarity.Compute(_own, _index.Vectors[rows.PositionOf(tile.First + i)].Interests);
        }
    }
}
