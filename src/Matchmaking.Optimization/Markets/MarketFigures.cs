using System.Runtime.InteropServices;

namespace Matchmaking.Optimization;

/// <summary>What the lists of a market bring about. Never changes; any number of threads may read it.</summary>
public sealed record MarketFigures
{
    /// <summary>More than rounding: a thousandth of a millionth.</summary>
    private const double Margin = 1 + 1e-9;

    /// <summary>The sum over pairs of the probability that both look and both like.</summary>
    public required double ExpectedMatches { get; init; }

    /// <summary>
    /// How many ordered pairs of left persons there are where the first would expect more matches if shown on the right persons' lists
    /// where the second is.
    /// </summary>
    public required long LeftEnvy { get; init; }

    /// <summary>The same on the right.</summary>
    public required long RightEnvy { get; init; }

    /// <summary>How unevenly left persons are looked at: Gini's coefficient, 0 the same for all, 1 one alone.</summary>
    public required double LeftExposureGini { get; init; }

    /// <summary>The same on the right.</summary>
    public required double RightExposureGini { get; init; }

    /// <summary>Measures lists. Time: for envy, the pairs times how many stand on a list on the other side.</summary>
    /// <param name="market">The market that the lists are of.</param>
    /// <param name="lists">How both sides rank.</param>
    /// <param name="cancellationToken">Ends the measurement.</param>
    /// <exception cref="ArgumentException">The lists are not as long as the market has pairs.</exception>
    /// <exception cref="OperationCanceledException">The measurement was ended.</exception>
    public static MarketFigures Of(TwoSidedMarket market, MarketLists lists, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(lists);
        if (lists.LeftLooks.IsDefault || lists.RightLooks.IsDefault)
            throw new ArgumentException("the lists have no looks", nameof(lists));
        if (lists.LeftLooks.Length != market.PairCount || lists.RightLooks.Length != market.PairCount)
        {
            throw new ArgumentException(
                $"the market has {market.PairCount} pairs, the lists {lists.LeftLooks.Length} and {lists.RightLooks.Length} looks",
                nameof(lists)
            );
        }

        double matches = 0;
        for (int pair = 0; pair < market.PairCount; pair++)
            matches += Chance(market, pair) * lists.LeftLooks[pair] * lists.RightLooks[pair];
        int[] all = [.. Enumerable.Range(0, market.PairCount)];
        double[] leftLooks = ImmutableCollectionsMarshal.AsArray(lists.LeftLooks)!;
        double[] rightLooks = ImmutableCollectionsMarshal.AsArray(lists.RightLooks)!;
        var left = new Side(market.LeftStarts, all, market.Lefts, market.Rights, leftLooks, rightLooks);
        var right = new Side(market.RightStarts, market.RightPairs, market.Rights, market.Lefts, rightLooks, leftLooks);
        return new MarketFigures
        {
            ExpectedMatches = matches,
            LeftEnvy = Envy(market, left, right, cancellationToken),
            RightEnvy = Envy(market, right, left, cancellationToken),
            LeftExposureGini = Gini(Exposures(left)),
            RightExposureGini = Gini(Exposures(right)),
        };
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
