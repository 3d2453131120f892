namespace Matchmaking.Indexing;

/// <summary>How many members tell what: a part of which nobody tells anything has no weight.</summary>
internal readonly record struct ProfileCounts(
    int Interests,
    int Needs,
    int Offers,
    int Languages,
    int Hours,
    int Zones,
    int Locations,
    int Mentors,
    int Mentees,
    int Withholding
)
{
    public ProfileCounts With(Member member, int times = 1) =>
        new(
            Interests + (member.Interests.Count > 0 ? times : 0),
            Needs + (member.Needs.Count > 0 ? times : 0),
            Offers + (member.Offers.Count > 0 ? times : 0),
            Languages + (member.Languages.Count > 0 ? times : 0),
            Hours + (member.Availability is { Windows.Count: > 0 } ? times : 0),
            Zones + (member is { TimeZone: not null, Availability: not { Windows.Count: > 0 } } ? times : 0),
            Locations + (member.Location is not null ? times : 0),
            Mentors + (member.Mentoring is { Mentors: true } ? times : 0),
            Mentees + (member.Mentoring is { SeeksMentor: true } ? times : 0),
            Withholding + (member.Record.WithholdsAnything ? times : 0)
        );

    public ProfileCounts Without(Member member) => With(member, -1);
}
