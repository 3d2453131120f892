namespace Matchmaking.Learning;

/// <summary>What was learned from choices of the past: log-odds that a candidate will be chosen, and the probability. Immutable.</summary>
/// <param name="Logistic">The logistic model.</param>
/// <param name="Trees">The boosted trees.</param>
/// <param name="Blend">How much each counts.</param>
/// <param name="Calibration">From the blend's log-odds to a probability.</param>
internal sealed record LinkModel(CompiledModel Logistic, CompiledModel Trees, LinkBlend Blend, Calibration Calibration)
{
    /// <param name="row">The candidate's features.</param>
    /// <param name="rules">The log-odds of the rules' score.</param>
    public double Logit(ReadOnlySpan<float> row, double rules)
    {
        double sum = Blend.Rules * Blend.RulesScale.Logit(rules);
        if (Blend.Logistic > 0)
            sum += Blend.Logistic * Logistic.Logit(row);
        return Blend.Trees > 0 ? sum + (Blend.Trees * Trees.Logit(row)) : sum;
    }

    public double Probability(double logit) => Calibration.Apply(logit);

    /// <summary>The probability where nothing is known but the rules' score.</summary>
    public double ByRules(double score) => Probability(Blend.RulesScale.Logit(RuleOdds.Of(score)));

    /// <summary>What each column, the rules and the base rate add to the log-odds.</summary>
    /// <returns>The part of the rules and the part of nothing.</returns>
    public (double Rules, double Base) Contributions(ReadOnlySpan<float> row, double rules, Span<double> perColumn)
    {
        perColumn.Clear();
        double rest = Blend.Rules * Blend.RulesScale.Intercept;
        Logistic.AddContributions(Blend.Logistic, row, perColumn, ref rest, -1, -1);
        Trees.AddContributions(Blend.Trees, row, perColumn, ref rest, -1, -1);
        return (Blend.Rules * Blend.RulesScale.Slope * rules, rest);
    }

    public void Write(BinaryWriter writer)
    {
        Logistic.Write(writer);
        Trees.Write(writer);
        Blend.Write(writer);
        Calibration.Write(writer);
    }

    public static LinkModel Read(BinaryReader reader, int columns)
    {
        CompiledModel logistic = CompiledModel.Read(reader),
            trees = CompiledModel.Read(reader);
        if (logistic.Columns != columns || trees.Columns != columns)
            throw new InvalidDataException("the model reads other rows than its features give");
        return new LinkModel(logistic, trees, LinkBlend.Read(reader), Calibration.Read(reader));
    }
}
