using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace Matchmaking.Tests.Learning.Models;

public class BoostedTreesTests
{
    private static readonly BoostedTreesOptions s_options = new()
    {
        Trees = 60,
        Leaves = 12,
        Depth = 6,
        RowsPerLeaf = 10,
    };

    public static TheoryData<string> Trainers => [nameof(TreeTrainer.LightGbm), nameof(TreeTrainer.FastTree)];

    [Theory]
    [InlineData(1, 8)]
    [InlineData(64, 12)]
    [InlineData(67, 32)]
    [InlineData(150, 31)]
    [InlineData(20, 60)]
    public void Compiled_trees_give_what_LightGbm_gives_on_rows_with_and_without_gaps(int trees, int leaves)
    {
        TrainingData training = Samples.Pairs(2500, 8, seed: 1);
        Holds(
            BoostedTrees
                .LightGbm(new MLContext(3), Options(trees, leaves), training.Rows, 3)
                .Fit(BoostedTrees.Load(training, TestContext.Current.CancellationToken)),
            training,
            trees
        );
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(67, 32)]
    [InlineData(20, 60)]
    public void Compiled_trees_give_what_FastTree_gives_on_rows_with_and_without_gaps(int trees, int leaves)
    {
        TrainingData training = Samples.Pairs(2500, 8, seed: 1);
        Holds(
            BoostedTrees
                .FastTree(new MLContext(3), Options(trees, leaves), training.Rows, 3)
                .Fit(BoostedTrees.Load(training, TestContext.Current.CancellationToken)),
            training,
            trees
        );
    }

