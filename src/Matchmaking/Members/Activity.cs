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

    private readonly ActivityKind? _kind;
}
