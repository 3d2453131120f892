namespace Matchmaking;

/// <summary>Rankings for everybody in a market in which many look at few.</summary>
internal static class MarketSolver
{
    /// <param name="market">The market.</param>
    /// <param name="objective">What the lists shall bring about.</param>
    /// <param name="seed">What lists by chance are drawn with.</param>
    /// <param name="ct">Ends the search.</param>
    public static MarketLists Solve(TwoSidedMarket market, MarketObjective objective, int seed = 1, CancellationToken ct = default)
    {
        switch (objective)
        {
            case MarketObjective.Product:
                double Both(int pair) => (double)market.LeftLikes[pair] * market.RightLikes[pair];
                return MarketRanking.By(market, Both, Both, ct);
            case MarketObjective.TransferableUtility:
                return TransferableUtility.Solve(market, TransferableUtility.DefaultTemperature, ct);
            default:
                return WelfareLists.Solve(market, objective, WelfareLists.DefaultRounds, seed, ct);
        }
    }
}
