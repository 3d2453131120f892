namespace Matchmaking.Learning;

/// <summary>
/// Which columns (places, titles) some people share, P(column | people) ∝ √N·Π (p(person comes) + ε), and who else comes to those: as
/// <see cref="GroupRecommender"/> has it for series by weekday and hour.
/// </summary>
internal static class SeriesPosterior
{
    /// <summary>Σ P(column | people)·p(member comes), by member.</summary>
    public static MemberNumbers Shares(Attendance attendance, IReadOnlyList<int> people, double floor)
    {
        var shares = new MemberNumbers(attendance.ByMember.Rows);
        Span<double> scores = shares.Span;
        SortedSet<int> columns = [.. people.SelectMany(person => attendance.ByMember.Columns(person).ToArray())];
        if (columns.Count == 0)
            return shares;
        (int Column, double Log)[] logs =
        [
            .. columns.Select(column =>
                (
                    column,
                    (0.5 * Math.Log(attendance.SmallOccasions[column] + NetworkDefaults.SeriesSmallPrior))
                        + people.Sum(person => Math.Log(Share(attendance, column, attendance.ByMember[person, column]) + floor))
                )
            ),
        ];
        double most = logs.Max(l => l.Log),
            sum = logs.Sum(l => Math.Exp(l.Log - most));
        foreach ((int column, double log) in logs)
        {
            double probability = Math.Exp(log - most) / sum;
            ReadOnlySpan<int> who = attendance.ByColumn.Columns(column);
            ReadOnlySpan<double> visits = attendance.ByColumn.Values(column);
            for (int i = 0; i < who.Length; i++)
                scores[who[i]] += probability * Share(attendance, column, visits[i]);
        }

        return shares;
    }

    private static double Share(Attendance attendance, int column, double visits) =>
        visits / (attendance.Occasions[column] + NetworkDefaults.SeriesPrior);
}
