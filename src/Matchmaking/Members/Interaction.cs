using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>One member did something towards another: replied, messaged, reacted, met.</summary>
[JsonConverter(typeof(CommunityJsonConverter))]
public sealed record Interaction
{
    internal const string DefaultKind = "interaction";
    internal const double DefaultWeight = 1;

    /// <summary>The id of the member who acted.</summary>
    public required string FromId
    {
        get;
        init => field = Guard.Identifier(value);
    }

    /// <summary>The id of the member towards whom they acted.</summary>
    public required string ToId
    {
        get;
        init => field = Guard.Identifier(value);
    }

    /// <summary>
    /// What it was, in the host's own words ("reply", "message", "reaction"). The words tell signs of interest, contacts and meetings apart
    /// (<see cref="MatchmakerOptions.AcquaintanceThreshold"/>); <see cref="MatchmakerOptions.InteractionWeights"/> says otherwise.
    /// </summary>
    public string Kind
    {
        get;
        init => field = Guard.Identifier(value);
    } = DefaultKind;

    /// <summary>
    /// When it was; older interactions count less (<see cref="MatchmakerOptions.HalfLife"/>). Null: not known; it counts in full, and
    /// nothing that happens in time is learned from it. <see cref="Matchmaker.Record(Interaction)"/> takes null for now.
    /// </summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>How much it counts beside the others, in (0, 1000]; 1 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight is outside (0, 1000] or not a number.</exception>
    public double Weight
    {
        get;
        init => field = Guard.Positive(value, 1000);
    } = DefaultWeight;
}
