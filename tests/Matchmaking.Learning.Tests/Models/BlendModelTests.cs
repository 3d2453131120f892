namespace Matchmaking.Tests.Learning.Models;

public class BlendModelTests
{
    [Fact]
    public void A_blend_is_the_weighted_mean_of_log_odds_and_so_are_its_contributions()
    {
        TrainingData data = Samples.Pairs(500, 4, seed: 1, members: 10);
        CompiledTrees trees = BoostedTrees.Train(data, new() { Trees = 20 }, 1, TestContext.Current.CancellationToken);
        CompiledLinear linear = LogisticModel.Train(data, new() { MemberEffects = true }, 1, TestContext.Current.CancellationToken);
        var blend = new BlendModel([trees, linear], [1, 3]);
        double[] ofTrees = new double[4],
            ofLinear = new double[4],
            ofBlend = new double[4];
        for (int row = 0; row < data.Rows; row++)
        {
            Assert.Equal(
                (trees.Logit(data.Row(row), 1, 2) / 4) + (linear.Logit(data.Row(row), 1, 2) * 3 / 4),
                blend.Logit(data.Row(row), 1, 2),
                1e-12
            );
            trees.Contributions(data.Row(row), ofTrees, out _);
            linear.Contributions(data.Row(row), ofLinear, out _);
            blend.Contributions(data.Row(row), ofBlend, out double rest);
            for (int i = 0; i < 4; i++)
                Assert.Equal((ofTrees[i] / 4) + (ofLinear[i] * 3 / 4), ofBlend[i], 1e-12);
            Assert.Equal(blend.Logit(data.Row(row)), ofBlend.Sum() + rest, 1e-12);
        }
    }

    [Fact]
    public void A_row_costs_no_memory()
    {
        TrainingData data = Samples.Pairs(500, 4, seed: 1, members: 10);
        CompiledModel[] models =
        [
            BoostedTrees.Train(data, new() { Trees = 20 }, 1, TestContext.Current.CancellationToken),
            LogisticModel.Train(data, new() { MemberEffects = true }, 1, TestContext.Current.CancellationToken),
            FactorModel.Train(data, new(), 1, TestContext.Current.CancellationToken),
        ];
        var blend = new BlendModel(models, [1, 1, 1]);
        var contributions = new double[4];
        Score();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Score();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Score()
        {
            for (int row = 0; row < data.Rows; row++)
            {
                blend.Logit(data.Row(row), 1, 2);
                blend.Contributions(data.Row(row), contributions, out _);
            }
        }
    }

    [Fact]
    public void A_blend_refuses_weights_and_models_that_do_not_agree()
    {
        var three = new CompiledLinear(3, 0, [], [], []);
        var four = new CompiledLinear(4, 0, [], [], []);
        Assert.Throws<ArgumentException>(() => new BlendModel([], []));
        Assert.Throws<ArgumentException>(() => new BlendModel([three, four], [1, 1]));
        Assert.Throws<ArgumentException>(() => new BlendModel([three], [0]));
        Assert.Throws<ArgumentException>(() => new BlendModel([three], [double.NaN]));
    }
}
