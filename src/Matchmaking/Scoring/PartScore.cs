namespace Matchmaking;

/// <summary>One part of a score.</summary>
/// <param name="Part">Which part.</param>
/// <param name="Forward">Its value for the member asked for, in [0, 1].</param>
/// <param name="Backward">Its value for the other member, in [0, 1].</param>
/// <param name="Weight">Its weight in each direction, in [0, 1]; the weights of all parts add up to 1.</param>
/// <param name="Contribution">
/// Its share of the score; the contributions of all parts add up to the score. By the rules it is at least 0; by a learned model it may be
/// negative, and what any pair has stands under <see cref="ScorePart.Baseline"/>.
/// </param>
public sealed record PartScore(ScorePart Part, double Forward, double Backward, double Weight, double Contribution);
