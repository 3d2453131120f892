namespace Matchmaking.Members;

/// <summary>
/// A member as JSON has it: everything may be missing. <see cref="Member"/> itself is not read into, because generated serialisers set
/// init-only properties that a file leaves out, too, to null or 0, and the defaults would be lost.
/// </summary>
internal sealed class MemberRow
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public string? GivenName { get; set; }

    public string? Bio { get; set; }

    public List<string>? Texts { get; set; }

    public List<string>? Languages { get; set; }

    public string? TimeZone { get; set; }

    public LocationRow? Location { get; set; }

    public DateTimeOffset? Joined { get; set; }

    public List<Interest>? Interests { get; set; }

    public List<Offer>? Offers { get; set; }

    public List<Need>? Needs { get; set; }

    public MentoringRow? Mentoring { get; set; }

    public AvailabilityRow? Availability { get; set; }

    public List<string>? Blocks { get; set; }

    public Dictionary<string, AttributeValue>? Attributes { get; set; }

    public List<string>? Hidden { get; set; }

    public Dictionary<string, FieldPurposes>? Consent { get; set; }

    /// <exception cref="ArgumentException">A value is missing or outside its range.</exception>
    public Member ToMember() =>
        new()
        {
            Id = Id ?? throw Missing("id"),
            Name = Name!,
            GivenName = GivenName,
            Bio = Bio,
            Texts = Texts ?? [],
            Languages = Languages ?? [],
            TimeZone = TimeZone,
            Location = Location?.ToLocation(),
            Joined = Joined,
            Interests = Interests ?? [],
            Offers = Offers ?? [],
            Needs = Needs ?? [],
            Mentoring = Mentoring?.ToMentoringPreferences(),
            Availability = Availability?.ToAvailability(),
            Blocks = Blocks ?? [],
            Attributes = Attributes
                ?? (IReadOnlyDictionary<string, AttributeValue>)
                    System.Collections.ObjectModel.ReadOnlyDictionary<string, AttributeValue>.Empty,
            Hidden = Hidden ?? [],
            Consent = Consent
                ?? (IReadOnlyDictionary<string, FieldPurposes>)
                    System.Collections.ObjectModel.ReadOnlyDictionary<string, FieldPurposes>.Empty,
        };

    internal static ArgumentException Missing(string name) => new("must be given", name);

    /// <summary>What is not told is null, so that it is not written.</summary>
    public static MemberRow Of(Member member) =>
        new()
        {
            Id = member.Id,
            Name = member.Name == member.Id ? null : member.Name,
            GivenName = member.GivenName,
            Bio = member.Bio,
            Texts = ListOrNull(member.Texts),
            Languages = ListOrNull(member.Languages),
            TimeZone = member.TimeZone,
            Location = member.Location is { } location ? LocationRow.Of(location) : null,
            Joined = member.Joined,
            Interests = ListOrNull(member.Interests),
            Offers = ListOrNull(member.Offers),
            Needs = ListOrNull(member.Needs),
            Mentoring = member.Mentoring is { } mentoring ? MentoringRow.Of(mentoring) : null,
            Availability = member.Availability is { } availability ? AvailabilityRow.Of(availability) : null,
            Blocks = ListOrNull(member.Blocks),
            Attributes = member.Attributes.Count == 0 ? null : new(member.Attributes, StringComparer.Ordinal),
            Hidden = ListOrNull(member.Hidden),
            Consent = member.Consent.Count == 0 ? null : new(member.Consent, StringComparer.Ordinal),
        };

    internal static List<T>? ListOrNull<T>(IEnumerable<T> values)
    {
        List<T> list = [.. values];
        return list.Count == 0 ? null : list;
    }
}
