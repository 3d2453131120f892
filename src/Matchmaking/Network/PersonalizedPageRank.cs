namespace Matchmaking.Network;

/// <summary>
/// A random walk from a member that goes back to the start with probability α at each step (personalised PageRank; Haveliwala 2002), cut
/// off after three steps and divided by each end's strength, which makes it the same from either end: Σₖ α(1−α)ᵏ [(D+1)⁻¹W]ᵏ(D+1)⁻¹.
/// </summary>
/// <remarks>
/// Three steps reach the acquaintances of acquaintances of acquaintances; what is beyond weighs less than (1−α)⁴ = .24 in all and is spread
/// over everybody. The 1 added to the strength lets the walk end, rather than go on, at those whose every contact is long ago.
/// </remarks>
internal static class PersonalizedPageRank
{
    /// <summary>What walks of one, two and three steps weigh.</summary>
    public static readonly double One = Weight(1),
        Two = Weight(2),
        Three = Weight(3);

    /// <summary>The part of one direct tie.</summary>
    public static double OneStep(ContactGraph graph, int from, int to, double tie) =>
        One * tie / ((graph.Strength[from] + 1) * (graph.Strength[to] + 1));

    /// <summary>The part of walks of two and of three steps, given the <paramref name="twoSteps"/> from the start to everybody.</summary>
    public static double FurtherSteps(ContactGraph graph, ReadOnlySpan<double> twoSteps, int to)
    {
        ReadOnlySpan<int> last = graph.Ties.Columns(to);
        ReadOnlySpan<double> ties = graph.Ties.Values(to);
        double three = 0;
        for (int i = 0; i < last.Length; i++)
            three += twoSteps[last[i]] * ties[i];
        return (Two * twoSteps[to]) + (Three * three / (graph.Strength[to] + 1));
    }

    private static double Weight(int steps) => NetworkDefaults.Restart * Math.Pow(1 - NetworkDefaults.Restart, steps);
}
