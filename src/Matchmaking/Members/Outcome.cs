using System.Text.Json.Serialization;

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
/// What became of an introduction, from one side: <see cref="FromId"/> is the member who answered, <see cref="ToId"/> the one introduced to
/// them. Where both sides answer there are two outcomes, one in each direction.
/// </summary>
[JsonConverter(typeof(CommunityJsonConverter))]
public sealed record Outcome
{
    /// <summary>The id of the member whose answer it is.</summary>
    public required string FromId
    {
        get;
        init => field = Guard.Identifier(value);
    }

    /// <summary>The id of the member introduced to them.</summary>
    public required string ToId
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

    /// <summary>
    /// When it happened. Null: not known; rules take it for the present, so that it always cools down, counts against the monthly cap and
    /// fills a mentor's place, and nothing is learned from it. <see cref="Matchmaker.Record(Outcome)"/> takes null for now.
    /// </summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>How good the meeting was, from 1 to 5; required for <see cref="OutcomeKind.Rated"/>, null otherwise unless known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rating is outside [1, 5] or not a number.</exception>
    public double? Rating
    {
        get;
        init => field = value is { } rating ? Guard.InRange(rating, 1, 5) : null;
    }

    /// <summary>The host's id of the suggestion that it came of, so that rows of one suggestion are found; null: not told.</summary>
    /// <exception cref="ArgumentException">The id is empty or contains control characters.</exception>
    public string? SuggestionId
    {
        get;
        init => field = value is null ? null : Guard.Identifier(value);
    }

    /// <summary>At which place of the list it was shown, from 1 (the first) to 1,000,000; null: not told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The place is outside 1..1,000,000.</exception>
    public int? Rank
    {
        get;
        init => field = value is { } rank ? Guard.InRange(rank, 1, 1_000_000) : null;
    }

    /// <summary>The score that it was shown with, in [0, 1]; null: not told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The score is outside [0, 1] or not a number.</exception>
    public double? Score
    {
        get;
        init => field = value is { } score ? Guard.InRange(score, 0, 1) : null;
    }

    /// <summary>What chose it, in the host's own words ("rules", "model 7", "random"); null: not told.</summary>
    /// <exception cref="ArgumentException">The name is empty or contains control characters.</exception>
    public string? Policy
    {
        get;
        init => field = value is null ? null : Guard.Identifier(value);
    }

    /// <summary>With which probability the <see cref="Policy"/> showed it, in (0, 1]; null: not told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside (0, 1] or not a number.</exception>
    public double? Propensity
    {
        get;
        init => field = value is { } propensity ? Guard.Positive(propensity, 1) : null;
    }
}
