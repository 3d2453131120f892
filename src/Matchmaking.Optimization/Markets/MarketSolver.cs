using Matchmaking.Optimization.Markets;

namespace Matchmaking.Optimization;

/// <summary>Rankings for everybody in a market in which many look at few, so that the looks are spread and bring about matches.</summary>
/// <remarks>
/// The same market, options and seed have the same answer, on any number of threads. Keeps no state: any number of threads may call it,
/// also on the same market. A call runs on the task scheduler on which it is begun, on all its threads.
/// </remarks>
public static class MarketSolver
{
    /// <summary>Ranks both sides.</summary>
    /// <param name="market">Who is on whose list, and how much they like each other.</param>
    /// <param name="objective">What the lists shall bring about.</param>
    /// <param name="options">How it is done; null: as by default.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ArgumentOutOfRangeException">The objective is none of those that there are.</exception>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    public static MarketLists Solve(
        TwoSidedMarket market,
        MarketObjective objective,
        MarketSolverOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(market);
        options ??= new MarketSolverOptions();
        switch (objective)
        {
            case MarketObjective.OwnPreference:
                return MarketRanking.By(market, pair => market.LeftLikes[pair], pair => market.RightLikes[pair], cancellationToken);
            case MarketObjective.Product:
                double Both(int pair) => (double)market.LeftLikes[pair] * market.RightLikes[pair];
                return MarketRanking.By(market, Both, Both, cancellationToken);
            case MarketObjective.TransferableUtility:
                return ByTransferableUtility(market, options.Temperature, cancellationToken);
            case MarketObjective.SocialWelfare:
            case MarketObjective.NashWelfare:
                bool isNash = objective == MarketObjective.NashWelfare;
                return WelfareLists.Solve(market, isNash, options.Rounds, options.Seed, cancellationToken);
            default:
                throw new ArgumentOutOfRangeException(nameof(objective), objective, "there is no such objective");
        }
    }

    private static MarketLists ByTransferableUtility(TwoSidedMarket market, double temperature, CancellationToken ct)
    {
        TransferableUtilityFit fit = TransferableUtility.Fit(market, temperature, ct);
        (float[] kernel, float[] left, float[] right) = (fit.KernelArray, fit.LeftArray, fit.RightArray);
        double Value(int pair) => (double)left[market.Lefts[pair]] * kernel[pair] * right[market.Rights[pair]];
        return MarketRanking.By(market, Value, Value, ct);
    }
}
