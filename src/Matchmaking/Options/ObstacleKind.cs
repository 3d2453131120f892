namespace Matchmaking;

/// <summary>
/// What stands against an introduction, by its code. The library's own kinds are the members of this type; a host's rules use codes of
/// their own (<see cref="RuleVerdict.Refuse(ObstacleKind, string)"/>). Two are equal if their codes are, letter by letter.
/// </summary>
public readonly record struct ObstacleKind
{
    private readonly string? _code;

    /// <summary>The kind of a code.</summary>
    /// <param name="code">The code, such as "otherSite": a short word in camel case, the same in every language.</param>
    /// <exception cref="ArgumentException">The code is empty or contains control characters.</exception>
    public ObstacleKind(string code) => _code = Guard.Identifier(code, nameof(code));

    /// <summary>The two are one member.</summary>
    public static ObstacleKind SameMember { get; } = new("sameMember");

    /// <summary>One of the two has blocked the other. The explanation does not say which.</summary>
    public static ObstacleKind Blocked { get; } = new("blocked");

    /// <summary>One of the two wants no introductions for now.</summary>
    public static ObstacleKind Paused { get; } = new("paused");

    /// <summary>One of the two has had as many introductions within 30 days as they want.</summary>
    public static ObstacleKind MonthlyCapReached { get; } = new("monthlyCapReached");

    /// <summary>The two were introduced not long ago.</summary>
    public static ObstacleKind CoolingDown { get; } = new("coolingDown");

    /// <summary>The two know each other already.</summary>
    public static ObstacleKind AlreadyConnected { get; } = new("alreadyConnected");

    /// <summary>The two speak no common language.</summary>
    public static ObstacleKind NoCommonLanguage { get; } = new("noCommonLanguage");

    /// <summary>The two have too few hours in common.</summary>
    public static ObstacleKind TooFewCommonHours { get; } = new("tooFewCommonHours");

    /// <summary>The host's own predicate forbids it (<see cref="MatchmakerOptions.Allow"/>, <see cref="SuggestOptions.Allow"/>).</summary>
    public static ObstacleKind HostRule { get; } = new("hostRule");

    /// <summary>The call excluded the member (<see cref="SuggestOptions.Exclude"/>).</summary>
    public static ObstacleKind Excluded { get; } = new("excluded");

    /// <summary>Neither of the two could be the other's mentor: one has to seek a mentor, the other to be one.</summary>
    public static ObstacleKind NotAMentorPair { get; } = new("notAMentorPair");

    /// <summary>The mentor masters nothing that the mentee wants to learn, where both tell.</summary>
    public static ObstacleKind NoTopicToLearn { get; } = new("noTopicToLearn");

    /// <summary>The mentor is told to be no further than the mentee in what the mentee wants to learn.</summary>
    public static ObstacleKind NotAhead { get; } = new("notAhead");

    /// <summary>
    /// The mentor names so many more topics than others do that they do not tell what the mentor is good at: above four times what nine in
    /// ten name. Whoever met the mentor, and found it good, adds one to the topics that count.
    /// </summary>
    public static ObstacleKind TooManyTopics { get; } = new("tooManyTopics");

    /// <summary>Neither has anything that the other is looking for (kind complementary).</summary>
    public static ObstacleKind NoNeedMet { get; } = new("noNeedMet");

    /// <summary>The mentor has no free place.</summary>
    public static ObstacleKind NoMentorCapacity { get; } = new("noMentorCapacity");

    /// <summary>The network connects the two already, so that there is nothing to bridge.</summary>
    public static ObstacleKind NothingToBridge { get; } = new("nothingToBridge");

    /// <summary>The second is not settled enough to be a buddy, as far as is known.</summary>
    public static ObstacleKind NotSettled { get; } = new("notSettled");

    /// <summary>
    /// A rule stands against it that rests on something which one of the two hides: which rule it is would tell on them.
    /// </summary>
    public static ObstacleKind NotAvailable { get; } = new("notAvailable");

    /// <summary>Neither of the two is a newcomer to be welcomed, as far as is known.</summary>
    public static ObstacleKind NobodyNew { get; } = new("nobodyNew");

    /// <summary>The mentee has a mentor already (<see cref="SuggestOptions.IncludeMentored"/>).</summary>
    public static ObstacleKind HasMentor { get; } = new("hasMentor");

    private static readonly ObstacleKind[] s_wellKnown =
    [
        SameMember,
        Blocked,
        Paused,
        MonthlyCapReached,
        CoolingDown,
        AlreadyConnected,
        NoCommonLanguage,
        TooFewCommonHours,
        HostRule,
        Excluded,
        NotAMentorPair,
        NoTopicToLearn,
        NoNeedMet,
        NoMentorCapacity,
        NothingToBridge,
        NotSettled,
        NotAvailable,
        NobodyNew,
        HasMentor,
        NotAhead,
        TooManyTopics,
    ];

    /// <summary>The code, as it stands in JSON; empty of a default value.</summary>
    public string Code => _code ?? "";

    /// <summary>The library's own kinds, in the order in which they are told.</summary>
    internal static ReadOnlySpan<ObstacleKind> WellKnown => s_wellKnown;

    /// <summary>The place among the library's own kinds; −1 of a host's code.</summary>
    internal int Place => Array.IndexOf(s_wellKnown, this);

    /// <summary>The code in Pascal case, as names of phrases have it.</summary>
    internal string PhraseName => $"{char.ToUpperInvariant(Code[0])}{Code[1..]}";

    /// <inheritdoc/>
    public override string ToString() => Code;
}

/// <summary>Why a pair is not suggested.</summary>
public sealed record Obstacle
{
    /// <summary>Which rule stands against it.</summary>
    public required ObstacleKind Kind { get; init; }

    /// <summary>The rule in words, in the language that was asked for.</summary>
    public required string Text { get; init; }
}
