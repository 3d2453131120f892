namespace Matchmaking;

/// <summary>Closeness of what the two write about themselves, in latent topics or the host's embeddings.</summary>
internal sealed class TextPart : IPart
{
    public ScorePart Part => ScorePart.Text;

    public bool HasData(CommunityIndex index) => index.Vectorizer.HasTexts;

    public DirectedValue Score(PairQuery query, int candidate) =>
        DirectedValue.Both(TextSimilarity.Compute(query.Vector, query.Index.Vectors[candidate]));
}
