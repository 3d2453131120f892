using Microsoft.ML;
using Microsoft.ML.Trainers;
using LogisticPrediction = Microsoft.ML.Data.BinaryPredictionTransformer<Microsoft.ML.Calibrators.CalibratedModelParametersBase<
    Microsoft.ML.Trainers.LinearBinaryModelParameters,
    Microsoft.ML.Calibrators.PlattCalibrator
>>;

namespace Matchmaking.Learning;

/// <summary>
/// Logistic regression with normal priors, by ML.NET's L-BFGS: standardised columns and, on demand, an effect for each member of both sides
/// as in a mixed model (Gelman and Hill 2007), so that what a member does whatever the pair is not laid to the columns.
/// </summary>
internal static class LogisticModel
{
    /// <summary>The same data, options and seed give the same model, bit for bit, whatever runs beside.</summary>
    /// <exception cref="ArgumentException">The data are not well formed, or have no member codes where effects are asked for.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static CompiledLinear Train(TrainingData data, LogisticOptions options, int seed, CancellationToken cancellationToken)
    {
        data.Check();
        if (BaseRate.OfOneClass(data))
            return new CompiledLinear(data.Columns, BaseRate.Logit(data), [], [], []);
        var design = new LogisticDesign(data, options);
        if (design.Width == 0)
            return new CompiledLinear(data.Columns, BaseRate.Logit(data), [], [], []);
        return CancellableTraining.Run(
            () =>
            {
                LinearBinaryModelParameters trained = Fit(new MLContext(seed), design, cancellationToken).Model.SubModel;
                cancellationToken.ThrowIfCancellationRequested();
                return design.Compile(trained.Bias, trained.Weights);
            },
            cancellationToken
        );
    }

    /// <summary>
    /// ML.NET sums in floats. With effects, log-odds come within 5e-5 of Newton's solution on up to 8,000 rows at 1e-8; on 40,000 rows
    /// rounding keeps them 3e-3 away at worst (1e-4 on average) however small the tolerance, and below 1e-6 line searches only take four
    /// times as long. Measured, not derived.
    /// </summary>
    private static float Tolerance(int rows) => rows <= 10_000 ? 1e-8f : 1e-6f;

    /// <summary>ML.NET's own model, to which tests hold the compiled one.</summary>
    internal static LogisticPrediction Fit(MLContext context, LogisticDesign design, CancellationToken cancellationToken)
    {
        var trainer = context.BinaryClassification.Trainers.LbfgsLogisticRegression(
            new LbfgsLogisticRegressionBinaryTrainer.Options
            {
                LabelColumnName = TrainingView.Label,
                FeatureColumnName = TrainingView.Features,
                ExampleWeightColumnName = TrainingView.Weight,
                // ML.NET minimises Σ w·loss + L2/2·‖β‖², the intercept left out (a test holds it to that): L2 is one over the prior's
                // variance.
                L2Regularization = (float)(1 / design.Options.ColumnVariance),
                L1Regularization = 0,
                OptimizationTolerance = Tolerance(design.Rows),
                MaximumNumberOfIterations = 1000,
                NumberOfThreads = 1,
            }
        );
        return trainer.Fit(design.Load(cancellationToken));
    }
}
