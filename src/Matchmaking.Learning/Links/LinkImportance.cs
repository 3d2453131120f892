namespace Matchmaking.Learning;

/// <summary>
/// Permutation importance (Breiman 2001): how much worse held-out questions are answered when what a column says of a candidate is
/// exchanged for what it says of another of the same question.
/// </summary>
internal static class LinkImportance
{
    private const string TheRules = "the rules";
    private const int MostQuestions = 200,
        Negatives = 100;

    public static IReadOnlyList<FeatureImportance> Of(
        string use,
        LinkQuestions held,
        LinkModel model,
        IReadOnlyList<FeatureInfo> features,
        int seed,
        CancellationToken cancellationToken
    )
    {
        int most = Math.Min(MostQuestions, held.Open.Count),
            width = held.Columns;
        var losses = new double[most][];
        Parallel.For(0, most, ParallelWork.Here(cancellationToken: cancellationToken), i =>
        {
            using LinkQuestion question = held.Open[i]();
            (int[] candidates, _) = LinkQuestions.Draw(question, Negatives, unchecked((seed * 1_000_003) + i));
            float[] labels = Array.ConvertAll(candidates, candidate => question.Chosen.ContainsKey(candidate) ? 1f : 0f),
                weights = new float[candidates.Length];
            if (labels.Length == 0 || labels[0] == 0 || labels[^1] > 0)
                return;
            Array.Fill(weights, 1);
            float[] values = new float[candidates.Length * width],
                row = new float[width];
            double[] rules = Array.ConvertAll(candidates, candidate => RuleOdds.Of(question.Rules(candidate)));
            for (int c = 0; c < candidates.Length; c++)
                question.Write(candidates[c], values.AsSpan(c * width, width));
            int[] other = [.. Enumerable.Range(0, candidates.Length)];
            new Random(unchecked(seed + i)).Shuffle(other);
            double whole = Auc(-1);
            losses[i] = [.. Enumerable.Range(0, width).Select(column => whole - Auc(column)), whole - Auc(width)];

            // The column after the last stands for the rules.
            double Auc(int column)
            {
                double[] scores = new double[candidates.Length];
                for (int c = 0; c < scores.Length; c++)
                {
                    values.AsSpan(c * width, width).CopyTo(row);
                    if (column >= 0 && column < width)
                        row[column] = values[(other[c] * width) + column];
                    scores[c] = model.Logit(row, rules[column == width ? other[c] : c]);
                }

                return WeightedRanking.Of(scores, labels, weights).Auc;
            }
        });
        double[][] known = [.. losses.Where(loss => loss is not null)];
        return known.Length == 0
            ? []
            :
            [
                .. Enumerable
                    .Range(0, width + 1)
                    .Select(column => new FeatureImportance
                    {
                        Name = $"{use}: {(column == width ? TheRules : features[column].Name)}",
                        Description = $"{use}: {(column == width ? TheRules : features[column].Words)}",
                        Part = column == width ? ScorePart.Network : features[column].Part,
                        Loss = known.Average(loss => loss[column]),
                    }),
            ];
    }
}
