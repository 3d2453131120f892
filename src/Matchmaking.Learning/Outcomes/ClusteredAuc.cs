namespace Matchmaking.Learning;

/// <summary>
/// The area under the ROC curve with its standard error, from placement values (DeLong et al. 1988) summed by the member who asked, whose
/// rows are not independent (Obuchowski 1997). Lists are measured each for itself, since the models of each fold have their own scale, and
/// weighed by their positives.
/// </summary>
internal static class ClusteredAuc
{
    /// <summary>What each cluster adds to the area's error, and the area.</summary>
    /// <param name="scores">What is said of each row.</param>
    /// <param name="labels">What is true of it.</param>
    /// <param name="clusters">Who asked.</param>
    /// <param name="lists">Which rows are compared with each other: those of a fold, or of one asker in it.</param>
    public static (double Auc, Dictionary<int, double> Errors) Of(double[] scores, bool[] labels, int[] clusters, int[] lists)
    {
        Dictionary<int, double> errors = [];
        var measured = Enumerable
            .Range(0, scores.Length)
            .GroupBy(i => lists[i])
            .Select(group => group.ToArray())
            .Where(rows => rows.Any(i => labels[i]) && rows.Any(i => !labels[i]))
            .Select(rows => new Measured(rows, scores, labels))
            .ToArray();
        if (measured.Length == 0)
            return (.5, errors);
        double positives = measured.Sum(list => list.Yes.Length),
            auc = measured.Sum(list => list.Yes.Length / positives * list.Area);
        foreach (Measured list in measured)
        {
            double share = list.Yes.Length / positives;
            int asker = clusters[list.Rows[0]];
            // A list of one asker is one observation, and no two rows of it are.
            if (Array.TrueForAll(list.Rows, i => clusters[i] == asker))
            {
                Add(errors, asker, share * (list.Area - auc));
                continue;
            }

            foreach (int i in list.Yes)
                Add(errors, clusters[i], share * (list.PlacementOfYes(i) - list.Area) / list.Yes.Length);
            foreach (int i in list.No)
                Add(errors, clusters[i], share * (list.PlacementOfNo(i) - list.Area) / list.No.Length);
        }

        return (auc, errors);
    }

    public static double StandardError(Dictionary<int, double> errors) => Error(errors.Values, errors.Count);

    /// <summary>Of the difference of two areas on the same rows.</summary>
    public static double StandardError(Dictionary<int, double> a, Dictionary<int, double> b) =>
        Error(a.Select(pair => pair.Value - b.GetValueOrDefault(pair.Key)), a.Count);

    private static double Error(IEnumerable<double> parts, int count) =>
        count < 2 ? double.PositiveInfinity : Math.Sqrt(parts.Sum(part => part * part) * count / (count - 1.0));

    private static void Add(Dictionary<int, double> errors, int cluster, double error) =>
        errors[cluster] = errors.GetValueOrDefault(cluster) + error;

    /// <summary>Ranks from 1, equal scores sharing the mean of theirs.</summary>
    private static Dictionary<int, double> Ranks(int[] rows, double[] scores)
    {
        int[] order = [.. rows.OrderBy(i => scores[i])];
        var ranks = new Dictionary<int, double>(order.Length);
        for (int first = 0; first < order.Length; )
        {
            int next = first;
            while (next < order.Length && scores[order[next]] == scores[order[first]])
                next++;
            for (int i = first; i < next; i++)
                ranks[order[i]] = (first + 1 + next) / 2.0;
            first = next;
        }

        return ranks;
    }

    /// <summary>The rows of one list: which share of the noes each yes is above, and of the yeses above each no.</summary>
    private sealed class Measured
    {
        private readonly Dictionary<int, double> _all;
        private readonly Dictionary<int, double> _ofYes;
        private readonly Dictionary<int, double> _ofNo;

        public Measured(int[] rows, double[] scores, bool[] labels)
        {
            (Rows, Yes, No) = (rows, [.. rows.Where(i => labels[i])], [.. rows.Where(i => !labels[i])]);
            (_all, _ofYes, _ofNo) = (Ranks(rows, scores), Ranks(Yes, scores), Ranks(No, scores));
            Area = Yes.Average(PlacementOfYes);
        }

        public int[] Rows { get; }

        public int[] Yes { get; }

        public int[] No { get; }

        public double Area { get; }

        public double PlacementOfYes(int row) => (_all[row] - _ofYes[row]) / No.Length;

        public double PlacementOfNo(int row) => 1 - ((_all[row] - _ofNo[row]) / Yes.Length);
    }
}
