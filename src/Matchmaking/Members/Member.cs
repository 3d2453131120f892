using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>
/// Somebody in the community: what they like, can give and are looking for, and on what terms they want to meet others.
/// Only <see cref="Id"/> is required; the more is told, the better the introductions.
/// </summary>
/// <remarks>Immutable. Lists that are handed in must not be changed afterwards.</remarks>
[JsonConverter(typeof(CommunityJsonConverter))]
public sealed record Member
{
    /// <summary>The host's own identifier, unique in the community; compared as written.</summary>
    /// <exception cref="ArgumentException">The id is empty or contains control characters.</exception>
    public required string Id
    {
        get;
        init => field = Guard.Identifier(value);
    }

    /// <summary>What the member is called in explanations; the <see cref="Id"/> where it is not told.</summary>
    /// <exception cref="ArgumentException">The name is empty or contains control characters.</exception>
    public string Name
    {
        get => field ?? Id;
        init => field = value is null ? null! : Guard.Identifier(value);
    }

    /// <summary>
    /// What others call the member when they speak to them ("Amélie"); null: not told, and the <see cref="Name"/> stands in.
    /// </summary>
    /// <exception cref="ArgumentException">The name is empty or contains control characters.</exception>
    public string? GivenName
    {
        get;
        init => field = value is null ? null : Guard.Identifier(value);
    }

    /// <summary>What the member writes about themselves; null: nothing.</summary>
    /// <exception cref="ArgumentException">The text contains a NUL character.</exception>
    public string? Bio
    {
        get;
        init => field = value is null ? null : Guard.Text(value);
    }

    /// <summary>
    /// Any number of further texts: answers to a questionnaire, posts. Two members' texts count by the three most similar pairs.
    /// </summary>
    /// <exception cref="ArgumentException">A text is null or contains a NUL character.</exception>
    public IReadOnlyList<string> Texts
    {
        get;
        init
        {
            foreach (string text in Guard.NoNulls(value))
                Guard.Text(text);
            field = value;
        }
    } = [];

    /// <summary>The languages the member speaks, best first, as BCP 47 tags ("fr", "en-GB"); empty: not told.</summary>
    /// <exception cref="ArgumentException">A tag is not a known language.</exception>
    public IReadOnlyList<string> Languages
    {
        get;
        init
        {
            foreach (string tag in Guard.NoNulls(value))
                LanguageTag.Validate(tag);
            field = value;
        }
    } = [];

    /// <summary>The member's time zone as an IANA name ("Europe/Paris"); null: not told.</summary>
    /// <exception cref="ArgumentException">The name is not a known time zone.</exception>
    public string? TimeZone
    {
        get;
        init => field = value is null ? null : TimeZones.Validate(value);
    }

    /// <summary>Where the member lives; null: not told.</summary>
    public Location? Location { get; init; }

    /// <summary>When the member joined the community; null: not told.</summary>
    public DateTimeOffset? Joined { get; init; }

    /// <summary>What the member likes.</summary>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public IReadOnlyList<Interest> Interests
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>What the member can give.</summary>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public IReadOnlyList<Offer> Offers
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>What the member is looking for.</summary>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public IReadOnlyList<Need> Needs
    {
        get;
        init => field = Guard.NoNulls(value);
    } = [];

    /// <summary>Whether the member mentors or seeks a mentor; null: neither.</summary>
    public MentoringPreferences? Mentoring { get; init; }

    /// <summary>When and how often the member wants to meet; null: not told.</summary>
    public Availability? Availability { get; init; }

    /// <summary>
    /// The ids of those the member never wants to be introduced to; it holds in both directions, and nobody is told.
    /// An id need not be a member's. <see cref="Matchmaker.Remove"/> takes the id of whoever it removes off everybody's list: a host who
    /// wants a block to outlast that keeps it, and sets it again.
    /// </summary>
    /// <exception cref="ArgumentException">An id is null, empty or contains control characters.</exception>
    public IReadOnlyList<string> Blocks
    {
        get;
        init
        {
            foreach (string id in Guard.NoNulls(value))
                Guard.Identifier(id);
            field = value;
        }
    } = [];

    /// <summary>Whatever else the host knows: attribute name to number, category or set of categories.</summary>
    /// <exception cref="ArgumentException">A name is empty or contains control characters, or a value is null.</exception>
    public IReadOnlyDictionary<string, AttributeValue> Attributes
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach ((string name, AttributeValue attribute) in value)
            {
                Guard.Identifier(name);
                if (attribute is null)
                    throw new ArgumentException($"the attribute '{name}' is null", nameof(Attributes));
            }

