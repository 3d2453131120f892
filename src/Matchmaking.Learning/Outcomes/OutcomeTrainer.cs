namespace Matchmaking.Learning;

/// <summary>Trains the candidate models on given rows. Each training takes one thread; which thread takes which changes nothing.</summary>
/// <param name="rows">What to train on.</param>
/// <param name="features">The columns of profiles.</param>
/// <param name="history">The columns of history.</param>
/// <param name="roles">How many directed models there are.</param>
/// <param name="hosts">The host's own trainers.</param>
/// <param name="seed">Of what is drawn at random.</param>
internal sealed class OutcomeTrainer(
    OutcomeRows rows,
    IReadOnlyList<FeatureInfo> features,
    HistoryFeatures history,
    int roles,
    IReadOnlyList<IModelTrainer> hosts,
    int seed
)
{
    private const double ColumnsPerTree = 60;

    private readonly string[] _columns = [.. features.Concat(history.Features).Select(feature => feature.Name)];

    private int Width => rows.ProfileColumns + history.Count;

    /// <param name="train">Which rows to learn from.</param>
    /// <param name="values">The full rows of those, with their history as of the same rows.</param>
    /// <param name="routes">What may be known of the rows that will be asked for.</param>
    /// <param name="factors">Whether to train a factor model.</param>
    /// <param name="askedHosts">Which of the host's trainers to ask.</param>
    /// <param name="threads">How many trainings run at a time; it changes nothing but the time.</param>
    /// <param name="cancellationToken">Ends the work within a second.</param>
    public OutcomeModels Train(
        int[] train,
        float[] values,
        IReadOnlyList<KnownHistory> routes,
        bool factors,
        IReadOnlySet<int> askedHosts,
        int threads,
        CancellationToken cancellationToken
    )
    {
        var all = Data(train, values);
        TrainingData[] byRole =
        [
            .. Enumerable.Range(0, roles).Select(role => all.Select(Positions(train, row => rows.Roles[row] == role))),
        ];
        int[][] profile = Array.ConvertAll(byRole, Told);
        TrainingData? joint = rows.Labels.Mutual ? Joint(train, all) : null;

        var logistic = new CompiledModel[roles];
        CompiledModel[]? factorModels = factors ? new CompiledModel[roles] : null;
        OutcomeRoute[] trained =
        [
            .. routes.Select(known => new OutcomeRoute(known, new CompiledModel[roles], joint is null ? null : logistic[0])),
        ];
        List<Action> work = [];
        for (int r = 0; r < roles; r++)
        {
            int role = r;
            // A linear model has both sides' values; their differences would only count those twice.
            int[] linear = [.. profile[role].Where(column => features[column].Form != FeatureForm.Difference)];
            work.Add(() =>
                logistic[role] = LogisticModel
                    .Train(byRole[role].WithColumns(linear), LogisticFor(linear.Length), seed, cancellationToken)
                    .Widen(linear, Width)
            );
            if (factorModels is not null)
                work.Add(() =>
                    factorModels[role] = FactorModel
                        .Train(byRole[role].WithColumns([]), new FactorOptions(), seed, cancellationToken)
                        .Widen([], Width)
                );
        }

        for (int t = 0; t < trained.Length; t++)
        {
            int at = t;
            int[] past =
            [
                .. Enumerable
                    .Range(0, history.Count)
                    .Where(h => (HistoryFeatures.Needs(h) & ~trained[at].Known) == 0)
                    .Select(h => rows.ProfileColumns + h),
            ];
            for (int r = 0; r < roles; r++)
            {
                int role = r;
                work.Add(() => trained[at].Trees[role] = Trees(byRole[role], [.. profile[role], .. past], cancellationToken));
            }

            if (joint is not null)
                work.Add(() => trained[at] = trained[at] with { Joint = Trees(joint, [.. profile[0], .. past], cancellationToken) });
        }

        var byHosts = new HostTrained?[hosts.Count][];
        for (int h = 0; h < byHosts.Length; h++)
        {
            int host = h;
            byHosts[host] = new HostTrained?[roles];
            for (int r = 0; r < roles && askedHosts.Contains(host); r++)
            {
                int role = r;
                work.Add(() => byHosts[host][role] = HostTrained.Train(hosts[host], _columns, byRole[role], seed, cancellationToken));
            }
        }

        Parallel.ForEach(work, ParallelWork.Here(threads, cancellationToken), action => action());
        return new OutcomeModels(logistic, factorModels, trained)
        {
            // A trainer that has nothing to say of one side has no model.
            Hosts =
                hosts.Count == 0
                    ? null
                    :
                    [
                        .. byHosts.Select(byRole =>
                            Array.TrueForAll(byRole, model => model is not null) ? byRole.OfType<HostTrained>().ToArray() : null
                        ),
                    ],
        };
    }

    /// <summary>Full rows as training data.</summary>
    private TrainingData Data(int[] train, float[] values) =>
        new()
        {
            Columns = Width,
            Values = values,
            Labels = Array.ConvertAll(train, row => rows.Pairs[row].Yes ? 1f : 0f),
            // A no that stands for many is no more certain than any other: its number is made up for by the calibration.
            Weights = Array.ConvertAll(train, row => Math.Min(1, rows.Pairs[row].Weight)),
            FromEffects = Array.ConvertAll(train, row => rows.Pairs[row].From),
            ToEffects = Array.ConvertAll(train, row => rows.Pairs[row].To),
        };

    /// <summary>
    /// The columns of profiles that tell rows apart: what one side alone tells is nothing on the other, and would only make room for
    /// chance.
    /// </summary>
    private int[] Told(TrainingData data)
    {
        int[] told = [.. Enumerable.Range(0, rows.ProfileColumns).Where(Differs)];
        // Trees need something to look at.
        return told.Length > 0 || rows.ProfileColumns == 0 ? told : [0];

        bool Differs(int column)
        {
            for (int row = 1; row < data.Rows; row++)
            {
                if (!data.Values[(row * data.Columns) + column].Equals(data.Values[column]))
                    return true;
            }

            return false;
        }
    }

    /// <summary>
    /// One row a pair, from the first role's side, or one from each side where there are no roles; yes where both said yes.
    /// </summary>
    private TrainingData? Joint(int[] train, TrainingData all)
    {
        HashSet<int> trained = [.. train];
        int[] positions = Positions(train, row =>
            rows.Reverse[row] >= 0 && trained.Contains(rows.Reverse[row]) && (roles == 1 || rows.Roles[row] == 0)
        );
        if (positions.Length == 0)
            return null;
        TrainingData chosen = all.Select(positions);
        return new TrainingData
        {
            Columns = chosen.Columns,
            Values = chosen.Values,
            Labels = Array.ConvertAll(positions, at => rows.Pairs[train[at]].Yes && rows.Pairs[rows.Reverse[train[at]]].Yes ? 1f : 0f),
            Weights = chosen.Weights,
        };
    }

    private CompiledModel Trees(TrainingData data, int[] columns, CancellationToken cancellationToken) =>
        BoostedTrees.Train(data.WithColumns(columns), TreesFor(columns.Length), seed, cancellationToken).Widen(columns, Width);

    /// <summary>
    /// All columns together may move the log-odds by about a half, however many there are: of hundreds, each is held the closer to 0. A
    /// prior by which they moved them by one told newcomers apart less well.
    /// </summary>
    private static LogisticOptions LogisticFor(int columns) =>
        new() { MemberEffects = true, ColumnVariance = Math.Clamp(.25 / Math.Max(1, columns), .0002, .03) };

    /// <summary>
    /// Shallow trees, each of which sees a quarter of the columns, sixty at the most: so they differ, as a few thousand answers with
    /// hundreds of columns need.
    /// </summary>
    private static BoostedTreesOptions TreesFor(int columns) =>
        new()
        {
            Trees = 150,
            Leaves = 6,
            Depth = 3,
            ColumnShare = Math.Clamp(ColumnsPerTree / Math.Max(1, columns), .05, .25),
        };

    private static int[] Positions(int[] train, Func<int, bool> chosen) =>
        [.. Enumerable.Range(0, train.Length).Where(at => chosen(train[at]))];
}
