namespace Matchmaking.Learning;

/// <summary>All sources of pair features: how each is fitted and read again. A new source is a line here.</summary>
internal static class FeatureSources
{
    private static readonly (
        string Name,
        Func<CommonNames, CancellationToken, IPairFeatureSource> Fit,
        Func<BinaryReader, IPairFeatureSource> Read
    )[] s_all =
    [
        ("numbers", (names, _) => NumberFeatures.Fit(names), NumberFeatures.Read),
        ("number families", (names, _) => NumberFamilyFeatures.Fit(names), NumberFamilyFeatures.Read),
        ("categories", (names, _) => CategoryFeatures.Fit(names), CategoryFeatures.Read),
        ("sets", (names, _) => SetFeatures.Fit(names), SetFeatures.Read),
        ("counterparts", (names, _) => CounterpartFeatures.Fit(names), CounterpartFeatures.Read),
        ("topics", (names, _) => TopicFeatures.Fit(names.Index), TopicFeatures.Read),
        ("texts", (names, _) => TextFeatures.Fit(names.Index), TextFeatures.Read),
        ("practicalities", (names, _) => PracticalFeatures.Fit(names.Index), PracticalFeatures.Read),
        ("rules", (names, _) => RuleFeatures.Fit(names.Index), RuleFeatures.Read),
        ("interactions", (names, _) => InteractionFeatures.Fit(names), InteractionFeatures.Read),
        ("network", (names, token) => NetworkFeatureSource.Fit(names.Index, token), NetworkFeatureSource.Read),
    ];

    /// <summary>Stands for each source of a host's own, whose name follows.</summary>
    private const string Host = "host";

    public static IReadOnlyList<(string Name, IPairFeatureSource Source)> FitAll(
        CommonNames names,
        IReadOnlyList<IFeatureSource> hosts,
        CancellationToken cancellationToken
    ) =>
        [
            .. s_all.Select(source => (source.Name, source.Fit(names, cancellationToken))),
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
