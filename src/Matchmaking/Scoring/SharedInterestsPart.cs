namespace Matchmaking;

/// <summary>Interests in common, IDF-weighted, by the similarity measure of the options.</summary>
internal sealed class SharedInterestsPart : IPart
{
    public ScorePart Part => ScorePart.SharedInterests;

    public bool HasData(CommunityIndex index) => index.HasInterests;

    public DirectedValue Score(PairQuery query, int candidate) =>
        DirectedValue.Both(query.Index.InterestSimilarity.Compute(query.Vector.Interests, query.Index.Vectors[candidate].Interests));
}
