namespace Matchmaking.Learning;

/// <summary>
/// How the models' log-odds become one: of the logistic model, the trees and the factors by the product of the two directions where both
/// sides answer, and of the trees that see both sides at once.
/// </summary>
internal sealed record OutcomeBlend(string Name, double Logistic, double Trees, double Joint, double Factors)
{
    /// <summary>Which of the host's trainers it rests on alone; null: on the built-in models.</summary>
    public int? Host { get; init; }

    /// <summary>The models of one of the host's trainers.</summary>
    public static OutcomeBlend OfHost(string name, int host) => new(name, 0, 0, 0, 0) { Host = host };

    /// <summary>What is used unless held-out data speak clearly for another: it did well wherever it was measured.</summary>
    public static OutcomeBlend Default(bool mutual) => mutual ? new("blend", .5, .25, .25, 0) : new("blend", .5, .5, 0, 0);

    public static OutcomeBlend[] All(bool mutual, bool factors) =>
        [
            Default(mutual),
            new("logistic regression with member effects", 1, 0, 0, 0),
            new("boosted trees", 0, 1, 0, 0),
            .. mutual ? [new OutcomeBlend("boosted trees of both sides", 0, 0, 1, 0)] : Array.Empty<OutcomeBlend>(),
            .. factors ? [new OutcomeBlend("factor model", 0, 0, 0, 1)] : Array.Empty<OutcomeBlend>(),
        ];

    public double Of(in OutcomeLogits there, in OutcomeLogits back, double joint, bool mutual)
    {
        if (Host is { } host)
            return mutual ? LogOdds.OfBoth(there.Hosts![host], back.Hosts![host]) : there.Hosts![host];
        double sum = Joint == 0 ? 0 : Joint * joint;
        if (Logistic > 0)
            sum += Logistic * (mutual ? LogOdds.OfBoth(there.Logistic, back.Logistic) : there.Logistic);
        if (Trees > 0)
            sum += Trees * (mutual ? LogOdds.OfBoth(there.Trees, back.Trees) : there.Trees);
        if (Factors > 0)
            sum += Factors * (mutual ? LogOdds.OfBoth(there.Factors, back.Factors) : there.Factors);
        return sum;
    }

    /// <summary>Of one direction alone; the trees of both sides have nothing to say of it.</summary>
    public double OfDirection(in OutcomeLogits logits)
    {
        if (Host is { } host)
            return logits.Hosts![host];
        double total = Logistic + Trees + Factors;
        return total > 0
            ? ((Logistic * logits.Logistic) + (Trees * logits.Trees) + (Factors * logits.Factors)) / total
            : (logits.Logistic + logits.Trees) / 2;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Name);
        writer.Write(Logistic);
        writer.Write(Trees);
        writer.Write(Joint);
        writer.Write(Factors);
    }

    public static OutcomeBlend Read(BinaryReader reader) =>
        new(
            reader.ReadString(),
            reader.ReadFiniteDouble(),
            reader.ReadFiniteDouble(),
            reader.ReadFiniteDouble(),
            reader.ReadFiniteDouble()
        );
}
