using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>A member took part in an activity. Two members of one small activity have met.</summary>
[JsonConverter(typeof(CommunityJsonConverter))]
public sealed record Participation
{
    /// <summary>The member's id.</summary>
    public required string MemberId
    {
        get;
        init => field = Guard.Identifier(value);
    }

    /// <summary>The activity's id.</summary>
    public required string ActivityId
    {
        get;
        init => field = Guard.Identifier(value);
    }

    /// <summary>When; null: at the activity's own time, or unknown where it has none.</summary>
    public DateTimeOffset? Time { get; init; }
}
