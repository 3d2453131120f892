using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>Something a member is looking for.</summary>
[JsonConverter(typeof(CommunityJsonConverter))]
public sealed record Need
{
    internal const int DefaultLevel = 1;
    internal const double DefaultImportance = 1;

    /// <summary>The topic as the member wrote it.</summary>
    /// <exception cref="ArgumentException">The topic is empty or contains control characters.</exception>
    public required string Topic
    {
        get;
        init => field = Guard.Identifier(value);
    }

    /// <summary>The level the helper should have, from 1 (any) to 5 (expert); 1 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is outside 1..5.</exception>
    public int Level
    {
        get;
        init => field = Guard.InRange(value, 1, 5);
    } = DefaultLevel;

    /// <summary>
    /// How much the need matters beside the member's other needs, in (0, 1]; 1 unless told. Less than a millionth counts as a millionth.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The importance is outside (0, 1] or not a number.</exception>
    public double Importance
    {
        get;
        init => field = Guard.Positive(value, 1);
    } = DefaultImportance;
}
