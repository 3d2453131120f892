namespace Matchmaking;

/// <summary>What a round of pairs needs beside <see cref="RoundOptions"/>.</summary>
public sealed record PairRoundOptions
{
    /// <summary>What the round seeks first: many pairs or good ones. Default: many.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no objective.</exception>
    public PairObjective Objective
    {
        get;
        init => field = Guard.Defined(value);
    } = PairObjective.MostPairs;
}

/// <summary>What a round of pairs seeks first.</summary>
public enum PairObjective
{
    /// <summary>
    /// As many pairs as the rules allow, and of those rounds the one with the greatest weight, as <see cref="HighestScore"/> has it.
    /// </summary>
    MostPairs,

    /// <summary>
    /// The greatest weight, even where a further pair would be possible at the cost of better ones. A pair weighs −ln(1 − s), s being its
    /// score (at most 0.999): read as chances, scores make 1 − Π(1 − s) the chance that some pair of the round comes to meet, and the
    /// heaviest round has the greatest. Scores near 0 count as they are; an excellent pair counts for more than two middling ones.
    /// </summary>
    HighestScore,
}
