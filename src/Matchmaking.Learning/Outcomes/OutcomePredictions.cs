namespace Matchmaking.Learning;

/// <summary>Held-out predictions of one use: rows, and the pairs that they make.</summary>
internal sealed class OutcomePredictions
{
    public List<int> Rows { get; } = [];

    public List<OutcomeLogits> Logits { get; } = [];

    /// <summary>Of both sides, by row; 0 where there is no such model.</summary>
    public List<double> Joint { get; } = [];

    public List<int> Folds { get; } = [];

    /// <summary>Predicts the held-out rows of a split.</summary>
    public void Add(
        OutcomeRows rows,
        OutcomeModels models,
        HistoryFeatures history,
        AnswerTable table,
        int[] test,
        float[] values,
        int fold
    )
    {
        int width = rows.ProfileColumns + history.Count;
        for (int i = 0; i < test.Length; i++)
        {
            LabelledPair pair = rows.Pairs[test[i]];
            var route = OutcomeRoute.For(models.Routes, table.Known(pair.From, pair.To));
            ReadOnlySpan<float> row = values.AsSpan(i * width, width);
            Rows.Add(test[i]);
            Logits.Add(models.Predict(route, rows.Roles[test[i]], row, pair.From, pair.To));
            Joint.Add(route.Joint?.Logit(row) ?? 0);
            Folds.Add(fold);
        }
    }

    public void Append(OutcomePredictions other)
    {
        Rows.AddRange(other.Rows);
        Logits.AddRange(other.Logits);
        Joint.AddRange(other.Joint);
        Folds.AddRange(other.Folds);
    }

    /// <summary>What the use asks for: pairs whose both sides answered, or single answers.</summary>
    public ScoredPairs Pairs(OutcomeRows rows, int roles)
    {
        bool mutual = rows.Labels.Mutual;
        Dictionary<int, int> at = [];
        for (int i = 0; i < Rows.Count; i++)
            at[Rows[i]] = i;
        List<(int There, int Back)> pairs = [];
        for (int i = 0; i < Rows.Count; i++)
        {
            int reverse = rows.Reverse[Rows[i]];
            if (!mutual)
                pairs.Add((i, i));
            else if (reverse >= 0 && at.TryGetValue(reverse, out int back) && (roles > 1 ? rows.Roles[Rows[i]] == 0 : i < back))
                pairs.Add((i, back));
        }

        return new ScoredPairs(
            [
                .. pairs.Select(pair => new PairLogits(
                    Logits[pair.There],
                    Logits[pair.Back],
                    !mutual ? 0
                        : roles > 1 ? Joint[pair.There]
                        : (Joint[pair.There] + Joint[pair.Back]) / 2,
                    rows.Rules[Rows[pair.There]]
                )),
            ],
            [.. pairs.Select(pair => rows.Pairs[Rows[pair.There]].Yes && rows.Pairs[Rows[pair.Back]].Yes)],
            [.. pairs.Select(pair => Math.Min(rows.Pairs[Rows[pair.There]].Weight, rows.Pairs[Rows[pair.Back]].Weight))],
            [.. pairs.Select(pair => rows.Pairs[Rows[pair.There]].From)],
            [.. pairs.Select(pair => Folds[pair.There])],
            Lists([.. pairs.Select(pair => (Folds[pair.There], rows.Labels.PositivesOnly ? rows.Pairs[Rows[pair.There]].From : -1))])
        );
    }

    private static int[] Lists((int Fold, int Asker)[] keys)
    {
        Dictionary<(int, int), int> numbers = [];
        return Array.ConvertAll(keys, key =>
        {
            numbers.TryAdd(key, numbers.Count);
            return numbers[key];
        });
    }
}

/// <summary>What all models and the rules say of a pair.</summary>
internal readonly record struct PairLogits(OutcomeLogits There, OutcomeLogits Back, double Joint, double Rules);

/// <summary>Pairs with held-out predictions, in parallel arrays.</summary>
/// <param name="Logits">What is said of each.</param>
/// <param name="Labels">Whether it ended well.</param>
/// <param name="Weights">How much each counts.</param>
/// <param name="Askers">Who asked.</param>
/// <param name="Folds">By which models each was predicted.</param>
/// <param name="Lists">
/// Which of them are compared: those of a fold; where noes are assumed those of a fold and asker, for how often somebody chooses is then no
/// opinion of theirs.
/// </param>
internal sealed record ScoredPairs(PairLogits[] Logits, bool[] Labels, float[] Weights, int[] Askers, int[] Folds, int[] Lists)
{
    public int Positives => Labels.Count(label => label);

    /// <summary>Whether the models of a host's trainer have something to say of every pair.</summary>
    public bool AreKnownTo(OutcomeBlend host) =>
        Array.TrueForAll(Logits, pair => double.IsFinite(host.OfDirection(pair.There)) && double.IsFinite(host.OfDirection(pair.Back)));
}
