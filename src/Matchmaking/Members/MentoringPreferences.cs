using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>The part a member wants to take in mentoring.</summary>
public enum MentoringRole
{
    /// <summary>Wants to be mentored.</summary>
    Mentee,

    /// <summary>Is ready to mentor others.</summary>
    Mentor,

    /// <summary>Both, on different topics.</summary>
    Both,
}

/// <summary>Whether a member mentors or seeks a mentor, how many, and on what.</summary>
[JsonConverter(typeof(CommunityJsonConverter))]
public sealed record MentoringPreferences
{
    internal const int DefaultCapacity = 1;

    /// <summary>Mentor, mentee or both.</summary>
    public required MentoringRole Role
    {
        get;
        init => field = Guard.Defined(value);
    }

    /// <summary>
    /// How many mentees a mentor takes at a time, 0..1000; 1 unless told. Mentees they have
    /// (<see cref="MatchmakerOptions.MentoringPeriod"/>) fill it. Means nothing for a mentee.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is outside 0..1000.</exception>
    public int Capacity
    {
        get;
        init => field = Guard.InRange(value, 0, 1000);
    } = DefaultCapacity;

    /// <summary>
    /// What a mentee wants to learn; for a mentor, what they want to mentor in. Where it is empty, the member's needs
    /// (mentee) or offers (mentor) stand in.
    /// </summary>
    /// <exception cref="ArgumentException">A topic is null, empty or contains control characters.</exception>
    public IReadOnlyList<string> Topics
    {
        get;
        init
        {
            foreach (string topic in Guard.NoNulls(value))
                Guard.Identifier(topic);
            field = value;
        }
    } = [];

    internal bool Mentors => Role is MentoringRole.Mentor or MentoringRole.Both;

    internal bool SeeksMentor => Role is MentoringRole.Mentee or MentoringRole.Both;

    /// <summary>Whether the other is this very object: lists are not compared.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(MentoringPreferences? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
