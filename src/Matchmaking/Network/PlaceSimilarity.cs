namespace Matchmaking.Network;

/// <summary>
/// Which places draw the same people: the cosine of their members' decayed attendance (item-based neighbourhoods; Sarwar et al. 2001), the
/// members' weight being 1 / ln(2 + number of places), since who goes everywhere tells little (Breese et al. 1998, inverse user frequency).
/// </summary>
internal static class PlaceSimilarity
{
    /// <param name="taste">Member × place: decayed visits.</param>
    /// <param name="places">How many places there are.</param>
    /// <returns>Place × place, symmetric, nothing on the diagonal.</returns>
    public static SparseRows Build(SparseRows taste, int places)
    {
        // The cube root: the tenth visit tells less about taste than the first.
        SparseRows damped = taste.Map(Math.Cbrt);
        SparseRows byPlace = damped.Transpose(places);
        int[] kept = KeptThresholds(damped, out double[] least);
        double[] norms = new double[places];
        for (int place = 0; place < places; place++)
        {
            foreach (double value in byPlace.Values(place))
                norms[place] += value * value;
        }

        var rows = new (int, int, double)[places][];
        Parallel.For(
            0,
            places,
            ParallelWork.Here(),
            () => (Sums: new double[places], Touched: new List<int>()),
            (place, _, state) =>
            {
                ReadOnlySpan<int> members = byPlace.Columns(place);
                ReadOnlySpan<double> values = byPlace.Values(place);
                for (int i = 0; i < members.Length; i++)
                {
                    int m = members[i];
                    if (values[i] < least[m])
                        continue;
                    double weight = values[i] / Math.Log(2 + kept[m]);
                    ReadOnlySpan<int> others = damped.Columns(m);
                    ReadOnlySpan<double> otherValues = damped.Values(m);
                    for (int j = 0; j < others.Length; j++)
                    {
                        if (others[j] == place || otherValues[j] < least[m])
                            continue;
                        if (state.Sums[others[j]] == 0)
                            state.Touched.Add(others[j]);
                        state.Sums[others[j]] += weight * otherValues[j];
                    }
                }

                rows[place] =
                [
                    .. state
                        .Touched.Select(other => (place, other, state.Sums[other] / (Math.Sqrt(norms[place] * norms[other]) + 1)))
                        .OrderByDescending(entry => entry.Item3)
                        .ThenBy(entry => entry.other)
                        .Take(NetworkDefaults.SimilarKept),
                ];
                foreach (int other in state.Touched)
                    state.Sums[other] = 0;
                state.Touched.Clear();
                return state;
            },
            _ => { }
        );
        return Symmetric(rows, places);
    }

    /// <summary>An entry that either of the two keeps, both keep; by the larger value, for the two differ by rounding.</summary>
    private static SparseRows Symmetric((int Row, int Column, double Value)[][] rows, int places)
    {
        Dictionary<(int, int), double> entries = [];
        foreach ((int row, int column, double value) in rows.SelectMany(row => row))
        {
            (int, int) key = row < column ? (row, column) : (column, row);
            entries[key] = Math.Max(entries.GetValueOrDefault(key), value);
        }

        return SparseRows.From(
            places,
            [.. entries.SelectMany(e => new[] { (e.Key.Item1, e.Key.Item2, e.Value), (e.Key.Item2, e.Key.Item1, e.Value) })]
        );
    }

    /// <summary>Each member's number of places that count, and the least value that does.</summary>
    private static int[] KeptThresholds(SparseRows rows, out double[] least)
    {
        int[] kept = new int[rows.Rows];
        least = new double[rows.Rows];
        for (int m = 0; m < kept.Length; m++)
        {
            kept[m] = Math.Min(rows.Columns(m).Length, NetworkDefaults.TasteKept);
            if (rows.Columns(m).Length > NetworkDefaults.TasteKept)
                least[m] = rows.Values(m).ToArray().OrderDescending().ElementAt(NetworkDefaults.TasteKept - 1);
        }

        return kept;
    }
}
