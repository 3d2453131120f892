namespace Matchmaking.Learning;

/// <summary>Probabilities as log-odds.</summary>
internal static class LogOdds
{
    /// <summary>Beyond it a double's probability is 0 or 1 for every purpose here.</summary>
    private const double Most = 30;

    public static double Of(double probability) => Math.Clamp(Math.Log(probability / (1 - probability)), -Most, Most);

    public static double Probability(double logit) => 1 / (1 + Math.Exp(-logit));

    /// <summary>Of both, where each is as likely as its log-odds say and the two are independent.</summary>
    public static double OfBoth(double a, double b)
    {
        double log = -Softplus(-a) - Softplus(-b);
        double none = -double.ExpM1(log);
        return Math.Clamp(log - Math.Log(Math.Max(none, double.Epsilon)), -2 * Most, Most);
    }

    /// <summary>ln(1 + eˣ), without overflow.</summary>
    private static double Softplus(double x) => Math.Max(x, 0) + double.LogP1(Math.Exp(-Math.Abs(x)));
}
