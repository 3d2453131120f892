namespace Matchmaking;

/// <summary>What rankings on both sides of a market shall bring about.</summary>
internal enum MarketObjective
{
    /// <summary>Each ranks by both sides' liking multiplied: quick, and crowds the popular.</summary>
    Product,

    /// <summary>
    /// Each ranks by the stable matching with transferable utility, in which the wanted are dear: scales to long sparse markets.
    /// </summary>
    TransferableUtility,

    /// <summary>The most expected matches in all.</summary>
    SocialWelfare,

    /// <summary>
    /// Each side's lists make the product of the other side's expected matches the greatest: nobody would rather be shown where another one
    /// is.
    /// </summary>
    NashWelfare,
}
