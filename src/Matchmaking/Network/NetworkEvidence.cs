using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>What speaks for two members being close; every number is at least 0 and the same from either side.</summary>
/// <param name="Common">
/// Acquaintances in common: Σ √(w_ac·w_cb) / √(strength of c + 1), between Adamic and Adar's (2003) and Zhou et al.'s (2009) weights.
/// </param>
/// <param name="Joint">The number of small occasions at which both are expected, by where each has come lately.</param>
/// <param name="Direct">The root of the tie's weight where they have met.</param>
/// <param name="Forecast">
/// As <paramref name="Joint"/>, where one of them has not come yet, but those who come to the same places have.
/// </param>
/// <param name="Walk">The random walk between them (<see cref="PersonalizedPageRank"/>).</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct NetworkEvidence(double Common, double Joint, double Direct, double Forecast, double Walk)
{
    /// <summary>
    /// All of it as one number: Σ weight·ln(1 + x/scale). The logarithm is of a product, so two kinds of weak evidence make a strong one.
    /// </summary>
    public double Total(NetworkEvidence scale) =>
        this == default
            ? 0
            : Math.Log((1 + (Common / scale.Common)) * (1 + (Joint / scale.Joint)) * (1 + (Direct / scale.Direct)))
                + (NetworkDefaults.ForecastWeight * Math.Log(1 + (Forecast / scale.Forecast)))
                + (NetworkDefaults.WalkWeight * Math.Log(1 + (Walk / scale.Walk)));
}
