namespace Matchmaking.Learning;

/// <summary>
/// Turns directed pairs into rows of numbers, from whatever the community has. The columns are fixed when it is fitted; a column of which
/// nobody in the community has anything is not among them.
/// </summary>
internal sealed class PairFeaturizer
{
    private readonly IReadOnlyList<(string Name, IPairFeatureSource Source)> _sources;

    private PairFeaturizer(IReadOnlyList<(string Name, IPairFeatureSource Source)> sources)
    {
        _sources = [.. sources.Where(source => source.Source.Features.Count > 0)];
        Features = [.. _sources.SelectMany(source => source.Source.Features)];
    }

    public IReadOnlyList<FeatureInfo> Features { get; }

    /// <summary>With the default options, and no sources of a host's own.</summary>
    public static PairFeaturizer Fit(CommunityIndex index, CancellationToken cancellationToken = default) =>
        Fit(new CommonNames(index, LearningOptions.DefaultLeastPeople), [], cancellationToken);

    /// <param name="names">The community, and what of it may be kept by name.</param>
    /// <param name="hosts">The host's own sources.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static PairFeaturizer Fit(CommonNames names, IReadOnlyList<IFeatureSource> hosts, CancellationToken cancellationToken) =>
        new(FeatureSources.FitAll(names, hosts, cancellationToken));

    public BoundPairFeaturizer Bind(CommunityIndex index) =>
        new(index, Features, [.. _sources.Select(source => (source.Source.Bind(index), source.Source.Features.Count))]);

    public void Write(BinaryWriter writer)
    {
        writer.Write(_sources.Count);
        foreach ((string name, IPairFeatureSource source) in _sources)
        {
            writer.Write(name);
            source.Write(writer);
        }
    }

    /// <param name="reader">What <see cref="Write"/> wrote.</param>
    /// <param name="hosts">Holds the host's own sources.</param>
    public static PairFeaturizer Read(BinaryReader reader, LearningOptions hosts)
    {
        int count = reader.ReadInt32();
        if (count is < 0 or > 100)
            throw new InvalidDataException($"{count} is no number of feature sources");
        var sources = new (string, IPairFeatureSource)[count];
        for (int i = 0; i < count; i++)
        {
            string name = reader.ReadString();
            sources[i] = (name, FeatureSources.Read(name, reader, hosts));
        }

        return new PairFeaturizer(sources);
    }
}
