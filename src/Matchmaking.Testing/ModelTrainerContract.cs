namespace Matchmaking.Testing;

/// <summary>Trains a model, as <c>IModelTrainer.Train</c> does.</summary>
/// <param name="columns">What each column is called.</param>
/// <param name="values">The rows one after another, a value a column; NaN where it is missing.</param>
/// <param name="labels">The answer of each row: 1 is yes, 0 is no.</param>
/// <param name="weights">How much each row counts.</param>
/// <param name="seed">Of whatever is drawn at random.</param>
/// <param name="cancellationToken">Ends the work.</param>
/// <returns>The model; null: there is too little to learn from.</returns>
public delegate byte[]? TrainModel(
    IReadOnlyList<string> columns,
    ReadOnlySpan<float> values,
    ReadOnlySpan<float> labels,
    ReadOnlySpan<float> weights,
    int seed,
    CancellationToken cancellationToken
);

/// <summary>
/// What the library relies on in an <c>IModelTrainer</c> of the package <c>Matchmaking.Learning</c>. It takes what the trainer does, not
/// the trainer, so that whoever tests something else needs no machine learning.
/// </summary>
public static class ModelTrainerContract
{
    private const int Rows = 400;

    private static readonly string[] s_columns = ["told", "noise", "mostly missing"];

    /// <summary>The checks of a trainer.</summary>
    /// <param name="name">Gives the name of a trainer made anew.</param>
    /// <param name="train">Trains by a trainer made anew.</param>
    /// <param name="read">Reads by a trainer made anew.</param>
    public static IReadOnlyList<ContractCheck> Checks(
        Func<string> name,
        TrainModel train,
        Func<ReadOnlyMemory<byte>, Func<ReadOnlySpan<float>, double>> read
    )
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(read);
        return
        [
            new("has a name that stays", () => Name(name)),
            new("makes a model that tells yes from no", () => TellsApart(train, read)),
            new("makes the same model of the same rows and seed", () =>
                ContractException.ThrowUnless(Model(train).AsSpan().SequenceEqual(Model(train)), "the bytes are others the second time")
            ),
            new("makes no model, or one that can be read, where all answers are the same", () => OneAnswer(train, read)),
            new("scores any row by a finite number", () => Scores(read(Model(train)))),
            new("scores the same for many threads", () => Threads(read(Model(train)))),
            new("refuses bytes that are no model", () => Refuses(read)),
        ];
    }

    private static void Name(Func<string> name)
    {
        string first = name();
        ContractException.ThrowUnless(!string.IsNullOrWhiteSpace(first), "the name is empty");
        ContractException.ThrowUnless(name() == first, $"the name '{first}' is another the next time");
    }

    private static byte[] Model(TrainModel train) =>
        train(s_columns, Values(), Labels(), Weights(), 1, CancellationToken.None)
        ?? throw new ContractException($"there is no model of {Rows} rows, half of which are yes");

    private static void TellsApart(TrainModel train, Func<ReadOnlyMemory<byte>, Func<ReadOnlySpan<float>, double>> read)
    {
        Func<ReadOnlySpan<float>, double> score = read(Model(train));
        float[] values = Values(),
            labels = Labels();
        double yes = 0,
            no = 0;
        for (int i = 0; i < Rows; i++)
        {
            double own = score(values.AsSpan(i * s_columns.Length, s_columns.Length));
            (yes, no) = labels[i] > 0 ? (yes + own, no) : (yes, no + own);
        }

        ContractException.ThrowUnless(yes > no, "rows of yes have no higher log-odds on average than rows of no");
    }

    private static void OneAnswer(TrainModel train, Func<ReadOnlyMemory<byte>, Func<ReadOnlySpan<float>, double>> read)
    {
        if (train(s_columns, Values(), new float[Rows], Weights(), 1, CancellationToken.None) is { } model)
            Scores(read(model));
    }

    private static void Scores(Func<ReadOnlySpan<float>, double> score)
    {
        float[][] rows =
        [
            [0, 0, 0],
            [1, -1, float.NaN],
            [float.NaN, float.NaN, float.NaN],
            [1e6f, -1e6f, 1e-6f],
        ];
        foreach (float[] row in rows)
            ContractException.ThrowUnless(double.IsFinite(score(row)), $"the log-odds of ({string.Join("; ", row)}) are not finite");
    }

    private static void Threads(Func<ReadOnlySpan<float>, double> score)
    {
        float[] values = Values();
        double[] expected = new double[Rows];
        for (int i = 0; i < Rows; i++)
            expected[i] = score(values.AsSpan(i * s_columns.Length, s_columns.Length));
        ManyThreads.Run(() =>
        {
            for (int i = 0; i < Rows; i++)
                ContractException.ThrowUnless(
                    score(values.AsSpan(i * s_columns.Length, s_columns.Length)).Equals(expected[i]),
                    "a row has other log-odds while several threads ask"
                );
        });
    }

    private static void Refuses(Func<ReadOnlyMemory<byte>, Func<ReadOnlySpan<float>, double>> read)
    {
        try
        {
            _ = read(new byte[] { 0x6e, 0x6f, 0x6e });
        }
        catch (InvalidDataException)
        {
            return;
        }

        throw new ContractException("three bytes that are no model are read, or refused by another exception than InvalidDataException");
    }

    /// <summary>The first column tells the answer, but for a little noise; the last is missing in most rows.</summary>
    private static float[] Values()
    {
        float[] values = new float[Rows * s_columns.Length];
        for (int i = 0; i < Rows; i++)
        {
            values[i * s_columns.Length] = (i % 2) + (i % 7 * .1f);
            values[(i * s_columns.Length) + 1] = (i * 37 % 11) - 5;
            values[(i * s_columns.Length) + 2] = i % 10 == 0 ? i % 3 : float.NaN;
        }

        return values;
    }

    private static float[] Labels() => [.. Enumerable.Range(0, Rows).Select(i => (float)(i % 2))];

    private static float[] Weights() => [.. Enumerable.Repeat(1f, Rows)];
}
