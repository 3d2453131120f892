namespace Matchmaking.Learning;

/// <summary>How the models and the rules answer questions that they were not trained on: the log-odds of each candidate.</summary>
/// <param name="Logistic">By the logistic model.</param>
/// <param name="Trees">By the boosted trees.</param>
/// <param name="Rules">By the rules.</param>
/// <param name="Labels">1 for what was chosen, 0 for the rest.</param>
/// <param name="Weights">How many candidates each stands for.</param>
/// <param name="Starts">Where each question begins, and where the last one ends.</param>
internal sealed record LinkAnswers(double[] Logistic, double[] Trees, double[] Rules, float[] Labels, float[] Weights, int[] Starts)
{
    /// <summary>All candidates compete, as in use, up to so many; a few thousand drawn evenly stand for more.</summary>
    private const int MostCandidates = 5_000;

    /// <summary>The most candidates of all questions together, and the most questions.</summary>
    private const int MostRows = 3_000_000,
        MostQuestions = 1_200,
        BlockSize = 64;

    private const int CalibrationParts = 5;

    public int Positives => Labels.Count(label => label > 0);

    public static LinkAnswers Of(
        LinkQuestions questions,
        (CompiledModel Logistic, CompiledModel Trees) models,
        int seed,
        CancellationToken cancellationToken
    )
    {
        int most = Math.Min(MostQuestions, questions.Open.Count);
        var answers = new (double[] Logistic, double[] Trees, double[] Rules, int Positives, float Weight)?[most];
        long rows = 0;
        // Block after block, since how many candidates there are shows only when a question is opened.
        for (int block = 0; block < most && rows < MostRows; block += BlockSize)
        {
            Parallel.For(block, Math.Min(most, block + BlockSize), ParallelWork.Here(cancellationToken: cancellationToken), i =>
            {
                using LinkQuestion question = questions.Open[i]();
                (int[] candidates, float weight) = LinkQuestions.Draw(question, MostCandidates, unchecked((seed * 1_000_003) + i));
                int positives = candidates.Count(question.Chosen.ContainsKey);
                if (positives == 0)
                    return;
                double[] logistic = new double[candidates.Length],
                    trees = new double[candidates.Length],
                    rules = new double[candidates.Length];
                float[] row = new float[questions.Columns];
                for (int c = 0; c < candidates.Length; c++)
                {
                    question.Write(candidates[c], row);
                    (logistic[c], trees[c], rules[c]) = (
                        models.Logistic.Logit(row),
                        models.Trees.Logit(row),
                        RuleOdds.Of(question.Rules(candidates[c]))
                    );
                }

                answers[i] = (logistic, trees, rules, positives, weight);
            });
            rows = answers.Sum(answer => (long)(answer?.Rules.Length ?? 0));
        }

        var known = answers.OfType<(double[] Logistic, double[] Trees, double[] Rules, int Positives, float Weight)>().ToList();
        int[] starts = new int[known.Count + 1];
        for (int q = 0; q < known.Count; q++)
            starts[q + 1] = starts[q] + known[q].Rules.Length;
        float[] labels = new float[starts[^1]],
            weights = new float[starts[^1]];
        for (int q = 0; q < known.Count; q++)
        {
            labels.AsSpan(starts[q], known[q].Positives).Fill(1);
            weights.AsSpan(starts[q], known[q].Positives).Fill(1);
            weights.AsSpan((starts[q] + known[q].Positives)..starts[q + 1]).Fill(known[q].Weight);
        }

        return new LinkAnswers(
            [.. known.SelectMany(q => q.Logistic)],
            [.. known.SelectMany(q => q.Trees)],
            [.. known.SelectMany(q => q.Rules)],
            labels,
            weights,
            starts
        );
    }

    /// <summary>The log-odds of all candidates as a blend gives them.</summary>
    public double[] By(LinkBlend blend)
    {
        double[] scores = new double[Labels.Length];
        Parallel.For(0, Starts.Length - 1, ParallelWork.Here(), q =>
        {
            for (int i = Starts[q]; i < Starts[q + 1]; i++)
                scores[i] = blend.Of(Logistic[i], Trees[i], Rules[i]);
        });
        return scores;
    }

    /// <summary>The probabilities of each part of the questions, calibrated on the other parts.</summary>
    public double[] CrossFitted(double[] scores)
    {
        double[] probabilities = new double[scores.Length];
        int[] parts = new int[scores.Length];
        for (int q = 0; q < Starts.Length - 1; q++)
            parts.AsSpan(Starts[q]..Starts[q + 1]).Fill(q % CalibrationParts);
        Parallel.For(0, CalibrationParts, ParallelWork.Here(), part =>
        {
            int[] others = [.. Enumerable.Range(0, scores.Length).Where(i => parts[i] != part)];
            if (!Array.Exists(others, i => Labels[i] > 0))
                others = [.. Enumerable.Range(0, scores.Length)];
            var calibration = Calibrator.Platt(
                Array.ConvertAll(others, i => scores[i]),
                Array.ConvertAll(others, i => Labels[i]),
                Array.ConvertAll(others, i => Weights[i])
            );
            for (int i = 0; i < scores.Length; i++)
            {
                if (parts[i] == part)
                    probabilities[i] = calibration.Apply(scores[i]);
            }
        });
        return probabilities;
    }

    /// <summary>How well each question is answered.</summary>
    public (double Ndcg, double Auc)[] Measure(double[] scores)
    {
        var measured = new (double, double)[Starts.Length - 1];
        Parallel.For(0, measured.Length, ParallelWork.Here(), q =>
        {
            Range range = Starts[q]..Starts[q + 1];
            measured[q] = WeightedRanking.Of(scores.AsSpan(range), Labels.AsSpan(range), Weights.AsSpan(range));
        });
        return measured;
    }
}
