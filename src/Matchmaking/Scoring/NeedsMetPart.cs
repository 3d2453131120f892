namespace Matchmaking;

/// <summary>How far the other's offers cover one's needs, with levels and importance.</summary>
internal sealed class NeedsMetPart : IPart
{
    public ScorePart Part => ScorePart.NeedsMet;

    public bool HasData(CommunityIndex index) => index.HasNeeds && index.HasOffers;

    public DirectedValue Score(PairQuery query, int candidate)
    {
        MemberVector other = query.Index.Vectors[candidate];
        return new(Coverage.Of(query.Vector.Needs, other.Offers), Coverage.Of(other.Needs, query.Vector.Offers));
    }
}
