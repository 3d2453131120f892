using System.Globalization;

namespace Matchmaking.Testing;

/// <summary>
/// What generated members are called, like and write. Topics differ in whole words, so that none is taken for a slip of another.
/// </summary>
internal static class GeneratedWords
{
    private static readonly string[] s_nouns =
    [
        "jazz",
        "chess",
        "climbing",
        "pottery",
        "astronomy",
        "gardening",
        "marketing",
        "accounting",
        "photography",
        "cooking",
        "sailing",
        "poetry",
        "robotics",
        "theatre",
        "cycling",
        "knitting",
        "archery",
        "brewing",
        "yoga",
        "carpentry",
        "genealogy",
        "surfing",
        "calligraphy",
        "statistics",
        "beekeeping",
        "origami",
        "negotiation",
        "volleyball",
        "translation",
        "geology",
        "swimming",
        "linguistics",
        "juggling",
        "weaving",
        "fundraising",
        "opera",
        "hiking",
        "magic",
        "philosophy",
        "badminton",
    ];

    private static readonly string[] s_qualifiers =
    [
        "beginner",
        "historical",
        "competitive",
        "family",
        "outdoor",
        "professional",
        "digital",
        "traditional",
        "weekend",
        "experimental",
        "regional",
        "evening",
    ];

    private static readonly string[] s_given =
    [
        "Amélie",
        "Bob",
        "Chen",
        "Dalia",
        "Emil",
        "Fatou",
        "Goran",
        "Hana",
        "Ivo",
        "Jeanne",
        "Karim",
        "Léa",
        "Mateo",
        "Nora",
        "Omar",
        "Priya",
        "Quentin",
        "Rosa",
        "Sven",
        "Thu",
    ];

    private static readonly string[] s_words =
    [
        "love",
        "music",
        "mountains",
        "software",
        "community",
        "school",
        "startup",
        "travel",
        "children",
        "writing",
        "research",
        "garden",
        "kitchen",
        "museum",
        "language",
        "design",
    ];

    private static readonly string[] s_fields = ["interests", "needs", "bio", "location", "languages", "activities"];

    public static string Topic(int i)
    {
        string noun = s_nouns[i % s_nouns.Length];
        int rest = i / s_nouns.Length;
        if (rest == 0)
            return noun;
        string first = s_qualifiers[(rest - 1) % s_qualifiers.Length];
        int more = (rest - 1) / s_qualifiers.Length;
        return more == 0 ? $"{first} {noun}" : $"{s_qualifiers[(more - 1) % s_qualifiers.Length]} {first} {noun}";
    }

    public static string GivenName(int i) => s_given[i % s_given.Length];

    public static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"{GivenName(i)} {i}");

    public static string Text(Random chance) =>
        string.Join(' ', Enumerable.Range(0, 6).Select(_ => s_words[chance.Next(s_words.Length)]).ToArray());

    public static string Field(double share) => s_fields[(int)(share * s_fields.Length)];
}
