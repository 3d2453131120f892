namespace Matchmaking.Parts;

/// <summary>Language, hours and distance: the mean of those of which anybody in the community tells.</summary>
internal sealed class PracticalitiesPart : ScoringPart
{
    private const double NearKm = 50;
    private const double SamePlaceKm = 5;

    /// <summary>What makes a meeting easy is less of a reason for it than what it would be about.</summary>
    private const double Ease = .5;

    public override ScorePart Part => ScorePart.Practicalities;

    internal override string[]? RestsOn { get; } =
    [MemberField.Languages, MemberField.Availability, MemberField.TimeZone, MemberField.Location];

    // Half a community is as easy to meet as can be.
    internal override bool IsSource => false;

    public override bool HasData(CommunityIndex index) => index.HasLanguages || index.ComparesHours || index.HasLocations;

    public override DirectedValue Score(PairQuery query, int candidate)
    {
        double sum = 0;
        int count = 0;
        if (query.Index.HasLanguages)
            (sum, count) = (sum + Practicality.OfLanguage(query, candidate), count + 1);
        if (query.Index.ComparesHours)
            (sum, count) = (sum + Practicality.OfHours(query, candidate), count + 1);
        if (query.Index.HasLocations)
            (sum, count) = (sum + Practicality.OfDistance(query, candidate), count + 1);
        return DirectedValue.Both(sum / count);
    }

    internal override PartColumns LayOut(CommunityIndex index, SegmentRows rows) => new PracticalitiesColumns(index, rows);

    internal override void AddReasons(ReasonList reasons, double mine, double theirs)
    {
        Side side = reasons.Side;
        if (mine <= 0)
            return;
        if (side.Shows(MemberField.Languages))
            AddLanguages(reasons, side);
        // Hours and days in common are of use, and say little: most have some.
        if (
            reasons.Query.CommonHours(reasons.Candidate) is { } hours
            && WeekHours.Told(hours) is > 0 and double told
            && side.Shows(MemberField.Availability)
            && side.Shows(MemberField.TimeZone)
        )
            reasons.Add(new(Part, "CommonHours", .1 * Math.Min(1, .2 + (told / 10))) { Number = told });
        AddZones(reasons, side);
        if (side.ReaderProfile.Location is { } here && side.OtherProfile.Location is { } there && side.Shows(MemberField.Location))
        {
            double distance = GreatCircle.Kilometres(here, there);
            if (distance <= SamePlaceKm)
                reasons.Add(new(Part, "SamePlace", Ease * reasons.Commonness.OfPlace(here, same: true)));
            else if (distance <= NearKm)
                reasons.Add(
                    new(Part, "Near", Ease * reasons.Commonness.OfPlace(here, same: false))
                    {
                        Number = Math.Round(distance / SamePlaceKm) * SamePlaceKm,
                    }
                );
        }
    }

    private void AddLanguages(ReasonList reasons, Side side)
    {
        double special = 0;
        string[] languages = Languages.Common(side.ReaderProfile, side.OtherProfile);
        int count = 0;
        foreach (string language in languages)
        {
            if (reasons.Commonness.OfLanguage(language) is not (> 0 and double information))
                continue;
            special = Math.Max(special, information);
            languages[count++] = language;
        }

        Array.Resize(ref languages, count);
        if (count > 0)
            reasons.Add(new(Part, "CommonLanguages", Ease * special) { Topics = Array.ConvertAll(languages, WantedTopic.OfLanguage) });
    }

    /// <summary>Where neither tells hours and their time zones differ: how far their days overlap, which they did not tell.</summary>
    private void AddZones(ReasonList reasons, Side side)
    {
        if (
            reasons.Query.LikelyHours(reasons.Candidate) is { Of: { } all } hours
            && hours.Common < all - .5
            && WeekHours.Told(hours.Common / 7) is > 0 and double daily
            && side.Shows(MemberField.TimeZone)
            && side.Shows(MemberField.Availability)
        )
            reasons.Add(new(Part, "ZonesOverlap", .1) { Number = daily });
    }
}
