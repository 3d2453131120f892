namespace Matchmaking.Learning;

/// <summary>All models trained on one set of rows. Immutable; they read full rows, profile columns first, then those of history.</summary>
/// <param name="Logistic">One model a role, with effects of the members.</param>
/// <param name="Factors">One model a role; null where nobody would be known to it.</param>
/// <param name="Routes">The trees by what is known; that for nothing known first.</param>
internal sealed record OutcomeModels(CompiledModel[] Logistic, CompiledModel[]? Factors, OutcomeRoute[] Routes)
{
    /// <summary>
    /// Those of the host's trainers, one model a role; null: there are no trainers, or of one: it has no model.
    /// </summary>
    public HostTrained[]?[]? Hosts { get; init; }

    public OutcomeLogits Predict(OutcomeRoute route, int role, ReadOnlySpan<float> row, int fromCode, int toCode) =>
        new(
            Logistic[role].Logit(row, fromCode, toCode),
            route.Trees[role].Logit(row),
            Factors is null ? 0 : Factors[role].Logit(row, fromCode, toCode)
        )
        {
            Hosts = Hosts is null ? null : PredictHosts(Hosts, role, row),
        };

    private static double[] PredictHosts(HostTrained[]?[] hosts, int role, ReadOnlySpan<float> row)
    {
        double[] logits = new double[hosts.Length];
        for (int i = 0; i < logits.Length; i++)
            logits[i] = hosts[i]?[role].Logit(row) ?? double.NaN;
        return logits;
    }
}
