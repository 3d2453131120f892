namespace Matchmaking;

/// <summary>All sources of pair features: how each is fitted and read again. A new source is a line here.</summary>
internal static class FeatureSources
{
    private static readonly (string Name, Func<CommunityIndex, IPairFeatureSource> Fit, Func<BinaryReader, IPairFeatureSource> Read)[] s_all =
    [
        ("numbers", NumberFeatures.Fit, NumberFeatures.Read),
        ("number families", NumberFamilyFeatures.Fit, NumberFamilyFeatures.Read),
        ("categories", CategoryFeatures.Fit, CategoryFeatures.Read),
        ("sets", SetFeatures.Fit, SetFeatures.Read),
        ("topics", TopicFeatures.Fit, TopicFeatures.Read),
        ("texts", TextFeatures.Fit, TextFeatures.Read),
        ("practicalities", PracticalFeatures.Fit, PracticalFeatures.Read),
        ("rules", RuleFeatures.Fit, RuleFeatures.Read),
        ("interactions", InteractionFeatures.Fit, InteractionFeatures.Read),
        ("network", NetworkFeatureSource.Fit, NetworkFeatureSource.Read),
    ];

    public static IReadOnlyList<(string Name, IPairFeatureSource Source)> FitAll(CommunityIndex index) =>
        [.. s_all.Select(source => (source.Name, source.Fit(index)))];

    public static IPairFeatureSource Read(string name, BinaryReader reader)
    {
        foreach (var source in s_all)
        {
            if (source.Name == name)
                return source.Read(reader);
        }

        throw new InvalidDataException($"there is no kind of features called '{name}'");
    }
}
