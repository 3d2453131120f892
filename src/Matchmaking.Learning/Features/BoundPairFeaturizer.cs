namespace Matchmaking.Learning;

/// <summary>A featurizer bound to a community. Safe for use by several threads.</summary>
internal sealed class BoundPairFeaturizer(
    CommunityIndex index,
    IReadOnlyList<FeatureInfo> features,
    (IBoundFeatureSource Source, int Count)[] sources
)
{
    private readonly MirrorColumns _mirror = new(features);

    public CommunityIndex Index { get; } = index;

    public int Columns { get; } = sources.Sum(source => source.Count);

    /// <summary>The row of the directed pair (the query's member → the candidate).</summary>
    public void Write(PairQuery query, int candidate, Span<float> row)
    {
        int start = 0;
        foreach ((IBoundFeatureSource source, int count) in sources)
        {
            source.Write(query, candidate, row.Slice(start, count));
            start += count;
        }
    }

    /// <summary>The row of the pair turned round, out of that of the pair.</summary>
    public void WriteBack(PairQuery query, int candidate, ReadOnlySpan<float> row, Span<float> back)
    {
        _mirror.Write(row, back);
        int start = 0;
        foreach ((IBoundFeatureSource source, int count) in sources)
        {
            if (source is IDirectedFeatureSource directed)
                directed.WriteBack(query, candidate, back.Slice(start, count));
            start += count;
        }
    }
}
