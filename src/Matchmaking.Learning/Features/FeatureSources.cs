namespace Matchmaking.Learning;

/// <summary>All sources of pair features: how each is fitted and read again. A new source is a line here.</summary>
internal static class FeatureSources
{
    private static readonly (
        string Name,
        Func<CommunityIndex, CancellationToken, IPairFeatureSource> Fit,
        Func<BinaryReader, IPairFeatureSource> Read
    )[] s_all =
    [
        ("numbers", (index, _) => NumberFeatures.Fit(index), NumberFeatures.Read),
        ("number families", (index, _) => NumberFamilyFeatures.Fit(index), NumberFamilyFeatures.Read),
        ("categories", (index, _) => CategoryFeatures.Fit(index), CategoryFeatures.Read),
        ("sets", (index, _) => SetFeatures.Fit(index), SetFeatures.Read),
        ("counterparts", (index, _) => CounterpartFeatures.Fit(index), CounterpartFeatures.Read),
        ("topics", (index, _) => TopicFeatures.Fit(index), TopicFeatures.Read),
        ("texts", (index, _) => TextFeatures.Fit(index), TextFeatures.Read),
        ("practicalities", (index, _) => PracticalFeatures.Fit(index), PracticalFeatures.Read),
        ("rules", (index, _) => RuleFeatures.Fit(index), RuleFeatures.Read),
        ("interactions", (index, _) => InteractionFeatures.Fit(index), InteractionFeatures.Read),
        ("network", NetworkFeatureSource.Fit, NetworkFeatureSource.Read),
    ];

    /// <summary>Stands for each source of a host's own, whose name follows.</summary>
    private const string Host = "host";

    public static IReadOnlyList<(string Name, IPairFeatureSource Source)> FitAll(
        CommunityIndex index,
        IReadOnlyList<IFeatureSource> hosts,
        CancellationToken cancellationToken
    ) =>
        [
            .. s_all.Select(source => (source.Name, source.Fit(index, cancellationToken))),
            .. hosts.Select(source => (Host, (IPairFeatureSource)new HostFeatures(source))),
        ];

    public static IPairFeatureSource Read(string name, BinaryReader reader, LearningOptions hosts)
    {
        if (name == Host)
            return HostFeatures.Read(reader, hosts);
        foreach (var source in s_all)
        {
            if (source.Name == name)
                return source.Read(reader);
        }

        throw new InvalidDataException($"there is no kind of features called '{name}'");
    }
}
