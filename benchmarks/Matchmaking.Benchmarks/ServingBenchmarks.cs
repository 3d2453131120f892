using BenchmarkDotNet.Attributes;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Matchmaking.Benchmarks;

/// <summary>
/// Rows through 100 trees of 31 leaves on 30 columns, one thread: ML.NET's prediction engine, and the same trees compiled.
/// </summary>
[MemoryDiagnoser]
public class ServingBenchmarks
{
    private const int Columns = 30;
    private const int Rows = 4096;

    private readonly EngineRow[] _engineRows = new EngineRow[Rows];
    private TrainingData _data = null!;
    private CompiledTrees _compiled = null!;
    private PredictionEngine<EngineRow, EngineAnswer> _engine = null!;

    [GlobalSetup]
    public void Setup()
    {
        _data = Generate(20_000);
        var context = new MLContext(1);
        var options = new BoostedTreesOptions
        {
            Trees = 100,
            Leaves = 31,
            Depth = 64,
            RowsPerLeaf = 20,
            ColumnShare = 1,
        };
        var trained = BoostedTrees.LightGbm(context, options, _data.Rows, 1).Fit(BoostedTrees.Load(_data, CancellationToken.None));
        _compiled = BoostedTrees.Compile(trained, _data, CancellationToken.None);
        var schema = SchemaDefinition.Create(typeof(EngineRow));
        schema[nameof(EngineRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Columns);
        _engine = context.Model.CreatePredictionEngine<EngineRow, EngineAnswer>(trained, inputSchemaDefinition: schema);
        for (int i = 0; i < Rows; i++)
        {
            _engineRows[i] = new EngineRow { Features = new float[Columns] };
            BoostedTrees.WithoutGaps(_data.Row(i), _engineRows[i].Features);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Rows)]
    public float MlNetEngine()
    {
        float sum = 0;
        var answer = new EngineAnswer();
        foreach (EngineRow row in _engineRows)
        {
            _engine.Predict(row, ref answer);
            sum += answer.Probability;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public double Compiled()
    {
        double sum = 0;
        for (int row = 0; row < Rows; row++)
            sum += Calibration.None.Apply(_compiled.Logit(_data.Row(row)));
        return sum;
    }

    /// <summary>
    /// Normal values, one in ten missing, answers that several columns decide together, so that trees grow to their 31 leaves.
    /// </summary>
    private static TrainingData Generate(int rows)
    {
        var random = new Random(1);
        float[] values = new float[rows * Columns],
            labels = new float[rows],
            weights = new float[rows];
        for (int row = 0; row < rows; row++)
        {
            Span<float> features = values.AsSpan(row * Columns, Columns);
            for (int column = 0; column < Columns; column++)
                features[column] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
            double logit =
                (features[0] * features[1]) + features[2] - Math.Abs(features[3]) + (.3f * (features[4] + features[5] + features[6]));
            labels[row] = random.NextDouble() < 1 / (1 + Math.Exp(-logit)) ? 1 : 0;
            weights[row] = 1;
            for (int column = 0; column < Columns; column++)
                features[column] = random.Next(10) == 0 ? float.NaN : features[column];
        }

        return new TrainingData
        {
            Columns = Columns,
            Values = values,
            Labels = labels,
            Weights = weights,
        };
    }

    internal sealed class EngineRow
    {
        public float[] Features { get; set; } = [];
    }

    internal sealed class EngineAnswer
    {
        public float Probability { get; set; }
    }
}