            field = value;
        }
    } = System.Collections.ObjectModel.ReadOnlyDictionary<string, AttributeValue>.Empty;

    /// <summary>
    /// The fields that count for the score but that no explanation may show to anybody: the names of fields
    /// ("needs", "bio", …) or one attribute ("attributes.employer").
    /// </summary>
    /// <exception cref="ArgumentException">A name is none of those.</exception>
    public IReadOnlyList<string> Hidden
    {
        get;
        init
        {
            foreach (string name in Guard.NoNulls(value))
                MemberField.Validate(name);
            field = value;
        }
    } = [];

    /// <summary>
    /// For what a field may be used, where the member said so: the names that <see cref="Hidden"/> knows, each with its purposes. What is
    /// said of "attributes" holds for each attribute of which nothing else is said. <see cref="PurposesOf"/> says what follows.
    /// </summary>
    /// <exception cref="ArgumentException">A name is none of a field, or purposes are none of <see cref="FieldPurposes"/>.</exception>
    public IReadOnlyDictionary<string, FieldPurposes> Consent
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach ((string name, FieldPurposes purposes) in value)
            {
                MemberField.Validate(name, nameof(Consent));
                if ((purposes & ~FieldPurposes.All) != 0)
                    throw new ArgumentOutOfRangeException(nameof(Consent), purposes, "must be shown, matching, learning, or some of them");
            }

            field = value;
        }
    } = System.Collections.ObjectModel.ReadOnlyDictionary<string, FieldPurposes>.Empty;

    /// <summary>
    /// For what a field may be used: what <see cref="Consent"/> says of it; else for everything, and where it is <see cref="Hidden"/> for
    /// matching alone. What is hidden is never shown, whatever else is said.
    /// </summary>
    /// <param name="memberField">The name of a field ("needs", "bio", …), or of one attribute ("attributes.employer").</param>
    /// <exception cref="ArgumentException">The name is none of those.</exception>
    public FieldPurposes PurposesOf(string memberField)
    {
        ArgumentNullException.ThrowIfNull(memberField);
        MemberField.Validate(memberField, nameof(memberField));
        string? all = memberField.StartsWith(MemberField.AttributePrefix, StringComparison.Ordinal) ? MemberField.Attributes : null;
        bool hidden = IsHidden(memberField) || (all is not null && IsHidden(all));
        if (!Consent.TryGetValue(memberField, out FieldPurposes purposes) && (all is null || !Consent.TryGetValue(all, out purposes)))
            return hidden ? FieldPurposes.Matching : FieldPurposes.All;
        return hidden ? purposes & ~FieldPurposes.Shown : purposes;
    }

    /// <summary>
    /// What this member shows to others: the same without fields that may not be shown, and without what is between the member and the host
    /// (<see cref="Blocks"/>, <see cref="Hidden"/>, <see cref="Consent"/>, pauses and caps). Answers are written as JSON in this form.
    /// </summary>
    public Member ShownToOthers() => MemberView.Of(this);

    /// <summary>The member as the host gave it, where this is what one purpose sees of it (<see cref="MemberView"/>).</summary>
    internal Member Record => Original ?? this;

    internal Member? Original { get; init; }

    /// <summary>Whether this is a view for which the member's participations do not count.</summary>
    internal bool WithholdsActivities { get; init; }

    /// <summary>Whether any field may not be used for everything.</summary>
    internal bool WithholdsAnything => Hidden.Count > 0 || Consent.Count > 0;

    internal bool Hides(string memberField) =>
        Consent.Count == 0 ? IsHidden(memberField) : (PurposesOf(memberField) & FieldPurposes.Shown) == 0;

    /// <summary>The languages in which others write to this member: a hidden one is none.</summary>
    internal IReadOnlyList<string> ShownLanguages => Hides(MemberField.Languages) ? [] : Languages;

    /// <summary>Whether there is any field that this member does not show.</summary>
    internal bool HidesAnything =>
        Hidden.Count > 0 || (Consent.Count > 0 && Consent.Values.Any(static purposes => (purposes & FieldPurposes.Shown) == 0));

    /// <summary>Whether the member hides all attributes, or any one of them.</summary>
    internal bool HidesAttributes =>
        HidesAnything
        && (
            Hides(MemberField.Attributes)
            || Hidden
                .Concat(Consent.Keys)
                .Any(name => name.StartsWith(MemberField.AttributePrefix, StringComparison.Ordinal) && Hides(name))
        );

    private bool IsHidden(string memberField)
    {
        foreach (string name in Hidden)
        {
            if (name == memberField)
                return true;
        }

        return false;
    }

    /// <summary>Whether the other is this very object: lists are not compared.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(Member? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
