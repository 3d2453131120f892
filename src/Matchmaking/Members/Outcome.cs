namespace Matchmaking;

/// <summary>What became of an introduction.</summary>
public enum OutcomeKind
{
    /// <summary>It was shown, and nothing is known beyond that.</summary>
    Shown,

    /// <summary>It was opened.</summary>
    Viewed,

    /// <summary>The member said yes.</summary>
    Accepted,

    /// <summary>The member said no.</summary>
    Declined,

    /// <summary>The two met.</summary>
    Met,

    /// <summary>The member rated the meeting (<see cref="Outcome.Rating"/>).</summary>
    Rated,
}

/// <summary>
/// What became of an introduction, from one side: <see cref="From"/> is the member who answered, <see cref="To"/> the one introduced to
/// them. Where both sides answer there are two outcomes, one in each direction.
/// </summary>
public sealed record Outcome
{
    /// <summary>The id of the member whose answer it is.</summary>
    public required string From
    {
        get;
        init => field = Guard.Identifier(value);
    }

    /// <summary>The id of the member introduced to them.</summary>
    public required string To
    {
        get;
        init => field = Guard.Identifier(value);
    }

    /// <summary>What happened.</summary>
    public required OutcomeKind Kind
    {
        get;
        init => field = Guard.Defined(value);
    }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How good the meeting was, from 1 to 5; required for <see cref="OutcomeKind.Rated"/>, null otherwise unless known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rating is outside [1, 5] or not a number.</exception>
    public double? Rating
    {
        get;
        init => field = value is { } rating ? Guard.InRange(rating, 1, 5) : null;
    }
}
