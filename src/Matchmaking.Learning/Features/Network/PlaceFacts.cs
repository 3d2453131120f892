namespace Matchmaking.Learning;

/// <summary>
/// What is known of each place whoever is asked for: how many come, how many are new, how often anything happens, and where that goes.
/// </summary>
internal sealed class PlaceFacts
{
    public static readonly NetworkColumn[] Each =
    [
        new("joiners-lately", "people who joined lately"),
        new("visits-short", "visits in the last weeks"),
        new("visits", "visits in the last months"),
        new("visits-long", "visits in the last half year"),
        new("visitors", "different people who come"),
        new("occasions-short", "occasions in the last weeks"),
        new("occasions", "occasions in the last months"),
        new("occasions-long", "occasions in the last half year"),
        new("small-share", "share of small company"),
        new("trend", "whether more come, or fewer"),
        new("days-since-last", "days since the last doing"),
        new("new-share", "share of people who are new"),
    ];

    private readonly float[] _values;

    public PlaceFacts(NetworkFeatures features)
    {
        AttendanceTable table = features.Places;
        int places = table.Columns;
        double[,] visits = new double[places, table.HalfLives];
        for (int h = 0; h < table.HalfLives; h++)
        {
            for (int place = 0; place < places; place++)
            {
                foreach (double value in table[h].ByColumn.Values(place))
                    visits[place, h] += value;
            }
        }

        var last = new DateTimeOffset?[places];
        AttendanceLog log = features.Network.Log;
        PlaceForecast forecast = features.Network.Places;
        foreach (AttendanceLog.Occasion occasion in log.Occasions)
        {
            foreach (int activity in features.Network.Tree.PlacesOf(occasion.Activity))
            {
                int place = forecast.IndexOf[activity];
                last[place] = occasion.Time > last[place] || last[place] is null ? occasion.Time : last[place];
            }
        }

        DateTimeOffset now = features.Network.Decay.Reference;
        _values = new float[places * Each.Length];
        for (int p = 0; p < places; p++)
        {
            ReadOnlySpan<float> row =
            [
                Log(forecast.Joiners[p]),
                Log(visits[p, 0]),
                Log(visits[p, 1]),
                Log(visits[p, 2]),
                Log(table[0].ByColumn.Columns(p).Length),
                Log(table[0].Occasions[p]),
                Log(table[1].Occasions[p]),
                Log(table[2].Occasions[p]),
                (float)((table[2].SmallOccasions[p] + .5) / (table[2].Occasions[p] + 1)),
                (float)Math.Log((visits[p, 0] + .1) / (visits[p, 2] + .1)),
                last[p] is { } t ? (float)Math.Log(1 + Math.Max(0, (now - t).TotalDays)) : float.NaN,
                (float)(forecast.Joiners[p] / (visits[p, 1] + 1)),
            ];
            row.CopyTo(_values.AsSpan(p * Each.Length));
        }
    }

    public ReadOnlySpan<float> Of(int place) => _values.AsSpan(place * Each.Length, Each.Length);

    private static float Log(double value) => (float)Math.Log(1 + (value / .1));
}
