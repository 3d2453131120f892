namespace Matchmaking.Evaluation;

/// <summary>What lists of suggestions do to a community beside being right: whom they show, and whether they show something new.</summary>
public static class ListMetrics
{
    /// <summary>The share of the catalogue that stands in at least one list, in [0, 1].</summary>
    /// <param name="lists">A list of suggestions an asker.</param>
    /// <param name="catalogue">How many could be suggested, at least one.</param>
    public static double CatalogueCoverage<T>(IEnumerable<IReadOnlyList<T>> lists, int catalogue)
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentOutOfRangeException.ThrowIfLessThan(catalogue, 1);
        return (double)lists.SelectMany(list => list).Distinct().Count() / catalogue;
    }

    /// <summary>
    /// The Gini coefficient of how often each of the catalogue is shown: 0 where all are shown alike, towards 1 where a few take
    /// everything. Those who are never shown count, too. 0 where nobody is shown.
    /// </summary>
    /// <param name="lists">A list of suggestions an asker.</param>
    /// <param name="catalogue">Everybody who could be suggested, each once.</param>
    public static double GiniOfExposure<T>(IEnumerable<IReadOnlyList<T>> lists, IReadOnlyCollection<T> catalogue)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(lists);
        ArgumentNullException.ThrowIfNull(catalogue);
        Dictionary<T, int> shown = lists.SelectMany(list => list).CountBy(item => item).ToDictionary();
        return Gini([.. catalogue.Select(item => (double)shown.GetValueOrDefault(item))]);
    }

    /// <summary>The Gini coefficient of amounts of at least 0; 0 where all are 0.</summary>
    /// <param name="amounts">What each one has.</param>
    /// <exception cref="ArgumentException">An amount is negative or not finite.</exception>
    public static double Gini(IReadOnlyList<double> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        if (amounts.Any(amount => !(amount >= 0) || double.IsInfinity(amount)))
            throw new ArgumentException("an amount is negative or not finite", nameof(amounts));
        double total = amounts.Sum();
        // Σ (2i − n − 1)·xᵢ / (n·Σx) over ascending x, i from 1.
        return total == 0
            ? 0
            : amounts.Order().Select((amount, i) => ((2.0 * (i + 1)) - amounts.Count - 1) * amount).Sum() / (amounts.Count * total);
    }

    /// <summary>The mean distance of two in a list (Ziegler et al. 2005); 0 for lists of fewer than two.</summary>
    /// <param name="list">The suggestions.</param>
    /// <param name="distance">How unlike two are, usually in [0, 1]; symmetric.</param>
    public static double IntraListDiversity<T>(IReadOnlyList<T> list, Func<T, T, double> distance)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(distance);
        double sum = 0;
        for (int i = 0; i < list.Count; i++)
        {
            for (int j = i + 1; j < list.Count; j++)
                sum += distance(list[i], list[j]);
        }

        return list.Count < 2 ? 0 : sum / (list.Count * (list.Count - 1) / 2.0);
    }

    /// <summary>
    /// The mean over a list of −log₂ of the share of people who know the item already (Zhou et al. 2010), in bits; 0 for an empty list.
    /// </summary>
    /// <param name="list">The suggestions.</param>
    /// <param name="share">The share of the community that knows an item, in (0, 1].</param>
    /// <exception cref="ArgumentException">A share is outside (0, 1].</exception>
    public static double Novelty<T>(IReadOnlyList<T> list, Func<T, double> share)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(share);
        double sum = 0;
        foreach (T item in list)
        {
            double known = share(item);
            sum += known is > 0 and <= 1 ? -Math.Log2(known) : throw new ArgumentException("a share is outside (0, 1]", nameof(share));
        }

        return list.Count == 0 ? 0 : sum / list.Count;
    }
}
