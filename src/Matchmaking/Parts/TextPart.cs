using System.Numerics.Tensors;

namespace Matchmaking.Parts;

/// <summary>Closeness of what the two write about themselves, in latent topics or the host's embeddings.</summary>
internal sealed class TextPart : ScoringPart
{
    /// <summary>Latent topics give nearly every pair a little; only a clear likeness is worth a word.</summary>
    private const double ClearLikeness = .3;

    public override ScorePart Part => ScorePart.Text;

    // The words of a text are told apart by its writer's languages.
    internal override string[]? RestsOn { get; } = [MemberField.Bio, MemberField.Texts, MemberField.Languages];

    internal override IntroductionKind? Purpose => IntroductionKind.Peer;

    public override bool HasData(CommunityIndex index) => index.Vectorizer.HasTexts;

    public override DirectedValue Score(PairQuery query, int candidate) =>
        DirectedValue.Both(TextSimilarity.Compute(query.Vector, query.Index.Vectors[candidate]));

    internal override PartColumns LayOut(CommunityIndex index, SegmentRows rows) => new Columns(TextColumns.Build(index, rows));

    internal override void AddReasons(ReasonList reasons, double mine, double theirs)
    {
        Side side = reasons.Side;
        if (mine <= 0 || !side.Shows(this))
            return;
        // For how many it holds is not known; it is taken for middling.
        double alike = TextSimilarity.Compute(side.ReaderVector, side.OtherVector);
        if (alike >= ClearLikeness)
            reasons.Add(new(Part, "SimilarTexts", alike / 2));
    }

    private sealed class Columns(TextColumns? texts) : PartColumns
    {
        public override PartBound NewBound() => new Bound(texts);
    }

    /// <summary>Texts are the most to read: late is soon enough.</summary>
    private sealed class Bound(TextColumns? texts) : LateBound
    {
        private readonly TextBounds? _bounds = texts is null ? null : new TextBounds(texts, BoundTile.Most);
        private QuantizedRows.Query[] _own = [];
        private float _share;

        public override bool Start(PairQuery query, float share)
        {
            _share = share;
            _own = share > 0 && texts is not null ? Array.ConvertAll(query.Vector.Texts, text => texts.First.Prepare(text)) : [];
            return _own.Length > 0;
        }

        public override void AddTo(in BoundTile tile) =>
            TensorPrimitives.MultiplyAdd(_bounds!.Closest(_own, tile.First, tile.Length), _share, tile.Both, tile.Both);

        public override ReadOnlySpan<float> Of(ReadOnlySpan<int> rows) => _bounds!.Closest(_own, rows);
    }
}
