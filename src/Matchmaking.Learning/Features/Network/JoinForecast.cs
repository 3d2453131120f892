namespace Matchmaking.Learning;

/// <summary>
/// Where members will come whom nothing ties to a place yet: by the places like their own (item-based neighbourhoods) and the patterns
/// of who comes where. How many join each lately is left out: a crowd makes joining likelier, meeting any one person less so.
/// </summary>
internal static class JoinForecast
{
    /// <summary>A member's likeliest new places; beyond these, what is left is spread thin.</summary>
    private const int Kept = 30;

    /// <returns>Member × place, the member's own places left out.</returns>
    public static SparseRows Build(MemberNetwork network)
    {
        PlaceForecast places = network.Places;
        var rows = new (int, int, double)[network.Members][];
        Parallel.For(
            0,
            network.Members,
            ParallelWork.Here(),
            () => (Sums: new double[places.Places.Count], Touched: new List<int>()),
            (member, _, state) =>
            {
                ReadOnlySpan<int> own = places.Taste.Columns(member);
                ReadOnlySpan<double> taste = places.Taste.Values(member);
                for (int i = 0; i < own.Length; i++)
                {
                    ReadOnlySpan<int> similar = places.Similar.Columns(own[i]);
                    ReadOnlySpan<double> similarity = places.Similar.Values(own[i]);
                    for (int j = 0; j < similar.Length; j++)
                    {
                        if (state.Sums[similar[j]] == 0)
                            state.Touched.Add(similar[j]);
                        state.Sums[similar[j]] += taste[i] * similarity[j];
                    }
                }

                foreach (int place in own)
                    state.Sums[place] = 0;
                float[] point = places.PointOf(member);
                rows[member] =
                [
                    .. state
                        .Touched.Where(place => state.Sums[place] > 0)
                        .Select(place => (member, place, state.Sums[place] * Math.Exp(.5 * network.Factors.Likeness(point, place))))
                        .OrderByDescending(entry => entry.Item3)
                        .ThenBy(entry => entry.place)
                        .Take(Kept),
                ];
                foreach (int place in state.Touched)
                    state.Sums[place] = 0;
                state.Touched.Clear();
                return state;
            },
            _ => { }
        );
        return SparseRows.From(network.Members, [.. rows.SelectMany(row => row)]);
    }
}
