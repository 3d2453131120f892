namespace Matchmaking.Members;

/// <summary>Where a member becomes what others see: nowhere else is that decided.</summary>
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
            Attributes = Attributes(member),
        };

    private static IReadOnlyList<T> Shown<T>(Member member, string memberField, IReadOnlyList<T> values) =>
        member.Hides(memberField) ? [] : values;

    private static Dictionary<string, AttributeValue> Attributes(Member member)
    {
        var shown = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        foreach ((string name, AttributeValue value) in member.Attributes)
        {
            if ((member.PurposesOf(MemberField.AttributePrefix + name) & FieldPurposes.Shown) != 0)
                shown.Add(name, value);
        }

        return shown;
    }
}
