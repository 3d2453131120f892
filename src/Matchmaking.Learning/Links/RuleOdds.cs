namespace Matchmaking.Learning;

/// <summary>
/// The rules' scores as log-odds, kept off the ends: a score of 0 says that the rules know nothing, not that it is impossible.
/// </summary>
internal static class RuleOdds
{
    private const double Least = 1e-6;

    public static double Of(double score) => LogOdds.Of(Math.Clamp(score, Least, 1 - Least));
}
