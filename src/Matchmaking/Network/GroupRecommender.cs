namespace Matchmaking;

/// <summary>
/// Who completes a group: which series of occasions have these people in common, who else comes to those, and who is close to them.
/// </summary>
/// <remarks>
/// P(series | people) ∝ √N·Π (p(person comes) + ε), N being the series' small occasions lately and p a member's share of them; a candidate's
/// score is 1 − exp(−product) of Σ P(series | people)·p(candidate comes) and their mean closeness to the group, before it is saturated.
/// </remarks>
internal sealed class GroupRecommender
{
    private const int All = -1;

    private readonly MemberNetwork _network;
    private readonly Attendance _series;
    private readonly int[] _placeOf;

    private GroupRecommender(MemberNetwork network, MatchmakerOptions options)
    {
        _network = network;
        Dictionary<(int Place, int Weekday, int Hour), int> index = [];
        List<int> placeOf = [];
        int Series(int place, int weekday, int hour)
        {
            if (!index.TryGetValue((place, weekday, hour), out int series))
            {
                index.Add((place, weekday, hour), series = placeOf.Count);
                placeOf.Add(place);
            }

            return series;
        }

        int[][] columns = new int[network.Log.Occasions.Count][];
        for (int o = 0; o < columns.Length; o++)
        {
            (int activity, DateTimeOffset? time) = network.Log.Occasions[o];
            int place = network.Tree.PlaceOf(activity);
            // What a group does on Tuesdays draws other people than its Saturdays, what it does in the morning other people than its evenings;
            // but an hour moves with daylight saving, a weekday stays. A place without events has neither.
            columns[o] = !network.Tree.Lasts(activity) && time is { } t
                ? [Series(place, (int)t.DayOfWeek, All), Series(place, (int)t.DayOfWeek, t.Hour)]
                : [Series(place, All, All)];
        }

        _placeOf = [.. placeOf];
        _series = Attendance.Build(network.Log, columns, network.Members, _placeOf.Length, network.Decay, options.SmallActivitySize);
    }

    public static GroupRecommender Build(MemberNetwork network, MatchmakerOptions options) => new(network, options);

    /// <summary>How well each member of the community completes the group, in [0, 1], by position; the group's own members included.</summary>
    public double[] Scores(IReadOnlyList<int> members)
    {
        double[] scores = SharesOfSeries(members);
        double[] closeness = new double[scores.Length];
        foreach (int member in members)
        {
            using NetworkQuery query = _network.For(member);
            for (int i = 0; i < closeness.Length; i++)
                closeness[i] += query.Strength(i) / members.Count;
        }

        for (int i = 0; i < scores.Length; i++)
            scores[i] = 1 - Math.Exp(-(scores[i] + NetworkDefaults.GroupSeriesFloor) * (closeness[i] + NetworkDefaults.GroupClosenessFloor));
        return scores;
    }

    /// <summary>Σ P(series | people)·p(member comes), by member.</summary>
    internal double[] SharesOfSeries(IReadOnlyList<int> members)
    {
        double[] scores = new double[_network.Members];
        foreach ((int series, double probability) in Posterior(members))
        {
            ReadOnlySpan<int> who = _series.ByColumn.Columns(series);
            ReadOnlySpan<double> visits = _series.ByColumn.Values(series);
            for (int i = 0; i < who.Length; i++)
                scores[who[i]] += probability * Share(series, visits[i]);
        }

        return scores;
    }

    /// <summary>What a candidate has in common with the group: the activities that hold the shared series, strongest first.</summary>
    public IReadOnlyList<int> SharedActivities(IReadOnlyList<int> members, int candidate, int atMost) =>
    [
        .. Posterior(members)
            .Select(s => (Place: _placeOf[s.Series], Strength: s.Probability * Share(s.Series, _series.ByMember[candidate, s.Series])))
            .Where(s => s.Strength > 0)
            .GroupBy(s => s.Place, (place, all) => (Place: place, Strength: all.Sum(s => s.Strength)))
            .OrderByDescending(s => s.Strength).ThenBy(s => s.Place).Take(atMost).Select(s => s.Place),
    ];

    private double Share(int series, double visits) => visits / (_series.Occasions[series] + NetworkDefaults.SeriesPrior);

    private List<(int Series, double Probability)> Posterior(IReadOnlyList<int> members)
    {
        List<(int Series, double Log)> series = [];
        SortedSet<int> candidates = [];
        foreach (int member in members)
            candidates.UnionWith(_series.ByMember.Columns(member).ToArray());
        foreach (int s in candidates)
        {
            double log = 0.5 * Math.Log(_series.SmallOccasions[s] + NetworkDefaults.SeriesSmallPrior);
            foreach (int member in members)
                log += Math.Log(Share(s, _series.ByMember[member, s]) + NetworkDefaults.SeriesFloor);
            series.Add((s, log));
        }

        if (series.Count == 0)
            return [];
        double most = series.Max(s => s.Log);
        double sum = series.Sum(s => Math.Exp(s.Log - most));
        return [.. series.Select(s => (s.Series, Math.Exp(s.Log - most) / sum))];
    }
}
