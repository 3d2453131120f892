namespace Matchmaking.Optimization.Markets;

/// <summary>
/// Lists by chance that maximise welfare, by Frank and Wolfe's method (1956) over what each person looks at: the best list against the
/// present gradient is a sort, and the lists move a little towards it. Nash welfare as fair division (Saito and Joachims, KDD 2022): each
/// side's lists share out the other side's chances to be seen, so that those maximise the product of the others' expected matches; both
/// sides move at once.
/// </summary>
internal sealed class WelfareLists
{
    private readonly TwoSidedMarket _market;
    private readonly bool _isNash;
    private readonly int _seed;
    private readonly double[] _chances;
    private readonly double[] _leftGains;
    private readonly double[] _rightGains;
    private readonly int[] _leftRanks;
    private readonly int[] _rightRanks;
    private double[] _leftLooks;
    private double[] _rightLooks;
    private double[] _nextLeft;
    private double[] _nextRight;

    private WelfareLists(TwoSidedMarket market, bool isNash, int seed)
    {
        (_market, _isNash, _seed) = (market, isNash, seed);
        int pairs = market.PairCount;
        _chances = new double[pairs];
        (_leftLooks, _rightLooks, _nextLeft, _nextRight) = (new double[pairs], new double[pairs], new double[pairs], new double[pairs]);
        (_leftRanks, _rightRanks) = (new int[pairs], new int[pairs]);
        (_leftGains, _rightGains) = (new double[market.LeftCount], new double[market.RightCount]);
        for (int pair = 0; pair < pairs; pair++)
            _chances[pair] = (double)market.LeftLikes[pair] * market.RightLikes[pair];
        StartEven(market.LeftStarts, null, _leftLooks);
        StartEven(market.RightStarts, market.RightPairs, _rightLooks);
    }

    public static MarketLists Solve(TwoSidedMarket market, bool isNash, int rounds, int seed, CancellationToken ct)
    {
        var lists = new WelfareLists(market, isNash, seed);
        for (int round = 0; round < rounds; round++)
        {
            ct.ThrowIfCancellationRequested();
            lists.Move(round, ct);
        }

        return MarketLists.Drawn(lists._leftRanks, lists._rightRanks, lists._leftLooks, lists._rightLooks);
    }

    /// <summary>Everybody looks at everybody on their list equally often.</summary>
    private static void StartEven(int[] starts, int[]? pairs, double[] looks)
    {
        for (int person = 0; person + 1 < starts.Length; person++)
        {
            int count = starts[person + 1] - starts[person];
            double even = 0;
            for (int rank = 1; rank <= count; rank++)
                even += 1.0 / rank / count;
            for (int entry = starts[person]; entry < starts[person + 1]; entry++)
                looks[pairs is null ? entry : pairs[entry]] = even;
        }
    }

    private void Move(int round, CancellationToken ct)
    {
        var options = ParallelWork.Here(cancellationToken: ct);
        double step = 2.0 / (round + 2);
        if (_isNash)
        {
            Parallel.For(0, _market.LeftCount, options, person => _leftGains[person] = Gain(_market.LeftStarts, null, person));
            Parallel.For(0, _market.RightCount, options, person =>
                _rightGains[person] = Gain(_market.RightStarts, _market.RightPairs, person)
            );
        }

        Parallel.For(
            0,
            _market.LeftCount,
            options,
            () => new MarketRanking.Sorter(),
            (person, _, sorter) =>
            {
                (int start, int end) = (_market.LeftStarts[person], _market.LeftStarts[person + 1]);
                int[] order = sorter.Sort(end - start, i =>
                {
                    int pair = start + i;
                    return _chances[pair] * _rightLooks[pair] / (_isNash ? _rightGains[_market.Rights[pair]] : 1);
                });
                bool isDrawn = Draw(2 * round, person) < step;
                for (int rank = 1; rank <= end - start; rank++)
                    Step(start + order[rank - 1], rank, step, isDrawn, _leftLooks, _nextLeft, _leftRanks);
                return sorter;
            },
            _ => { }
        );
        Parallel.For(
            0,
            _market.RightCount,
            options,
            () => new MarketRanking.Sorter(),
            (person, _, sorter) =>
            {
                (int start, int end) = (_market.RightStarts[person], _market.RightStarts[person + 1]);
                int[] order = sorter.Sort(end - start, i =>
                {
                    int pair = _market.RightPairs[start + i];
                    return _chances[pair] * _leftLooks[pair] / (_isNash ? _leftGains[_market.Lefts[pair]] : 1);
                });
                bool isDrawn = Draw((2 * round) + 1, person) < step;
                for (int rank = 1; rank <= end - start; rank++)
                    Step(_market.RightPairs[start + order[rank - 1]], rank, step, isDrawn, _rightLooks, _nextRight, _rightRanks);
                return sorter;
            },
            _ => { }
        );
        (_leftLooks, _nextLeft) = (_nextLeft, _leftLooks);
        (_rightLooks, _nextRight) = (_nextRight, _rightLooks);
    }

    /// <summary>A person's expected matches; who cannot have any weighs nothing and must not divide by it.</summary>
    private double Gain(int[] starts, int[]? pairs, int person)
    {
        double gain = 0;
        for (int entry = starts[person]; entry < starts[person + 1]; entry++)
        {
            int pair = pairs is null ? entry : pairs[entry];
            gain += _chances[pair] * _leftLooks[pair] * _rightLooks[pair];
        }

        return gain > 0 ? gain : 1;
    }

    private static void Step(int pair, int rank, double step, bool isDrawn, double[] looks, double[] next, int[] ranks)
    {
        next[pair] = looks[pair] + (step * ((1.0 / rank) - looks[pair]));
        // The lists are a mixture of all that were moved towards; taking the new one with the step's probability draws from that mixture
        // and stores one list.
        if (isDrawn)
            ranks[pair] = rank;
    }

    /// <summary>A number in [0, 1) for a round and a person (SplitMix64): the same whatever thread draws it.</summary>
    private double Draw(int round, int person)
    {
        ulong z = ((ulong)(uint)_seed << 32) + (0x9E3779B97F4A7C15UL * (((ulong)(uint)round << 32 | (uint)person) + 1));
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
