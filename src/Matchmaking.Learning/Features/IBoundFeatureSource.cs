namespace Matchmaking.Learning;

/// <summary>
/// A source bound to a community. Safe for use by several threads; what belongs to one query stands in the <see cref="PairQuery"/>.
/// </summary>
internal interface IBoundFeatureSource
{
    /// <summary>Fills the source's own columns for the directed pair (the query's member → the candidate). Missing is NaN.</summary>
    /// <param name="query">On the index to which the source is bound; <see cref="PairQuery.Now"/> is the moment of the row.</param>
    /// <param name="candidate">The other member's position.</param>
    /// <param name="row">As long as the source's features; holds anything when handed in.</param>
    void Write(PairQuery query, int candidate, Span<float> row);
}

/// <summary>A source whose columns of the pair turned round do not follow from those of the pair: it is asked for both.</summary>
internal interface IDirectedFeatureSource : IBoundFeatureSource
{
    /// <summary>Fills the source's own columns for the pair turned round (the candidate → the query's member).</summary>
    void WriteBack(PairQuery query, int candidate, Span<float> row);
}
