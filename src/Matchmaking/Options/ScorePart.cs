using System.Text.Json.Serialization;
using Matchmaking.Internal;

namespace Matchmaking;

/// <summary>
/// A part of which a score is made, by its name. Those that the library knows are the static members; a host's own part
/// (<see cref="IScorePart"/>) has a name of its own. Two are equal if their names are. In JSON it is its name.
/// </summary>
[JsonConverter(typeof(ScorePartJsonConverter))]
public readonly record struct ScorePart
{
    private const int LongestName = 64;

    private readonly string? _name;

    /// <summary>The part of a name. This is also how a name is read back: any valid name is a part, known or not.</summary>
    /// <param name="name">
    /// A small letter of a to z, then letters and digits of ASCII, "-", "_" or "."; at most 64 characters. Case counts.
    /// </param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name is not such a name.</exception>
    public ScorePart(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsName(name))
            throw new ArgumentException(
                $"'{name}' is no name of a part: a letter of a to z, then at most {LongestName - 1} letters, digits, '-', '_' or '.'",
                nameof(name)
            );
        _name = name;
    }

    /// <summary>Interests in common; rare ones count more than common ones.</summary>
    public static ScorePart SharedInterests { get; } = new("sharedInterests");

    /// <summary>How far the other's offers cover one's needs.</summary>
    public static ScorePart NeedsMet { get; } = new("needsMet");

    /// <summary>Closeness of what the two write about themselves.</summary>
    public static ScorePart Text { get; } = new("text");

    /// <summary>Closeness in the network: acquaintances and activities in common.</summary>
    public static ScorePart Network { get; } = new("network");

    /// <summary>Whether meeting is easy: language, hours, distance.</summary>
    public static ScorePart Practicalities { get; } = new("practicalities");

    /// <summary>How recently and how much the other takes part.</summary>
    public static ScorePart Activity { get; } = new("activity");

    /// <summary>How well the mentor's levels, topics and capacity fit the mentee's.</summary>
    public static ScorePart MentorFit { get; } = new("mentorFit");

    /// <summary>
    /// What the host's own attributes of the two tell: ages, offices, answers to a questionnaire. Only learned scores have it.
    /// </summary>
    public static ScorePart Profile { get; } = new("profile");

    /// <summary>What any pair has: the rate at which introductions end well. Only learned scores have it.</summary>
    public static ScorePart Baseline { get; } = new("baseline");

    /// <summary>What became of earlier introductions of the two, one by one. Only learned scores have it.</summary>
    public static ScorePart History { get; } = new("history");

    /// <summary>
    /// What rests on fields that either of the two hides, told as one so that nothing can be read from it (see the documents on privacy).
    /// Only answers have it: no weight is given to it.
    /// </summary>
    public static ScorePart Other { get; } = new("other");

    /// <summary>Those that the library knows. The order is that of files of models, and stays.</summary>
    internal static IReadOnlyList<ScorePart> WellKnown { get; } =
    [SharedInterests, NeedsMet, Text, Network, Practicalities, Activity, MentorFit, Profile, Baseline, History];

    /// <summary>The name, such as "sharedInterests"; empty of the default value, which is no part and is nowhere accepted as one.</summary>
    public string Name => _name ?? "";

    /// <summary>The <see cref="Name"/>.</summary>
    public override string ToString() => Name;

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName
        && char.IsAsciiLetterLower(name[0])
        && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
