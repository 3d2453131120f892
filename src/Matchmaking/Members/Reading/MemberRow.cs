namespace Matchmaking;

/// <summary>
/// A member as JSON has it: everything may be missing. <see cref="Member"/> itself is not read into, because generated serialisers set
/// init-only properties that a file leaves out, too, to null or 0, and the defaults would be lost.
/// </summary>
internal sealed class MemberRow
{
    public string? Id { get; set; }

    public string? Name { get; set; }

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

    /// <exception cref="ArgumentException">A value is missing or outside its range.</exception>
    public Member ToMember() =>
        new()
        {
            Id = Id ?? throw Missing("id"),
            Name = Name!,
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
        };

    internal static ArgumentException Missing(string name) => new("must be given", name);
}
