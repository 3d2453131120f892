namespace Matchmaking;

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
