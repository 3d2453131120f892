namespace Matchmaking.Learning;

/// <summary>
/// At how many small occasions two will be together, by where each is forecast to come: both where they have been, one of them new, both
/// new.
/// </summary>
internal sealed class ForecastFeatures
{
    public static readonly NetworkColumn[] Each =
    [
        new("forecast-together", "forecast at the same occasions"),
        new("forecast-attended-by-new", "the one is forecast where the other is new"),
        new("forecast-best-place", "the activity where both are most expected"),
    ];

    private readonly NetworkFeatures _network;
    private readonly SparseRows _rates;
    private readonly double[] _small;

    public ForecastFeatures(CommunityIndex index, ReturnForecast forecast)
    {
        _network = index.NetworkFeatures();
        _rates = forecast.Rates(index);
        _small = _network.Places[1].SmallOccasions;
    }

    public void Write(PairQuery query, int candidate, Span<float> row)
    {
        State state = query.State(this, Make);
        ReadOnlySpan<int> theirs = _rates.Columns(candidate);
        ReadOnlySpan<double> rates = _rates.Values(candidate);
        double together = 0,
            best = 0,
            mixed = 0;
        for (int i = 0; i < theirs.Length; i++)
        {
            double here = state.Own[theirs[i]] * rates[i];
            (together, best, mixed) = (together + here, Math.Max(best, here), mixed + (state.New[theirs[i]] * rates[i]));
        }

        ReadOnlySpan<int> next = _network.Next.Columns(candidate);
        ReadOnlySpan<double> joins = _network.Next.Values(candidate);
        for (int i = 0; i < next.Length; i++)
            mixed += state.Own[next[i]] * joins[i];
        (row[0], row[1], row[2]) = ((float)together, (float)mixed, (float)best);
    }

    private State Make(PairQuery query)
    {
        double[] own = new double[_small.Length],
            next = new double[_small.Length];
        ReadOnlySpan<int> places = _rates.Columns(query.Member);
        for (int i = 0; i < places.Length; i++)
            own[places[i]] = _rates.Values(query.Member)[i] * _small[places[i]];
        places = _network.Next.Columns(query.Member);
        for (int i = 0; i < places.Length; i++)
            next[places[i]] = _network.Next.Values(query.Member)[i] * _small[places[i]];
        return new State(own, next);
    }

    private sealed record State(double[] Own, double[] New);
}
