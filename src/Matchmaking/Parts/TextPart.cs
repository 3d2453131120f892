namespace Matchmaking.Parts;

/// <summary>Closeness of what the two write about themselves, in latent topics or the host's embeddings.</summary>
internal sealed class TextPart : ScoringPart
{
    /// <summary>Latent topics give nearly every pair a little; only a clear likeness is worth a word.</summary>
    private const double ClearLikeness = .3;

    public override ScorePart Part => ScorePart.Text;

    internal override string[]? RestsOn { get; } = [MemberField.Bio, MemberField.Texts];

    internal override IntroductionKind? Purpose => IntroductionKind.Peer;

    public override bool HasData(CommunityIndex index) => index.Vectorizer.HasTexts;

    public override DirectedValue Score(PairQuery query, int candidate) =>
        DirectedValue.Both(TextSimilarity.Compute(query.Vector, query.Index.Vectors[candidate]));

    internal override void AddReasons(ReasonList reasons, double mine, double theirs)
    {
        Side side = reasons.Side;
        if (
            mine > 0
            && side.Shows(MemberField.Bio)
            && side.Shows(MemberField.Texts)
            && TextSimilarity.Compute(side.ReaderVector, side.OtherVector) >= ClearLikeness
        )
            reasons.Add(Part, mine, [], reasons.Phrases["SimilarTexts"]);
    }
}
