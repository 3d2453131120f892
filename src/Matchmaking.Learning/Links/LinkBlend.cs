namespace Matchmaking.Learning;

/// <summary>How the log-odds of the models and of the rules become one.</summary>
/// <param name="Name">For reports.</param>
/// <param name="Logistic">The share of the logistic model.</param>
/// <param name="Trees">The share of the boosted trees.</param>
/// <param name="Rules">The share of the rules.</param>
/// <param name="RulesScale">From the log-odds of the rules' score to those of being chosen.</param>
internal sealed record LinkBlend(string Name, double Logistic, double Trees, double Rules, Line RulesScale)
{
    /// <summary>A blend of this shape, shrunk towards the rules as if they were worth so many positives.</summary>
    public LinkBlend Shrunk(double rulesWorth, int positives)
    {
        double share = rulesWorth / (rulesWorth + positives);
        return this with { Logistic = (1 - share) * Logistic, Trees = (1 - share) * Trees, Rules = Rules + (share * (1 - Rules)) };
    }

    public double Of(double logistic, double trees, double rules) =>
        (Logistic * logistic) + (Trees * trees) + (Rules * RulesScale.Logit(rules));

    public void Write(BinaryWriter writer)
    {
        writer.Write(Name);
        writer.Write(Logistic);
        writer.Write(Trees);
        writer.Write(Rules);
        writer.Write(RulesScale.Slope);
        writer.Write(RulesScale.Intercept);
    }

    public static LinkBlend Read(BinaryReader reader) =>
        new(
            reader.ReadString(),
            reader.ReadFiniteDouble(),
            reader.ReadFiniteDouble(),
            reader.ReadFiniteDouble(),
            new Line(reader.ReadFiniteDouble(), reader.ReadFiniteDouble())
        );
}

/// <summary>A straight line through log-odds.</summary>
internal readonly record struct Line(double Slope, double Intercept)
{
    public double Logit(double x) => (Slope * x) + Intercept;
}
