using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// Who completes a group: which series of occasions have these people in common, who else comes to those, and who is close to them.
/// </summary>
/// <remarks>
/// P(series | people) ∝ √N·Π (p(person comes) + ε), N being the series' small occasions lately and p a member's share of them; a
/// candidate's score is 1 − exp(−product) of Σ P(series | people)·p(candidate comes) and their mean closeness to the group, before it is
/// saturated.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GroupRecommender(MemberNetwork network)
{
    internal static GroupRecommender Build(MemberNetwork network) => new(network);

    /// <summary>How well somebody completes a group, in [0, 1].</summary>
    /// <param name="share">Their part in the group's series (<see cref="SharesOfSeries"/>).</param>
    /// <param name="closeness">Their mean closeness to the group, before it is saturated.</param>
    internal static double Score(double share, double closeness) =>
        1 - Math.Exp(-(share + NetworkDefaults.GroupSeriesFloor) * (closeness + NetworkDefaults.GroupClosenessFloor));

    /// <summary>Σ P(series | people)·p(member comes), by member.</summary>
    /// <param name="members">The positions of the members.</param>
    public MemberNumbers SharesOfSeries(IReadOnlyList<int> members)
    {
        var shares = new MemberNumbers(network.Members);
        Span<double> scores = shares.Span;
        List<(int Series, double Probability)> posterior = Posterior(members);
        for (int start = 0, end; start < posterior.Count; start = end)
        {
            // The series of one place, and those who come there.
            int place = NetworkFit.PlaceOfSeries(posterior[start].Series);
            for (end = start; end < posterior.Count && NetworkFit.PlaceOfSeries(posterior[end].Series) == place; end++) { }

            foreach (int member in network.Places.Attendance.ByColumn.Columns(place))
                scores[member] += Shares(member, posterior, start, end);
        }

        return shares;
    }

    /// <summary>What a candidate has in common with the group: the activities that hold the shared series, strongest first.</summary>
    internal IReadOnlyList<int> SharedActivities(IReadOnlyList<int> members, int candidate, int atMost) =>
        [
            .. Posterior(members)
                .Select(s =>
                    (
                        Place: network.Fit.Places[NetworkFit.PlaceOfSeries(s.Series)],
                        Strength: s.Probability * Share(s.Series, network.Series[candidate, s.Series])
                    )
                )
                .Where(s => s.Strength > 0)
                .GroupBy(s => s.Place, (place, all) => (Place: place, Strength: all.Sum(s => s.Strength)))
                .OrderByDescending(s => s.Strength)
                .ThenBy(s => s.Place)
                .Take(atMost)
                .Select(s => s.Place),
        ];

    private double Shares(int member, List<(int Series, double Probability)> posterior, int start, int end)
    {
        ReadOnlySpan<int> series = network.Series.Columns(member);
        ReadOnlySpan<double> visits = network.Series.Values(member);
        int at = series.BinarySearch(posterior[start].Series);
        double sum = 0;
        for (int i = at < 0 ? ~at : at; i < series.Length && start < end; )
        {
            if (series[i] == posterior[start].Series)
                sum += posterior[start].Probability * Share(series[i], visits[i]);
            if (series[i] <= posterior[start].Series)
                i++;
            else
                start++;
        }

        return sum;
    }

    private double Share(int series, double visits) =>
        visits / (network.Fit.Series.GetValueOrDefault(series).All + NetworkDefaults.SeriesPrior);

    private List<(int Series, double Probability)> Posterior(IReadOnlyList<int> members)
    {
        List<(int Series, double Log)> series = [];
        SortedSet<int> candidates = [];
        foreach (int member in members)
            candidates.UnionWith(network.Series.Columns(member).ToArray());
        foreach (int s in candidates)
        {
            double log = 0.5 * Math.Log(network.Fit.Series.GetValueOrDefault(s).Small + NetworkDefaults.SeriesSmallPrior);
            foreach (int member in members)
                log += Math.Log(Share(s, network.Series[member, s]) + NetworkDefaults.SeriesFloor);
            series.Add((s, log));
        }

        if (series.Count == 0)
            return [];
        double most = series.Max(s => s.Log);
        double sum = series.Sum(s => Math.Exp(s.Log - most));
        return [.. series.Select(s => (s.Series, Math.Exp(s.Log - most) / sum))];
    }
}
