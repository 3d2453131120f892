namespace Matchmaking;

/// <summary>One part of a score.</summary>
public sealed record PartScore
{
    /// <summary>Which part.</summary>
    public required ScorePart Part { get; init; }

    /// <summary>Its value for the member asked for, in [0, 1].</summary>
    public required double Forward { get; init; }

    /// <summary>Its value for the other member, in [0, 1].</summary>
    public required double Backward { get; init; }

    /// <summary>Its weight in each direction, in [0, 1]; the weights of all parts add up to 1.</summary>
    public required double Weight { get; init; }

    /// <summary>
    /// Its share of the score; the contributions of all parts add up to the score. By the rules it is at least 0; by a learned model it may
    /// be negative, and what any pair has stands under <see cref="ScorePart.Baseline"/>.
    /// </summary>
    public required double Contribution { get; init; }
}
