using System.Collections.Frozen;

namespace Matchmaking.Members;

/// <summary>The names of the fields that a member can hide from explanations (<see cref="Member.Hidden"/>).</summary>
internal static class MemberField
{
    public const string Interests = "interests";
    public const string Offers = "offers";
    public const string Needs = "needs";
    public const string Bio = "bio";
    public const string Texts = "texts";
    public const string Languages = "languages";
    public const string TimeZone = "timeZone";
    public const string Location = "location";
    public const string Joined = "joined";
    public const string Mentoring = "mentoring";
    public const string Availability = "availability";
    public const string Activities = "activities";
    public const string Attributes = "attributes";

    public const string AttributePrefix = Attributes + ".";

    private static readonly FrozenSet<string> s_names = FrozenSet.Create(
        StringComparer.Ordinal,
        Interests,
        Offers,
        Needs,
        Bio,
        Texts,
        Languages,
        TimeZone,
        Location,
        Joined,
        Mentoring,
        Availability,
        Activities,
        Attributes
    );

    public static void Validate(string name, string property = nameof(Member.Hidden))
    {
        if (s_names.Contains(name) || (name.StartsWith(AttributePrefix, StringComparison.Ordinal) && name.Length > AttributePrefix.Length))
            return;
        throw new ArgumentException(
            $"'{name}' is not a field that can be hidden; known are {string.Join(", ", s_names.Order(StringComparer.Ordinal))} and "
                + $"attributes.<name>",
            property
        );
    }
}
