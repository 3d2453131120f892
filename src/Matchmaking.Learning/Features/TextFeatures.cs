using System.Numerics.Tensors;

namespace Matchmaking.Learning;

/// <summary>
/// What the two write: the closeness of their texts by the rules' measure, of the texts taken together, and the number of texts of both.
/// </summary>
internal sealed class TextFeatures(bool hasTexts) : IPairFeatureSource
{
    public IReadOnlyList<FeatureInfo> Features { get; } =
        hasTexts
            ?
            [
                FeatureInfo.Both("texts", "closest", ScorePart.Text, FeatureGroup.Profile, FeatureForm.Likeness),
                FeatureInfo.Both("texts", "as a whole", ScorePart.Text, FeatureGroup.Profile, FeatureForm.Likeness),
                .. FeatureInfo.Sides("texts", "from's number", "to's number", ScorePart.Text, FeatureGroup.Profile),
            ]
            : [];

    public static TextFeatures Fit(CommunityIndex index) => new(index.Vectorizer.HasTexts);

    public static TextFeatures Read(BinaryReader reader) => new(reader.ReadBoolean());

    public void Write(BinaryWriter writer) => writer.Write(Features.Count > 0);

    public IBoundFeatureSource Bind(CommunityIndex index) => new Bound([.. index.Vectors.Select(Mean)]);

    /// <summary>The mean of a member's texts, of length 1; null where they say nothing.</summary>
    private static float[]? Mean(MemberVector vector)
    {
        if (vector.Texts.Length == 0)
            return null;
        float[] sum = [.. vector.Texts[0]];
        foreach (float[] text in vector.Texts.AsSpan(1))
            TensorPrimitives.Add(sum, text, sum);
        float norm = FixedOrder.Norm(sum);
        if (norm > 0)
            TensorPrimitives.Divide(sum, norm, sum);
        return sum;
    }

    private sealed class Bound(float[]?[] means) : IBoundFeatureSource
    {
        public void Write(PairQuery query, int candidate, Span<float> row)
        {
            if (row.IsEmpty)
                return;
            (MemberVector from, MemberVector to) = (query.Vector, query.Index.Vectors[candidate]);
            bool told = means[query.Member] is not null && means[candidate] is not null;
            row[0] = told ? (float)TextSimilarity.Compute(from, to) : float.NaN;
            row[1] = told ? FixedOrder.Dot(means[query.Member]!, means[candidate]!) : float.NaN;
            row[2] = MathF.Log(1 + from.Texts.Length);
            row[3] = MathF.Log(1 + to.Texts.Length);
        }
    }
}
