namespace Matchmaking.Learning;

/// <summary>What is used for one use, and how its log-odds become probabilities.</summary>
/// <param name="Blend">How the models are joined.</param>
/// <param name="RulesWeight">How much the rules count beside the models, in [0, 1]; 1 where no model was better than they.</param>
/// <param name="Models">From the blend's log-odds to the probability that the pair is good.</param>
/// <param name="Rules">From the rules' score to the same.</param>
/// <param name="Directed">From one direction's log-odds to the probability that the one says yes to the other.</param>
internal sealed record OutcomeChoice(OutcomeBlend Blend, double RulesWeight, Calibration Models, Calibration Rules, Calibration Directed)
{
    /// <summary>The log-odds that the pair is good.</summary>
    public double Logit(in PairLogits pair, bool mutual)
    {
        double rules = RulesWeight > 0 ? RulesWeight * LogOdds.Of(Rules.Apply(pair.Rules)) : 0;
        return RulesWeight < 1
            ? rules + ((1 - RulesWeight) * LogOdds.Of(Models.Apply(Blend.Of(pair.There, pair.Back, pair.Joint, mutual))))
            : rules;
    }

    public void Write(BinaryWriter writer)
    {
        Blend.Write(writer);
        writer.Write(RulesWeight);
        Models.Write(writer);
        Rules.Write(writer);
        Directed.Write(writer);
    }

    public static OutcomeChoice Read(BinaryReader reader)
    {
        var blend = OutcomeBlend.Read(reader);
        double weight = reader.ReadFiniteDouble();
        if (weight is < 0 or > 1)
            throw new InvalidDataException("the rules' weight is no share");
        return new OutcomeChoice(blend, weight, Calibration.Read(reader), Calibration.Read(reader), Calibration.Read(reader));
    }
}
