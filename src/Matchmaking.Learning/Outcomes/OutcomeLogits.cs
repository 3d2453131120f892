namespace Matchmaking.Learning;

/// <summary>What the directed models say of one direction, in log-odds.</summary>
internal readonly record struct OutcomeLogits(double Logistic, double Trees, double Factors)
{
    /// <summary>By the models of the host's trainers; null: there are none. NaN where a trainer has no model.</summary>
    public double[]? Hosts { get; init; }

    public static OutcomeLogits Mean(in OutcomeLogits a, in OutcomeLogits b) =>
        new((a.Logistic + b.Logistic) / 2, (a.Trees + b.Trees) / 2, (a.Factors + b.Factors) / 2)
        {
            Hosts = a.Hosts is null || b.Hosts is null ? null : [.. a.Hosts.Zip(b.Hosts, (x, y) => (x + y) / 2)],
        };
}
