namespace Matchmaking;

/// <summary>Language, hours and distance: the mean of those of which anybody in the community tells.</summary>
internal sealed class PracticalitiesPart : IPart
{
    public ScorePart Part => ScorePart.Practicalities;

    public bool HasData(CommunityIndex index) => index.HasLanguages || index.HasHours || index.HasLocations;

    public DirectedValue Score(PairQuery query, int candidate)
    {
        double sum = 0;
        int count = 0;
        if (query.Index.HasLanguages)
            (sum, count) = (sum + Ease.OfLanguage(query, candidate), count + 1);
        if (query.Index.HasHours)
            (sum, count) = (sum + Ease.OfHours(query, candidate), count + 1);
        if (query.Index.HasLocations)
            (sum, count) = (sum + Ease.OfDistance(query, candidate), count + 1);
        return DirectedValue.Both(sum / count);
    }
}
