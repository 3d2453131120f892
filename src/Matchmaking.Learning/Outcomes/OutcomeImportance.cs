namespace Matchmaking.Learning;

/// <summary>
/// Permutation importance (Breiman 2001): how much worse held-out pairs are told apart when what a feature says of them is exchanged for
/// what it says of others. Columns about one thing are exchanged together, for each alone can be made up for by the rest.
/// </summary>
internal static class OutcomeImportance
{
    private const int MostRows = 1_500;
    private const string Effects = "member effects";

    public static IReadOnlyList<FeatureImportance> Of(
        OutcomeRows rows,
        OutcomeModels models,
        IReadOnlyList<FeatureInfo> features,
        AnswerTable table,
        int[] test,
        float[] values,
        int seed,
        CancellationToken cancellationToken
    )
    {
        int width = features.Count;
        int[] order = [.. Enumerable.Range(0, test.Length)];
        new Random(seed).Shuffle(order);
        order = order[..Math.Min(MostRows, order.Length)];
        bool[] labels = Array.ConvertAll(order, i => rows.Pairs[test[i]].Yes);
        if (!labels.Contains(true) || !labels.Contains(false))
            return [];
        int[] other = [.. Enumerable.Range(0, order.Length)];
        new Random(seed + 1).Shuffle(other);
        var blend = OutcomeBlend.Default(mutual: false);
        double whole = Auc([], exchangeMembers: false);
        List<FeatureImportance> importance = [];
        foreach (var thing in Enumerable.Range(0, width).GroupBy(column => features[column].Thing, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            FeatureInfo first = features[thing.First()];
            importance.Add(
                new FeatureImportance
                {
                    Name = thing.Key,
                    Description = first.ThingWords,
                    Part = first.Part,
                    Loss = whole - Auc([.. thing], exchangeMembers: false),
                }
            );
        }

        importance.Add(
            new FeatureImportance
            {
                Name = Effects,
                Description = Effects,
                Part = ScorePart.History,
                Loss = whole - Auc([], exchangeMembers: true),
            }
        );
        return [.. importance.OrderByDescending(feature => feature.Loss).ThenBy(feature => feature.Name, StringComparer.Ordinal)];

        double Auc(int[] columns, bool exchangeMembers)
        {
            double[] scores = new double[order.Length];
            float[] row = new float[width];
            for (int i = 0; i < order.Length; i++)
            {
                LabelledPair pair = rows.Pairs[test[order[i]]],
                    exchanged = rows.Pairs[test[order[other[i]]]];
                values.AsSpan(order[i] * width, width).CopyTo(row);
                foreach (int column in columns)
                    row[column] = values[(order[other[i]] * width) + column];
                var route = OutcomeRoute.For(models.Routes, table.Known(pair.From, pair.To));
                LabelledPair effects = exchangeMembers ? exchanged : pair;
                scores[i] = blend.OfDirection(models.Predict(route, rows.Roles[test[order[i]]], row, effects.From, effects.To));
            }

            return ClusteredAuc.Of(scores, labels, new int[order.Length], new int[order.Length]).Auc;
        }
    }
}
