namespace Matchmaking;

/// <summary>What lists bring about.</summary>
/// <param name="ExpectedMatches">The sum over pairs of the probability that both look and like.</param>
/// <param name="LeftEnvy">
/// How many ordered pairs of left persons there are of whom the first would expect more matches if shown on the right persons' lists where
/// the second is.
/// </param>
/// <param name="RightEnvy">The same on the right.</param>
/// <param name="LeftExposureGini">How unevenly left persons are looked at: Gini's coefficient, 0 the same for all.</param>
/// <param name="RightExposureGini">The same on the right.</param>
internal sealed record MarketFigures(
    double ExpectedMatches,
    long LeftEnvy,
    long RightEnvy,
    double LeftExposureGini,
    double RightExposureGini
)
{
    /// <summary>More than rounding: a thousandth of a millionth.</summary>
    private const double Margin = 1 + 1e-9;

    public static MarketFigures Of(TwoSidedMarket market, MarketLists lists, CancellationToken ct = default)
    {
        double matches = 0;
        for (int pair = 0; pair < market.PairCount; pair++)
            matches += Chance(market, pair) * lists.LeftLooks[pair] * lists.RightLooks[pair];
        int[] all = [.. Enumerable.Range(0, market.PairCount)];
        var left = new Side(market.LeftStarts, all, market.Lefts, market.Rights, lists.LeftLooks, lists.RightLooks);
        var right = new Side(market.RightStarts, market.RightPairs, market.Rights, market.Lefts, lists.RightLooks, lists.LeftLooks);
        return new MarketFigures(
            matches,
            Envy(market, left, right, ct),
            Envy(market, right, left, ct),
            Gini(Exposures(left)),
            Gini(Exposures(right))
        );
    }

    private static double Chance(TwoSidedMarket market, int pair) => (double)market.LeftLikes[pair] * market.RightLikes[pair];

    private static long Envy(TwoSidedMarket market, Side side, Side others, CancellationToken ct)
    {
        long envy = 0;
        var options = ParallelWork.Here(cancellationToken: ct);
        Parallel.For(
            0,
            side.Count,
            options,
            () => (new double[side.Count], new List<int>()),
            (person, _, space) =>
            {
                (double[] instead, List<int> met) = space;
                double own = 0;
                for (int entry = side.Starts[person]; entry < side.Starts[person + 1]; entry++)
                {
                    int pair = side.Pairs[entry];
                    double look = Chance(market, pair) * side.Looks[pair];
                    own += look * side.Looked[pair];
                    int other = side.Others[pair];
                    for (int at = others.Starts[other]; at < others.Starts[other + 1]; at++)
                    {
                        int rival = others.Pairs[at];
                        if (instead[side.Persons[rival]] == 0)
                            met.Add(side.Persons[rival]);
                        instead[side.Persons[rival]] += look * side.Looked[rival];
                    }
                }

                long envied = 0;
                foreach (int rival in met)
                {
                    if (rival != person && instead[rival] > own * Margin)
                        envied++;
                    instead[rival] = 0;
                }

                met.Clear();
                Interlocked.Add(ref envy, envied);
                return space;
            },
            _ => { }
        );
        return envy;
    }

    /// <summary>How often each is looked at.</summary>
    private static double[] Exposures(Side side)
    {
        double[] exposures = new double[side.Count];
        foreach (int pair in side.Pairs)
            exposures[side.Persons[pair]] += side.Looked[pair];
        return exposures;
    }

    private static double Gini(double[] values)
    {
        Array.Sort(values);
        double total = values.Sum();
        if (total == 0)
            return 0;
        double ranked = 0;
        for (int i = 0; i < values.Length; i++)
            ranked += ((2.0 * (i + 1)) - values.Length - 1) * values[i];
        return ranked / (values.Length * total);
    }

    /// <summary>One side's view: its pairs, whom they are with, how its persons look and are looked at.</summary>
    private sealed record Side(int[] Starts, int[] Pairs, int[] Persons, int[] Others, double[] Looks, double[] Looked)
    {
        public int Count => Starts.Length - 1;
    }
}
