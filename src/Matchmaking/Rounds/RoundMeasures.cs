namespace Matchmaking.Rounds;

/// <summary>
/// What a pair counts in a round. Read as the chance that two come to meet, a score s leaves 1 − s that they do not, and the chance that
/// nobody of a round does is the product of these: so −ln(1 − s) is what adds up over pairs, and the heaviest round is the one least likely
/// to come to nothing. Small chances count as they are, and a surer pair for more than two that are half as sure: a sum of scores would
/// trade one excellent pair for two middling ones.
/// </summary>
internal static class MeetingChance
{
    /// <summary>No pair is surer than that: scores nearer to 1 say no more, and 1 itself would outweigh everybody.</summary>
    private const double Surest = 0.999,
        Wished = 2.5;

    private static readonly double s_surest = -double.LogP1(-Surest);

    /// <summary>The weight of the surest pair whom nobody wished.</summary>
    public static double GreatestWeight { get; } = Weight(1);

    /// <summary>The weight of the surest pair who wish to meet each other before all others.</summary>
    public static double MostWished { get; } = Weight(3);

    /// <summary>The weight of a pair that scores nothing and met just now; below 0.</summary>
    public static double LeastWeight { get; } = Weight(-2);

    /// <param name="score">
    /// A pair's score, how new it is and how much it is wished, in [−2, 3]. What wishes bring beyond the surest counts by its length: one
    /// first wish for more than the two surest pairs that may have to part for it.
    /// </param>
    public static double Weight(double score) =>
        score > Surest ? s_surest * (1 + (Wished * (score - Surest))) : -double.LogP1(-Math.Max(score, -2));
}

/// <summary>How unevenly attention is spread: Gini's coefficient, Σ (2i − n − 1)·xᵢ / (n·Σx) over ascending x, i from 1.</summary>
internal static class ExposureGini
{
    public static double Of(double[] exposures)
    {
        double total = exposures.Sum();
        return total == 0
            ? 0
            : exposures.Order().Select((exposure, i) => ((2.0 * (i + 1)) - exposures.Length - 1) * exposure).Sum()
                / (exposures.Length * total);
    }
}
