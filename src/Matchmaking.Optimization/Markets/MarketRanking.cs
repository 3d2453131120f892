namespace Matchmaking.Optimization.Markets;

/// <summary>Lists both sides by a value of each pair, the greatest first.</summary>
internal static class MarketRanking
{
    public static MarketLists By(TwoSidedMarket market, Func<int, double> left, Func<int, double> right, CancellationToken ct)
    {
        int[] leftRanks = new int[market.PairCount];
        int[] rightRanks = new int[market.PairCount];
        var options = ParallelWork.Here(cancellationToken: ct);
        Parallel.For(
            0,
            market.LeftCount,
            options,
            () => new Sorter(),
            (person, _, sorter) =>
            {
                (int start, int end) = (market.LeftStarts[person], market.LeftStarts[person + 1]);
                int[] order = sorter.Sort(end - start, i => left(start + i));
                for (int rank = 0; rank < end - start; rank++)
                    leftRanks[start + order[rank]] = rank + 1;
                return sorter;
            },
            _ => { }
        );
        Parallel.For(
            0,
            market.RightCount,
            options,
            () => new Sorter(),
            (person, _, sorter) =>
            {
                (int start, int end) = (market.RightStarts[person], market.RightStarts[person + 1]);
                int[] order = sorter.Sort(end - start, i => right(market.RightPairs[start + i]));
                for (int rank = 0; rank < end - start; rank++)
                    rightRanks[market.RightPairs[start + order[rank]]] = rank + 1;
                return sorter;
            },
            _ => { }
        );
        return MarketLists.Fixed(leftRanks, rightRanks);
    }

    /// <summary>One thread's space to sort a list in.</summary>
    internal sealed class Sorter
    {
        private double[] _keys = [];
        private int[] _order = [];

        /// <summary>
        /// The places of the values from the greatest to the least, in the array's beginning; equal ones in any order, but always the same.
        /// </summary>
        public int[] Sort(int count, Func<int, double> value)
        {
            if (_keys.Length < count)
                (_keys, _order) = (new double[count], new int[count]);
            for (int i = 0; i < count; i++)
                (_keys[i], _order[i]) = (-value(i), i);
            Array.Sort(_keys, _order, 0, count);
            return _order;
        }
    }
}