    [Fact]
    public void FastTree_tells_rows_apart_as_well_as_LightGbm_does()
    {
        TrainingData training = Samples.Pairs(4000, 8, seed: 1),
            others = Samples.Pairs(4000, 8, seed: 2);
        double[] auc =
        [
            .. Trainers.Select(trainer =>
                Auc(
                    BoostedTrees.Train(
                        training,
                        new() { Trainer = Enum.Parse<TreeTrainer>(trainer.Data) },
                        1,
                        TestContext.Current.CancellationToken
                    )
                )
            ),
        ];

        Assert.True(auc[0] > .7, "there is something to learn");
        Assert.InRange(auc[1], auc[0] - .02, auc[0] + .02);

        double Auc(CompiledTrees trees)
        {
            double[] logits = [.. Enumerable.Range(0, others.Rows).Select(row => trees.Logit(others.Row(row)))];
            int[] yes = [.. Enumerable.Range(0, others.Rows).Where(row => others.Labels[row] > 0)],
                no = [.. Enumerable.Range(0, others.Rows).Where(row => others.Labels[row] == 0)];
            return yes.Average(a => no.Count(b => logits[a] > logits[b]) / (double)no.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void A_column_that_only_tells_by_its_gaps_is_learned(string trainer)
    {
        var random = new Random(1);
        float[] labels = [.. Enumerable.Range(0, 1000).Select(_ => (float)random.Next(2))];
        float[] values = [.. labels.Select(label => label > 0 ? float.NaN : (float)Samples.Normal(random))];
        var data = new TrainingData
        {
            Columns = 1,
            Values = values,
            Labels = labels,
            Weights = [.. labels.Select(_ => 1f)],
        };
        CompiledTrees trees = BoostedTrees.Train(
            data,
            new() { Trainer = Enum.Parse<TreeTrainer>(trainer) },
            1,
            TestContext.Current.CancellationToken
        );
        Assert.True(trees.Logit([float.NaN]) > 2);
        Assert.True(trees.Logit([-1e30f]) < -2, "no real value is taken for a missing one");
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void The_same_seed_gives_the_same_bits_alone_and_in_parallel(string trainer)
    {
        TrainingData data = Samples.Pairs(800, 6, seed: 4);
        byte[][] models = new byte[6][];
        Parallel.For(0, models.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => models[i] = Train(seed: i % 2));
        Assert.All(models.Select((bytes, i) => (bytes, i)), model => Assert.Equal(Train(model.i % 2), model.bytes));
        Assert.NotEqual(models[0], models[1]);

        byte[] Train(int seed) =>
            Samples.Bytes(
                BoostedTrees.Train(
                    data,
                    s_options with
                    {
                        Trainer = Enum.Parse<TreeTrainer>(trainer),
                        ColumnShare = .5,
                    },
                    seed,
                    CancellationToken.None
                )
            );
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void Contributions_add_up_and_fall_to_the_columns_that_matter(string trainer)
    {
        TrainingData data = Samples.Pairs(2000, 6, seed: 5);
        CompiledTrees trees = BoostedTrees.Train(
            data,
            s_options with
            {
                Trainer = Enum.Parse<TreeTrainer>(trainer),
            },
            1,
            TestContext.Current.CancellationToken
        );
        var contributions = new double[6];
        var sizes = new double[6];
        double logits = 0,
            rests = 0;
        for (int row = 0; row < data.Rows; row++)
        {
            trees.Contributions(data.Row(row), contributions, out double rest);
            Assert.Equal(trees.Logit(data.Row(row)), contributions.Sum() + rest, 1e-12);
            for (int i = 0; i < sizes.Length; i++)
                sizes[i] += Math.Abs(contributions[i]);
            logits += data.Weights[row] * trees.Logit(data.Row(row));
            rests += data.Weights[row] * rest;
        }

        Assert.Equal(0, Array.IndexOf(sizes, sizes.Max()));
        // The rest is the mean logit of the training rows: what the trees say of a row of which nothing is known.
        Assert.Equal(logits, rests, 1e-6);
    }

    [Fact]
    public void Trees_of_one_answer_say_the_base_rate()
    {
        var data = new TrainingData
        {
            Columns = 1,
            Values = [1, 2, 3],
            Labels = [1, 1, 1],
            Weights = [1, 1, 1],
        };
        CompiledTrees trees = BoostedTrees.Train(data, new(), 1, TestContext.Current.CancellationToken);
        Assert.Equal(Math.Log(3.5 / .5), trees.Logit([7]), 1e-12);
    }

    [Fact]
    public void Widened_trees_read_their_columns_elsewhere()
    {
        TrainingData data = Samples.Pairs(500, 3, seed: 6);
        CompiledTrees trees = BoostedTrees.Train(data, s_options, 1, TestContext.Current.CancellationToken);
        CompiledModel wide = trees.Widen([4, 0, 2], 5);
        for (int row = 0; row < data.Rows; row++)
        {
            ReadOnlySpan<float> values = data.Row(row);
            Assert.Equal(trees.Logit(values), wide.Logit([values[1], 99, values[2], float.NaN, values[0]]));
        }
    }

    private static BoostedTreesOptions Options(int trees, int leaves) =>
        new()
        {
            Trees = trees,
            Leaves = leaves,
            Depth = 20,
            RowsPerLeaf = 10,
        };

    private static void Holds<T>(
        BinaryPredictionTransformer<CalibratedModelParametersBase<T, PlattCalibrator>> trained,
        TrainingData training,
        int trees
    )
        where T : TreeEnsembleModelParametersBasedOnRegressionTree
    {
        TrainingData others = Samples.Pairs(6000, 8, seed: 2, missing: .3);
        CompiledTrees compiled = BoostedTrees.Compile(trained, training, TestContext.Current.CancellationToken);
        IDataView predictions = trained.Transform(BoostedTrees.Load(others, TestContext.Current.CancellationToken));
        float[] scores = [.. predictions.GetColumn<float>("Score")],
            probabilities = [.. predictions.GetColumn<float>("Probability")];
        for (int row = 0; row < others.Rows; row++)
        {
            double logit = compiled.Logit(others.Row(row));
            Assert.Equal(scores[row] * -trained.Model.Calibrator.Slope, logit, 1e-6);
            Assert.Equal(probabilities[row], Samples.Sigmoid(logit), 1e-6);
        }

        Assert.True(scores.Distinct().Count() > (trees == 1 ? 2 : 1000), "the trees must tell rows apart, or nothing is compared");
    }
}
