using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>Two directed gains as one score, and how much of the score each gain accounts for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ReciprocalMean
{
    /// <summary>Two gains as one score.</summary>
    public static double Of(Reciprocity reciprocity, double forward, double backward) =>
        reciprocity switch
        {
            Reciprocity.Harmonic => forward + backward > 0 ? 2 * forward * backward / (forward + backward) : 0,
            Reciprocity.Geometric => Math.Sqrt(forward * backward),
            Reciprocity.Minimum => Math.Min(forward, backward),
            Reciprocity.Product => forward * backward,
            _ => throw new ArgumentOutOfRangeException(nameof(reciprocity), reciprocity, "is not a reciprocity"),
        };

    /// <summary>
    /// By what to multiply a share of each gain so that all products add up to the score. The mean r is homogeneous, so that by Euler's
    /// theorem d·r = f·∂r/∂f + b·∂r/∂b, with degree d = 1 (2 for the product).
    /// </summary>
    internal static (double Forward, double Backward) Slopes(Reciprocity reciprocity, double forward, double backward)
    {
        switch (reciprocity)
        {
            case Reciprocity.Harmonic:
                double sum = forward + backward;
                return sum > 0 ? (2 * backward * backward / (sum * sum), 2 * forward * forward / (sum * sum)) : (0, 0);
            case Reciprocity.Geometric:
                return forward > 0 && backward > 0 ? (Math.Sqrt(backward / forward) / 2, Math.Sqrt(forward / backward) / 2) : (0, 0);
            case Reciprocity.Minimum:
                return forward == backward ? (.5, .5)
                    : forward < backward ? (1, 0)
                    : (0, 1);
            case Reciprocity.Product:
                return (backward / 2, forward / 2);
            default:
                throw new ArgumentOutOfRangeException(nameof(reciprocity), reciprocity, "is not a reciprocity");
        }
    }
}
