using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>What is much and what is little in this community, so that closeness spreads over [0, 1] in any.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkScale
{
    private NetworkScale(NetworkEvidence evidence, double rate, double bridge) => (Evidence, Rate, Bridge) = (evidence, rate, bridge);

    /// <summary>Before anything is known.</summary>
    internal static NetworkScale Unit { get; } = new(new NetworkEvidence(1, 1, 1, 1, 1), 1, 1);

    /// <summary>The scale of each kind of evidence.</summary>
    public NetworkEvidence Evidence { get; }

    /// <summary>Closeness is 1 − exp(−rate·total).</summary>
    public double Rate { get; }

    /// <summary>The forecast at which a bridge's gain is ½.</summary>
    internal double Bridge { get; }

    /// <summary>As it was found before.</summary>
    /// <exception cref="InvalidDataException">A scale is 0: nothing can be divided by it.</exception>
    internal static NetworkScale Of(NetworkEvidence evidence, double rate, double bridge) =>
        evidence is { Common: > 0, Joint: > 0, Direct: > 0, Forecast: > 0, Walk: > 0 } && rate > 0 && bridge > 0
            ? new NetworkScale(evidence, rate, bridge)
            : throw new InvalidDataException("a scale is none");

    /// <summary>
    /// Looks at members spread evenly over the community, and for each at those they might be close to and a spread of the others.
    /// </summary>
    internal static NetworkScale Of(MemberNetwork network)
    {
        List<NetworkEvidence[]> samples = [];
        foreach (int member in Spread(network.Members, NetworkDefaults.ScaleMembers))
        {
            using NetworkQuery query = network.For(member);
            NetworkEvidence[] evidence =
            [
                .. Spread(network.Members, NetworkDefaults.ScaleCandidates)
                    .Concat(query.Reached.ToArray())
                    .Distinct()
                    .Where(other => other != member)
                    .Select(query.Evidence),
            ];
            samples.Add(evidence);
        }

        double Scale(Func<NetworkEvidence, double> kind) =>
            Quantile(samples.SelectMany(s => s).Select(kind), NetworkDefaults.ScaleQuantile);
        var scale = new NetworkEvidence(
            Scale(e => e.Common),
            Scale(e => e.Joint),
            Scale(e => e.Direct),
            Scale(e => e.Forecast),
            Scale(e => e.Walk)
        );
        double closest = Quantile(samples.Where(s => s.Length > 0).Select(s => s.Max(e => e.Total(scale))), 0.5);
        double bridge = Quantile(samples.Where(s => s.Length > 0).Select(s => s.Max(e => e.Forecast)), 0.5);
        return new NetworkScale(
            scale,
            -Math.Log(1 - NetworkDefaults.ClosestCloseness) / closest,
            bridge * (1 - NetworkDefaults.ClosestCloseness)
        );
    }

    /// <summary>A quantile of the values above 0; 1 where there is none.</summary>
    private static double Quantile(IEnumerable<double> values, double q)
    {
        double[] sorted = [.. values.Where(v => v > 0).Order()];
        double value = sorted.Length == 0 ? 1 : sorted[(int)(q * (sorted.Length - 1))];
        // A scale so small that to divide by it would overflow is no scale.
        return Math.Max(value, 1e-100);
    }

    private static IEnumerable<int> Spread(int count, int most)
    {
        int step = Math.Max(1, count / most);
        for (int i = 0; i < count; i += step)
            yield return i;
    }
}
