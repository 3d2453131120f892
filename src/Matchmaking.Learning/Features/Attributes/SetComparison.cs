namespace Matchmaking.Learning;

/// <summary>What can be said of two weighted sets: cosine, Jaccard, how far each covers the other, and the sizes of both.</summary>
internal static class SetComparison
{
    public const int Columns = 6;

    public static FeatureInfo[] Features(string name, ScorePart part) =>
        [
            FeatureInfo.Both(name, "cosine", part, FeatureGroup.Profile, FeatureForm.Likeness),
            FeatureInfo.Both(name, "Jaccard", part, FeatureGroup.Profile, FeatureForm.Likeness),
            .. FeatureInfo.Sides(name, "from's share in common", "to's share in common", part, FeatureGroup.Profile),
            .. FeatureInfo.Sides(name, "from's size", "to's size", part, FeatureGroup.Profile),
        ];

    /// <summary>Null is a set that is not told; an empty one has nothing in common with any.</summary>
    public static void Write(SparseVector? from, SparseVector? to, Span<float> row)
    {
        row.Fill(float.NaN);
        if (from is { } a)
            row[4] = MathF.Log(1 + a.Count);
        if (to is { } b)
            row[5] = MathF.Log(1 + b.Count);
        if (from is not { Count: > 0 } x || to is not { Count: > 0 } y)
            return;
        var common = Intersection.Of(x, y);
        row[0] = (float)Intersection.Share(common.Product, (double)x.Norm * y.Norm);
        row[1] = (float)Intersection.Share(common.Count, x.Count + y.Count - common.Count);
        row[2] = (float)Intersection.Share(common.WeightA, Intersection.Weight(x));
        row[3] = (float)Intersection.Share(common.WeightB, Intersection.Weight(y));
    }
}
