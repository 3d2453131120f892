namespace Matchmaking.Learning;

/// <summary>A featurizer bound to a community. Safe for use by several threads.</summary>
internal sealed class BoundPairFeaturizer(CommunityIndex index, (IBoundFeatureSource Source, int Count)[] sources)
{
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
}
