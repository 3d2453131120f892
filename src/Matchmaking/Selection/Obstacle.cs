namespace Matchmaking;

/// <summary>What can stand against an introduction.</summary>
public enum ObstacleKind
{
    /// <summary>The two are one member.</summary>
    SameMember,

    /// <summary>One of the two has blocked the other. The explanation does not say which.</summary>
    Blocked,

    /// <summary>One of the two wants no introductions for now.</summary>
    Paused,

    /// <summary>One of the two has had as many introductions within 30 days as they want.</summary>
    MonthlyCapReached,

    /// <summary>The two were introduced not long ago.</summary>
    CoolingDown,

    /// <summary>The two know each other already.</summary>
    AlreadyConnected,

    /// <summary>The two speak no common language.</summary>
    NoCommonLanguage,

    /// <summary>The two have too few hours in common.</summary>
    TooFewCommonHours,

    /// <summary>The host's own rule forbids it (<see cref="MatchmakerOptions.Allow"/>, <see cref="SuggestOptions.Allow"/>).</summary>
    HostRule,

    /// <summary>The call excluded the member (<see cref="SuggestOptions.Exclude"/>).</summary>
    Excluded,

    /// <summary>The first does not seek a mentor, or the second is none.</summary>
    NotAMentorPair,

    /// <summary>The mentor masters nothing that the mentee wants to learn, where both tell.</summary>
    NoTopicToLearn,

    /// <summary>Neither has anything that the other is looking for (kind complementary).</summary>
    NoNeedMet,

    /// <summary>The mentor has no free place.</summary>
    NoMentorCapacity,

    /// <summary>The network connects the two already, so that there is nothing to bridge.</summary>
    NothingToBridge,

    /// <summary>The second is not settled enough to be a buddy.</summary>
    NotSettled,
}

/// <summary>Why a pair is not suggested.</summary>
/// <param name="Kind">Which rule stands against it.</param>
/// <param name="Text">The rule in words, in the language that was asked for.</param>
public sealed record Obstacle(ObstacleKind Kind, string Text);
