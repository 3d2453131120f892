namespace Matchmaking;

/// <summary>
/// The area under the ROC curve with its standard error, from placement values (DeLong et al. 1988) summed by the member who asked, whose rows are not
/// independent (Obuchowski 1997). Folds are measured each for itself, since their models have each their own scale, and weighed by their positives.
/// </summary>
internal static class ClusteredAuc
{
    /// <summary>What each cluster adds to the area's error, and the area.</summary>
    public static (double Auc, Dictionary<int, double> Errors) Of(double[] scores, bool[] labels, int[] clusters, int[] folds)
    {
        double auc = 0;
        Dictionary<int, double> errors = [];
        var measured = Enumerable.Range(0, scores.Length).GroupBy(i => folds[i]).Select(group => group.ToArray())
            .Where(rows => rows.Any(i => labels[i]) && rows.Any(i => !labels[i])).ToArray();
        int positives = measured.Sum(rows => rows.Count(i => labels[i]));
        foreach (int[] rows in measured)
        {
            int[] yes = [.. rows.Where(i => labels[i])], no = [.. rows.Where(i => !labels[i])];
            Dictionary<int, double> all = Ranks(rows, scores), ofYes = Ranks(yes, scores), ofNo = Ranks(no, scores);
            double area = yes.Sum(i => all[i] - ofYes[i]) / ((double)yes.Length * no.Length);
            double share = yes.Length / (double)positives;
            auc += share * area;
            foreach (int i in yes)
                Add(errors, clusters[i], share * ((all[i] - ofYes[i]) / no.Length - area) / yes.Length);
            foreach (int i in no)
                Add(errors, clusters[i], share * (1 - ((all[i] - ofNo[i]) / yes.Length) - area) / no.Length);
        }

        return (measured.Length == 0 ? .5 : auc, errors);
    }

    public static double StandardError(Dictionary<int, double> errors) => Error(errors.Values, errors.Count);

    /// <summary>Of the difference of two areas on the same rows.</summary>
    public static double StandardError(Dictionary<int, double> a, Dictionary<int, double> b) => Error(a.Select(pair => pair.Value - b.GetValueOrDefault(pair.Key)), a.Count);

    private static double Error(IEnumerable<double> parts, int count) => count < 2 ? double.PositiveInfinity : Math.Sqrt(parts.Sum(part => part * part) * count / (count - 1.0));

    private static void Add(Dictionary<int, double> errors, int cluster, double error) => errors[cluster] = errors.GetValueOrDefault(cluster) + error;

    /// <summary>Ranks from 1, equal scores sharing the mean of theirs.</summary>
    private static Dictionary<int, double> Ranks(int[] rows, double[] scores)
    {
        int[] order = [.. rows.OrderBy(i => scores[i])];
        var ranks = new Dictionary<int, double>(order.Length);
        for (int first = 0; first < order.Length;)
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
}
