namespace Matchmaking.Tests.Learning.Models;

public class TrainingDataTests
{
    private static readonly TrainingData s_data = new()
    {
        Columns = 2,
        Values = [1, 2, 3, float.NaN, 5, 6],
        Labels = [0, 1, 1],
        Weights = [1, .5f, 2],
        FromEffects = [0, 1, -1],
        ToEffects = [2, 0, 1],
    };

    [Fact]
    public void Rows_and_columns_are_picked_in_the_order_asked_for()
    {
        TrainingData picked = s_data.Select([2, 0, 2]).WithColumns([1]);
        Assert.Equal([6, 2, 6], picked.Values);
        Assert.Equal([1, 0, 1], picked.Labels);
        Assert.Equal([2, 1, 2], picked.Weights);
        Assert.Equal([-1, 0, -1], picked.FromEffects!);
        Assert.Equal([1, 2, 1], picked.ToEffects!);
    }

    [Fact]
    public void Data_that_nothing_can_learn_from_are_refused_by_every_trainer()
    {
        s_data.Check();
        TrainingData[] broken =
        [
            With(labels: [0, 1, .5f]),
            With(labels: [0, 1]),
            With(weights: [1, 1, float.NaN]),
            With(weights: [1, 1, -1]),
            With(values: [1, 2, 3, 4, 5, float.PositiveInfinity]),
            With(values: [1]),
            With(from: [0]),
            With(from: [0, -2, 0]),
        ];
        Assert.All(broken, data => Assert.Throws<ArgumentException>(() => BoostedTrees.Train(data, new(), 1, CancellationToken.None)));
        Assert.All(broken, data => Assert.Throws<ArgumentException>(() => LogisticModel.Train(data, new(), 1, CancellationToken.None)));
        Assert.All(broken, data => Assert.Throws<ArgumentException>(() => FactorModel.Train(data, new(), 1, CancellationToken.None)));

        static TrainingData With(float[]? values = null, float[]? labels = null, float[]? weights = null, int[]? from = null) =>
            new()
            {
                Columns = 2,
                Values = values ?? s_data.Values,
                Labels = labels ?? s_data.Labels,
                Weights = weights ?? s_data.Weights,
                FromEffects = from ?? s_data.FromEffects,
                ToEffects = s_data.ToEffects,
            };
    }
}
