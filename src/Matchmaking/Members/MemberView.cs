namespace Matchmaking.Members;

/// <summary>
/// Where a member becomes what others see, what matching sees, and what learning sees: nowhere else is that decided.
/// </summary>
internal static class MemberView
{
    /// <summary>
    /// Without the fields that the member does not show, and without what is between the member and the host: blocks, which fields are
    /// hidden, consent, pauses and caps.
    /// </summary>
    public static Member Of(Member member) =>
        new()
        {
            Id = member.Id,
            Name = member.Name,
            GivenName = member.GivenName,
            Bio = member.Hides(MemberField.Bio) ? null : member.Bio,
            Texts = Shown(member, MemberField.Texts, member.Texts),
            Languages = Shown(member, MemberField.Languages, member.Languages),
            TimeZone = member.Hides(MemberField.TimeZone) ? null : member.TimeZone,
            Location = member.Hides(MemberField.Location) ? null : member.Location,
            Joined = member.Hides(MemberField.Joined) ? null : member.Joined,
            Interests = Shown(member, MemberField.Interests, member.Interests),
            Offers = Shown(member, MemberField.Offers, member.Offers),
            Needs = Shown(member, MemberField.Needs, member.Needs),
            Mentoring = member.Hides(MemberField.Mentoring) ? null : member.Mentoring,
            Availability =
                member.Hides(MemberField.Availability) || member.Availability is not { Windows.Count: > 0 } availability
                    ? null
                    : new() { Windows = availability.Windows },
            Attributes = Attributes(member, name => (member.PurposesOf(MemberField.AttributePrefix + name) & FieldPurposes.Shown) != 0),
        };

    /// <summary>
    /// What matching or learning sees of a member: without the fields that may not be used for it, but with all that rules go by (blocks,
    /// pauses, caps). It is the member itself where nothing is withheld, and knows its <see cref="Member.Record"/> elsewhere.
    /// </summary>
    /// <param name="member">The member, or a view of it.</param>
    /// <param name="purpose">Matching or learning. What is not for matching is not for learning either.</param>
    /// <param name="hidden">What hidden fields are used for.</param>
    public static Member For(Member member, FieldPurposes purpose, HiddenFields hidden)
    {
        Member record = member.Record;
        if (!record.WithholdsAnything)
            return record;
        FieldPurposes needed = purpose | FieldPurposes.Matching;
        // Points of texts are kept without their texts: those of one who withholds any text are withheld from learning together.
        bool texts = Uses(MemberField.Bio) && Uses(MemberField.Texts);
        bool apart = purpose == FieldPurposes.Matching;
        return record with
        {
            Original = record,
            WithholdsActivities = !Uses(MemberField.Activities),
            Bio =
                apart ? Of(MemberField.Bio, record.Bio)
                : texts ? record.Bio
                : null,
            Texts = (apart ? Uses(MemberField.Texts) : texts) ? record.Texts : [],
            Languages = Of(MemberField.Languages, record.Languages) ?? [],
            TimeZone = Of(MemberField.TimeZone, record.TimeZone),
            Location = Of(MemberField.Location, record.Location),
            Joined = Uses(MemberField.Joined) ? record.Joined : null,
            Interests = Of(MemberField.Interests, record.Interests) ?? [],
            Offers = Of(MemberField.Offers, record.Offers) ?? [],
            Needs = Of(MemberField.Needs, record.Needs) ?? [],
            Mentoring = Of(MemberField.Mentoring, record.Mentoring),
            Availability = Uses(MemberField.Availability) ? record.Availability : WithoutHours(record.Availability),
            Attributes = Attributes(record, name => Uses(MemberField.AttributePrefix + name)),
        };

        bool Uses(string memberField) =>
            (record.PurposesOf(memberField) & needed) == needed && (hidden == HiddenFields.Match || !record.Hides(memberField));

        T? Of<T>(string memberField, T? value)
            where T : class => Uses(memberField) ? value : null;
    }

    /// <summary>What members show to others; the same list where nobody hides anything.</summary>
    public static IReadOnlyList<Member> Shown(IReadOnlyList<Member> members) =>
        members.Any(static member => member.WithholdsAnything)
            ? [.. members.Select(static member => member.WithholdsAnything ? Of(member) : member)]
            : members;

    /// <summary>The members of a community as a purpose sees them; the community itself where nobody withholds anything.</summary>
    public static Community For(Community community, FieldPurposes purpose, HiddenFields hidden) =>
        community.Members.Any(static member => member.Record.WithholdsAnything)
            ? community.WithMembers([.. community.Members.Select(member => For(member, purpose, hidden))])
            : community;

    /// <summary>The community as the host knows it.</summary>
    public static Community Records(Community community) =>
        community.Members.Any(static member => member.Original is not null)
            ? community.WithMembers([.. community.Members.Select(static member => member.Record)])
            : community;

    private static Availability? WithoutHours(Availability? availability) =>
        availability is null ? null : availability with { Windows = [] };

    private static IReadOnlyList<T> Shown<T>(Member member, string memberField, IReadOnlyList<T> values) =>
        member.Hides(memberField) ? [] : values;

    private static Dictionary<string, AttributeValue> Attributes(Member member, Func<string, bool> isUsed) =>
        member.Attributes.Where(attribute => isUsed(attribute.Key)).ToDictionary(StringComparer.Ordinal);
}
