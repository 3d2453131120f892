using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace Matchmaking.Learning;

/// <summary>Gradient-boosted trees (Friedman 2001) through ML.NET, by LightGBM or FastTree.</summary>
internal static class BoostedTrees
{
    /// <summary>
    /// What stands for a missing value in training: below every value that can be, so that missing ones go left wherever a column splits,
    /// and a split can tell them from all others. Serving needs no stand-in: a comparison with NaN goes left, too.
    /// </summary>
    public const float Missing = float.MinValue;

    /// <summary>The same data, options and seed give the same trees, bit for bit, whatever runs beside.</summary>
    /// <exception cref="ArgumentException">The data are not well formed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static CompiledTrees Train(TrainingData data, BoostedTreesOptions options, int seed, CancellationToken cancellationToken)
    {
        data.Check();
        if (data.Columns == 0 || BaseRate.OfOneClass(data))
            return new CompiledTrees(data.Columns, BaseRate.Logit(data), [], [], []);
        return CancellableTraining.Run(
            () =>
            {
                var context = new MLContext(seed);
                IDataView rows = Load(data, cancellationToken);
                return options.Trainer == TreeTrainer.FastTree
                    ? Compile(FastTree(context, options, data.Rows, seed).Fit(rows), data, cancellationToken)
                    : Compile(LightGbm(context, options, data.Rows, seed).Fit(rows), data, cancellationToken);
            },
            cancellationToken
        );
    }

    internal static LightGbmBinaryTrainer LightGbm(MLContext context, BoostedTreesOptions options, int rows, int seed) =>
        context.BinaryClassification.Trainers.LightGbm(
            new LightGbmBinaryTrainer.Options
            {
                LabelColumnName = TrainingView.Label,
                FeatureColumnName = TrainingView.Features,
                ExampleWeightColumnName = TrainingView.Weight,
                NumberOfIterations = options.Trees,
                NumberOfLeaves = options.Leaves,
                LearningRate = options.LearningRate,
                MinimumExampleCountPerLeaf = options.EffectiveRowsPerLeaf(rows),
                UseCategoricalSplit = false,
                // One thread a training, and no choice by timing: otherwise sums are taken in another order, and models differ in their
                // last bits.
                NumberOfThreads = 1,
                Seed = seed,
                Deterministic = true,
                ForceColumnWise = true,
                Booster = new GradientBooster.Options
                {
                    MaximumTreeDepth = options.Depth,
                    FeatureFraction = options.ColumnShare,
                    L2Regularization = options.L2,
                },
            }
        );

    internal static FastTreeBinaryTrainer FastTree(MLContext context, BoostedTreesOptions options, int rows, int seed) =>
        context.BinaryClassification.Trainers.FastTree(
            new FastTreeBinaryTrainer.Options
            {
                LabelColumnName = TrainingView.Label,
                FeatureColumnName = TrainingView.Features,
                ExampleWeightColumnName = TrainingView.Weight,
                NumberOfTrees = options.Trees,
                NumberOfLeaves = options.Leaves,
                LearningRate = options.LearningRate,
                MinimumExampleCountPerLeaf = options.EffectiveRowsPerLeaf(rows),
                FeatureFraction = options.ColumnShare,
                NumberOfThreads = 1,
                Seed = seed,
                FeatureSelectionSeed = seed,
            }
        );

    internal static IDataView Load(TrainingData data, CancellationToken cancellationToken) =>
        new TrainingView(
            data,
            data.Columns,
            (int row, ref VBuffer<float> features) =>
            {
                VBufferEditor<float> editor = VBufferEditor.Create(ref features, data.Columns);
                WithoutGaps(data.Row(row), editor.Values);
                features = editor.Commit();
            },
            cancellationToken
        );

    /// <summary>
    /// The calibrator that ML.NET attaches has the slope −σ of the trainer's own sigmoid, and no offset: P = 1 / (1 + exp(−σ·score)).
    /// </summary>
    internal static CompiledTrees Compile<T>(
        BinaryPredictionTransformer<CalibratedModelParametersBase<T, PlattCalibrator>> trained,
        TrainingData data,
        CancellationToken cancellationToken
    )
        where T : TreeEnsembleModelParametersBasedOnRegressionTree
    {
        cancellationToken.ThrowIfCancellationRequested();
        PlattCalibrator calibrator = trained.Model.Calibrator;
        if (calibrator.Offset != 0)
            throw new NotSupportedException("the trees' calibrator has an offset, which that of LightGBM and FastTree never has");
        return TreeCompiler.Compile(trained.Model.SubModel, -calibrator.Slope, data);
    }

    internal static void WithoutGaps(ReadOnlySpan<float> row, Span<float> filled)
    {
        for (int i = 0; i < row.Length; i++)
            filled[i] = float.IsNaN(row[i]) ? Missing : row[i];
    }
}
