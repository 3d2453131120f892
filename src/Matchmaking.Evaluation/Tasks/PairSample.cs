namespace Matchmaking.Evaluation;

/// <summary>
/// All pairs that one seed of a protocol tests, scored; measured as they are or with each unit (evening, asker) counting as often as told.
/// </summary>
internal sealed class PairSample
{
    private const double Epsilon = 2.220446049250313e-16;

    private readonly (TestPair Pair, double Score, int Unit)[] _rows;
    private readonly OrderedPairs _ordered;
    private readonly (RankedQuery Query, int Unit)[] _queries;
    private readonly (int RankAtFrom, int RankAtTo, int Unit)[] _matches;
    private readonly Dictionary<string, double[]> _rankingValues;

    public PairSample(
        int seed,
        IReadOnlyList<(PairFold Fold, double[] Scores)> folds,
        Dictionary<string, int> units,
        bool bothAsk,
        IReadOnlyList<RankingMetric> metrics
    )
    {
        _rows = [.. folds.SelectMany(fold => fold.Fold.Test.Zip(fold.Scores, (pair, score) => (pair, score, units[pair.Unit])))];
        _ordered = new OrderedPairs([.. _rows.Select(row => row.Score)], [.. _rows.Select(row => row.Pair.Yes)]);
        var asked = _rows.Index().GroupBy(row => row.Item.Pair.From, row => row.Index);
        if (bothAsk)
            asked = asked.Concat(_rows.Index().GroupBy(row => row.Item.Pair.To, row => row.Index));
        int[][] queries = [.. asked.Select(rows => rows.ToArray()).Where(rows => rows.Any(row => _rows[row].Pair.Yes))];
        List<(RankedQuery, int)> ranked = [];
        Dictionary<int, List<int>> ranks = [];
        foreach ((int q, int[] rows) in queries.Index())
        {
            int[] positives = [.. Enumerable.Range(0, rows.Length).Where(i => _rows[rows[i]].Pair.Yes)];
            double[] scores = [.. rows.Select(row => _rows[row].Score)];
            ranked.Add((RankedQuery.Of(scores, positives, null, new Random(HashCode32.Of(seed, q))), _rows[rows[0]].Unit));
            // Alone among the negatives and the other positives, each has a rank of its own; the same chance breaks the same ties.
            double[] noise = Noise(rows.Length, HashCode32.Of(seed, q));
            int[] order = [.. Enumerable.Range(0, rows.Length).OrderByDescending(i => scores[i]).ThenBy(i => noise[i])];
            for (int place = 0; place < order.Length; place++)
            {
                int row = rows[order[place]];
                if (_rows[row].Pair.Yes)
                    (ranks.TryGetValue(row, out List<int>? list) ? list : ranks[row] = []).Add(place + 1);
            }
        }

        _queries = [.. ranked];
        _matches = [.. ranks.Where(row => row.Value.Count == 2).Select(row => (row.Value[0], row.Value[1], _rows[row.Key].Unit))];
        _rankingValues = metrics
            .Append(RankingMetric.Auc)
            .ToDictionary(metric => metric.Name, metric => _queries.Select(query => metric.Of(query.Query)).ToArray());
    }

    public double Auc(double[]? weights) => _ordered.Auc(RowWeights(weights));

    public double AveragePrecision(double[]? weights) => _ordered.AveragePrecision(RowWeights(weights));

    public double LogLoss(double[]? weights) =>
        Mean(_rows, row => -Math.Log(Math.Clamp(row.Pair.Yes ? row.Score : 1 - row.Score, Epsilon, 1 - Epsilon)), row => row.Unit, weights);

    public double Brier(double[]? weights) =>
        Mean(_rows, row => row.Pair.Yes ? (1 - row.Score) * (1 - row.Score) : row.Score * row.Score, row => row.Unit, weights);

    public double Ranking(RankingMetric metric, double[]? weights)
    {
        double[] values = _rankingValues[metric.Name];
        double sum = 0,
            total = 0;
        for (int q = 0; q < values.Length; q++)
        {
            double weight = weights is null ? 1 : weights[_queries[q].Unit];
            sum += weight * values[q];
            total += weight;
        }

        return total > 0 ? sum / total : 0;
    }

    /// <summary>
    /// The share of the matches in which each stands among the first k of the other's partners, as
    /// <see cref="ReciprocalMetrics.MutualHits"/>.
    /// </summary>
    public double MutualHits(int k, double[]? weights) =>
        Mean(_matches, match => match.RankAtFrom <= k && match.RankAtTo <= k ? 1 : 0, match => match.Unit, weights);

    private double[]? RowWeights(double[]? weights) => weights is null ? null : Array.ConvertAll(_rows, row => weights[row.Unit]);

    private static double[] Noise(int count, int seed)
    {
        var random = new Random(seed);
        double[] noise = new double[count];
        for (int i = 0; i < count; i++)
            noise[i] = random.NextDouble();
        return noise;
    }

    private static double Mean<T>(T[] items, Func<T, double> value, Func<T, int> unit, double[]? weights)
    {
        double sum = 0,
            total = 0;
        foreach (T item in items)
        {
            double weight = weights is null ? 1 : weights[unit(item)];
            sum += weight * value(item);
            total += weight;
        }

        return total > 0 ? sum / total : 0;
    }
}
