using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Matchmaking;

/// <summary>What kind of thing members take part in.</summary>
public enum ActivityKind
{
    /// <summary>Happens at one time: a meetup, a talk, a call.</summary>
    Event,

    /// <summary>Lasts, and members join it: a group, a team, a club.</summary>
    Group,

    /// <summary>A place of conversation: a channel, a category, a forum topic.</summary>
    Channel,
}

/// <summary>Something members take part in: an event, a group, a channel.</summary>
[JsonConverter(typeof(CommunityJsonConverter))]
public sealed record Activity
{
    /// <summary>The host's own identifier, unique among the activities.</summary>
    public required string Id
    {
        get;
        init => field = Guard.Identifier(value);
    }

    /// <summary>What the activity is called; the <see cref="Id"/> where it is not told.</summary>
    public string Name
    {
        get => field ?? Id;
        init => field = value is null ? null! : Guard.Identifier(value);
    }

    /// <summary>
    /// Event, group or channel. An activity with a <see cref="Time"/> is taken for an event, one without for a group, unless told.
    /// </summary>
    public ActivityKind Kind
    {
        get => _kind ?? (Time is null ? ActivityKind.Group : ActivityKind.Event);
        init => _kind = Guard.Defined(value);
    }

    /// <summary>When it happens; null for what lasts.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>What it is about; null: only its name tells.</summary>
    /// <exception cref="ArgumentException">The text contains a NUL character.</exception>
    public string? Text
    {
        get;
        init => field = value is null ? null : Guard.Text(value);
    }

    /// <summary>
    /// The id of the activity to which this one belongs (an event's group); null: none. Who takes part in a child takes part in its parent.
    /// </summary>
    public string? Parent
    {
        get;
        init => field = value is null ? null : Guard.Identifier(value);
    }

    /// <summary>Where it takes place; null: not told, or nowhere (online).</summary>
    public Location? Location { get; init; }

    /// <summary>The languages spoken there, as BCP 47 tags ("fr", "en-GB"); empty: not told.</summary>
    /// <exception cref="ArgumentException">A tag is not a known language.</exception>
    public IReadOnlyList<string> Languages
    {
        get;
        init
        {
            foreach (string tag in Guard.NoNulls(value))
                LanguageTag.Validate(tag);
            field = value;
        }
    } = [];

    /// <summary>
    /// Since or from when it is no longer suggested, though who took part has met all the same; null: it goes on, an event until its
    /// <see cref="Time"/>.
    /// </summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>How many can take part, 1..10,000,000; null: as many as come.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1..10,000,000.</exception>
    public int? Capacity
    {
        get;
        init => field = value is { } capacity ? Guard.InRange(capacity, 1, 10_000_000) : null;
    }

    /// <summary>How much it asks of who comes, from 1 (anybody) to 5 (experts), as the levels of offers; null: not told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1..5.</exception>
    public int? Difficulty
    {
        get;
        init => field = value is { } difficulty ? Guard.InRange(difficulty, 1, 5) : null;
    }

    private readonly ActivityKind? _kind;

    /// <summary>Whether the other is this very object: lists are not compared.</summary>
    /// <param name="other">Another one, or null.</param>
    public bool Equals(Activity? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
