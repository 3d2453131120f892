using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>Something a member likes and would gladly talk about.</summary>
[JsonConverter(typeof(CommunityJsonConverter))]
public sealed record Interest
{
    internal const double DefaultWeight = 1;

    /// <summary>The topic as the member wrote it; case, accents, plurals and small slips do not keep two members apart.</summary>
    /// <exception cref="ArgumentException">The topic is empty or contains control characters.</exception>
    public required string Topic
    {
        get;
        init => field = Guard.Identifier(value);
    }

    /// <summary>
    /// How much the topic matters to the member, in (0, 1]; 1 unless told. Less than a millionth counts as a millionth.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The weight is outside (0, 1] or not a number.</exception>
    public double Weight
    {
        get;
        init => field = Guard.Positive(value, 1);
    } = DefaultWeight;
}
