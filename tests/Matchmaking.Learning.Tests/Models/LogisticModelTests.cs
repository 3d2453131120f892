using MathNet.Numerics.LinearAlgebra;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Matchmaking.Tests.Learning.Models;

public class LogisticModelTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_compiled_model_gives_what_MlNet_gives_on_rows_with_and_without_gaps(bool effects)
    {
        TrainingData training = Samples.Pairs(1500, 8, seed: 1, members: 40),
            others = Samples.Pairs(5000, 8, seed: 2, missing: .3, members: 40);
        var context = new MLContext(1);
        var design = new LogisticDesign(training, new() { MemberEffects = effects });
        var trained = LogisticModel.Fit(context, design, TestContext.Current.CancellationToken);
        CompiledLinear compiled = design.Compile(trained.Model.SubModel.Bias, trained.Model.SubModel.Weights);
        IDataView predictions = trained.Transform(design.Load(others, TestContext.Current.CancellationToken));
        float[] scores = [.. predictions.GetColumn<float>("Score")],
            probabilities = [.. predictions.GetColumn<float>("Probability")];
        for (int row = 0; row < others.Rows; row++)
        {
            double logit = compiled.Logit(others.Row(row), others.FromEffects![row], others.ToEffects![row]);
            Assert.Equal(scores[row], logit, 1e-6 * Math.Max(1, Math.Abs(logit)));
            Assert.Equal(probabilities[row], Samples.Sigmoid(logit), 1e-6);
        }
    }

    [Fact]
    public void Coefficients_are_those_of_the_penalised_likelihood_with_the_variances_asked_for()
    {
        const int members = 5;
        TrainingData data = Samples.Pairs(120, 2, seed: 3, missing: 0, members);
        var options = new LogisticOptions
        {
            MemberEffects = true,
            ColumnVariance = .05,
            EffectVariance = .7,
        };
        CompiledLinear model = LogisticModel.Train(data, options, 1, TestContext.Current.CancellationToken);
        // Intercept, two standardised columns, an indicator for each member of both sides; the intercept is free.
        Standardization[] columns = Standardization.Of(data);
        Matrix<double> design = Matrix<double>.Build.Dense(data.Rows, 3 + (2 * members));
        for (int row = 0; row < data.Rows; row++)
        {
            design[row, 0] = 1;
            design[row, 1] = columns[0].Value(data.Row(row)[0]);
            design[row, 2] = columns[1].Value(data.Row(row)[1]);
            design[row, 3 + data.FromEffects![row]] = 1;
            design[row, 3 + members + data.ToEffects![row]] = 1;
        }

        Vector<double> solution = Newton(design, data, i => i == 0 ? 0
            : i < 3 ? 1 / .05
            : 1 / .7);
        Vector<double> logits = design * solution;
        for (int row = 0; row < data.Rows; row++)
            Assert.Equal(logits[row], model.Logit(data.Row(row), data.FromEffects![row], data.ToEffects![row]), 1e-5);
        double newcomer = solution[0] + (solution[1] * design[0, 1]) + (solution[2] * design[0, 2]);
        Assert.Equal(newcomer, model.Logit(data.Row(0)), 1e-5);
    }

    [Fact]
    public void Standardisation_takes_the_training_rows_by_weight_and_drops_what_is_constant()
    {
        float nan = float.NaN;
        var data = new TrainingData
        {
            Columns = 3,
            Values = [1, 7, nan, 4, 7, nan, nan, 7, nan],
            Labels = [0, 1, 1],
            Weights = [2, 1, 1],
        };
        Standardization only = Assert.Single(Standardization.Of(data));
        Assert.Equal(0, only.Column);
        Assert.Equal(2, only.Mean, 1e-12);
        Assert.Equal(Math.Sqrt(2), only.Deviation, 1e-12);
        Assert.Equal(.25, only.MissingShare, 1e-12);
    }

    [Fact]
    public void Columns_that_are_missing_together_share_one_indicator()
    {
        float nan = float.NaN;
        var data = new TrainingData
        {
            Columns = 3,
            Values = [1, 2, nan, 4, 5, 6, nan, nan, 9],
            Labels = [0, 1, 1],
            Weights = [1, 1, 1],
        };
        Assert.Equal([true, false, true], Standardization.Of(data).Select(column => column.HasIndicator));
    }

    [Fact]
    public void What_is_seldom_missing_moves_the_score_less_than_what_is_often_missing()
    {
        // Both columns hold nothing but whether they are there, which raises the odds alike; one is missing in half of the rows, the other
        // in a fiftieth.
        var random = new Random(1);
        float[] values = new float[2 * 4000],
            labels = new float[4000];
        for (int row = 0; row < labels.Length; row++)
        {
            (bool often, bool seldom) = (random.NextDouble() < .5, random.NextDouble() < .02);
            (values[2 * row], values[(2 * row) + 1]) = (often ? float.NaN : 1, seldom ? float.NaN : 1);
            labels[row] = random.NextDouble() < (often || seldom ? .7 : .3) ? 1 : 0;
        }

        var data = new TrainingData
        {
            Columns = 2,
            Values = values,
            Labels = labels,
            Weights = Array.ConvertAll(labels, _ => 1f),
        };
        CompiledLinear model = LogisticModel.Train(data, new() { ColumnVariance = .01 }, 1, TestContext.Current.CancellationToken);
        double neither = model.Logit([1, 1]),
            often1 = model.Logit([float.NaN, 1]) - neither,
            seldom1 = model.Logit([1, float.NaN]) - neither;
        Assert.True(often1 > 2 * seldom1 && seldom1 > 0, $"often {often1}, seldom {seldom1}");
    }

    [Fact]
    public void The_same_data_give_the_same_bits_alone_and_in_parallel()
    {
        TrainingData data = Samples.Pairs(800, 6, seed: 4, members: 30);
        byte[][] models = new byte[6][];
        Parallel.For(0, models.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => models[i] = Train());
        Assert.All(models, bytes => Assert.Equal(Train(), bytes));

        byte[] Train() => Samples.Bytes(LogisticModel.Train(data, new() { MemberEffects = true }, 1, CancellationToken.None));
    }

    [Fact]
    public void Contributions_add_up_and_a_member_s_effect_belongs_to_no_column()
    {
        TrainingData data = Samples.Pairs(600, 5, seed: 5, members: 20);
        CompiledLinear model = LogisticModel.Train(data, new() { MemberEffects = true }, 1, TestContext.Current.CancellationToken);
        var contributions = new double[5];
        for (int row = 0; row < data.Rows; row++)
        {
            (int from, int to) = (data.FromEffects![row], data.ToEffects![row]);
            model.Contributions(data.Row(row), contributions, out double newcomerRest);
            Assert.Equal(model.Logit(data.Row(row)), contributions.Sum() + newcomerRest, 1e-12);
            model.Contributions(data.Row(row), contributions, out double rest, from, to);
            Assert.Equal(model.Logit(data.Row(row), from, to), contributions.Sum() + rest, 1e-12);
        }
    }

    [Fact]
    public void Member_effects_tell_who_is_generous_where_columns_do_not()
    {
        TrainingData training = Samples.Pairs(3000, 2, seed: 6, members: 30);
        TrainingData without = training.WithColumns([1]);
        CompiledLinear plain = LogisticModel.Train(without, new(), 1, TestContext.Current.CancellationToken);
        CompiledLinear mixed = LogisticModel.Train(without, new() { MemberEffects = true }, 1, TestContext.Current.CancellationToken);
        Assert.True(Samples.Auc(mixed, without) > Samples.Auc(plain, without) + .1);
    }

    private static Vector<double> Newton(Matrix<double> design, TrainingData data, Func<int, double> precision)
    {
        Matrix<double> prior = Matrix<double>.Build.DiagonalOfDiagonalArray([.. Enumerable.Range(0, design.ColumnCount).Select(precision)]);
        Vector<double> beta = Vector<double>.Build.Dense(design.ColumnCount);
        for (int step = 0; step < 30; step++)
        {
            Vector<double> probability = (design * beta).Map(Samples.Sigmoid);
            Vector<double> residual = Vector<double>.Build.Dense(data.Rows, row =>
                data.Weights[row] * (probability[row] - data.Labels[row])
            );
            Vector<double> spread = Vector<double>.Build.Dense(data.Rows, row =>
                data.Weights[row] * probability[row] * (1 - probability[row])
            );
            Matrix<double> curvature = (design.Transpose() * Matrix<double>.Build.DiagonalOfDiagonalVector(spread) * design) + prior;
            beta -= curvature.Solve((design.Transpose() * residual) + (prior * beta));
        }

        return beta;
    }
}
