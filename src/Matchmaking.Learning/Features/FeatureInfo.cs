namespace Matchmaking.Learning;

/// <summary>One column of what a model sees of a directed pair.</summary>
/// <param name="Name">Unique in its featurizer; for reports.</param>
/// <param name="Part">The part of a score into which its contribution folds.</param>
/// <param name="Group">Of what it is made.</param>
internal sealed record FeatureInfo(string Name, ScorePart Part, FeatureGroup Group)
{
    /// <summary>
    /// Whether it is one side's value less the other's: trees cannot take differences, a linear model has both values already.
    /// </summary>
    public bool IsDifference => Name.EndsWith(": difference", StringComparison.Ordinal);

    /// <summary>Several columns of one thing.</summary>
    public static FeatureInfo[] Several(string thing, ScorePart part, FeatureGroup group, params ReadOnlySpan<string> what)
    {
        var features = new FeatureInfo[what.Length];
        for (int i = 0; i < features.Length; i++)
            features[i] = new FeatureInfo($"{thing}: {what[i]}", part, group);
        return features;
    }
}
