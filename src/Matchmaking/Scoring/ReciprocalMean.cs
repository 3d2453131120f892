using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// Two directed gains as one score: a mixture of the harmonic mean, which is high only where both gain (RECON; Pizzato et al. 2010), and of
/// the arithmetic mean, by which help that goes one way still counts. It grows strictly with each gain wherever the arithmetic mean has a
/// share, and it is homogeneous: of twice the gains it is twice the score.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ReciprocalMean
{
    /// <summary>Two gains as one score.</summary>
    /// <param name="reciprocity">The harmonic mean's share, in [0, 1].</param>
    /// <param name="forward">The one gain, at least 0.</param>
    /// <param name="backward">The other gain, at least 0.</param>
    public static double Of(double reciprocity, double forward, double backward)
    {
        double sum = forward + backward;
        return sum > 0 ? (reciprocity * 2 * forward * backward / sum) + ((1 - reciprocity) * sum / 2) : 0;
    }

    /// <summary>
    /// By what to multiply a share of each gain so that all products add up to the score: r is homogeneous of degree 1, so that by Euler's
    /// theorem r = f·∂r/∂f + b·∂r/∂b.
    /// </summary>
    internal static (double Forward, double Backward) Slopes(double reciprocity, double forward, double backward)
    {
        double sum = forward + backward;
        if (sum <= 0)
            return (0, 0);
        double squared = sum * sum,
            oneSided = (1 - reciprocity) / 2;
        return ((reciprocity * 2 * backward * backward / squared) + oneSided, (reciprocity * 2 * forward * forward / squared) + oneSided);
    }
}
