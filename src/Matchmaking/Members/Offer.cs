using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>Something a member can give to others: a skill, experience, a contact.</summary>
[JsonConverter(typeof(CommunityJsonConverter))]
public sealed record Offer
{
    internal const int DefaultLevel = 3;

    /// <summary>The topic as the member wrote it.</summary>
    /// <exception cref="ArgumentException">The topic is empty or contains control characters.</exception>
    public required string Topic
    {
        get;
        init => field = Guard.Identifier(value);
    }

    /// <summary>How well the member masters the topic, from 1 (beginner) to 5 (expert); 3 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside 1..5.</exception>
    public int Level
    {
        get;
        init => field = Guard.InRange(value, 1, 5);
    } = DefaultLevel;
}
