namespace Matchmaking.Optimization;

/// <summary>What the rankings on both sides of a market shall bring about.</summary>
public enum MarketObjective
{
    /// <summary>Each ranks by their own liking alone: what people would do by themselves.</summary>
    OwnPreference,

    /// <summary>Each ranks by both sides' liking multiplied: quick, and crowds the popular.</summary>
    Product,

    /// <summary>
    /// Each ranks by the stable matching with transferable utility, in which the wanted are dear (<see
    /// cref="Optimization.TransferableUtility"/>): scales to long sparse markets.
    /// </summary>
    TransferableUtility,

    /// <summary>The most expected matches in all; by Frank and Wolfe's method (1956), not proved to be the most.</summary>
    SocialWelfare,

    /// <summary>
    /// Each side's lists make the product of the other side's expected matches the greatest (Saito and Joachims, KDD 2022): nobody would
    /// rather be shown where another one is.
    /// </summary>
    NashWelfare,
}
