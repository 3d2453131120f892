namespace Matchmaking.Tests.Learning.Models;

public class FactorModelTests
{
    [Fact]
    public void Two_camps_that_like_the_other_camp_only_are_told_apart_in_pairs_never_seen()
    {
        // Everybody says yes as often as anybody: biases know nothing, only the product of factors does.
        (TrainingData training, TrainingData held) = Camps(40);
        CompiledFactors model = FactorModel.Train(training, new() { FactorVariance = 1 }, 1, TestContext.Current.CancellationToken);
        CompiledFactors biases = FactorModel.Train(training, new() { Dimensions = 0 }, 1, TestContext.Current.CancellationToken);
        Assert.True(Samples.Auc(model, held) > .95, $"{Samples.Auc(model, held)}");
        Assert.True(Samples.Auc(biases, held) < .7);
    }

    [Fact]
    public void Biases_come_near_the_penalised_likelihood_and_drop_out_for_newcomers()
    {
        TrainingData data = Samples.Pairs(3000, 1, seed: 2, members: 20);
        CompiledFactors model = FactorModel.Train(data, new() { Dimensions = 0, Epochs = 200 }, 1, TestContext.Current.CancellationToken);
        CompiledLinear mixed = LogisticModel.Train(
            data.WithColumns([]),
            new() { MemberEffects = true },
            1,
            TestContext.Current.CancellationToken
        );
        double[] differences =
        [
            .. from a in Enumerable.Range(0, 20) from b in Enumerable.Range(0, 20) select model.Logit([0], a, b) - mixed.Logit([], a, b),
        ];
        Assert.True(differences.Average(Math.Abs) < .1, $"{differences.Average(Math.Abs)}");
        Assert.Equal(model.Logit([0]), model.Logit([0], 999, 999));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        TrainingData data = Samples.Pairs(300, 1, seed: 3, members: 20);
        Assert.Equal(Train(1), Train(1));
        Assert.NotEqual(Train(1), Train(2));

        byte[] Train(int seed) => Samples.Bytes(FactorModel.Train(data, new(), seed, CancellationToken.None));
    }

    private static (TrainingData Training, TrainingData Held) Camps(int members)
    {
        var random = new Random(1);
        (int From, int To)[] pairs =
        [
            .. from a in Enumerable.Range(0, members) from b in Enumerable.Range(0, members) where a != b select (a, b),
        ];
        random.Shuffle(pairs);
        int cut = pairs.Length * 7 / 10;
        return (Data(pairs[..cut]), Data(pairs[cut..]));

        static TrainingData Data((int From, int To)[] pairs) =>
            new()
            {
                Columns = 0,
                Values = [],
                Labels = [.. pairs.Select(pair => (pair.From + pair.To) % 2 == 1 ? 1f : 0)],
                Weights = [.. pairs.Select(_ => 1f)],
                FromEffects = [.. pairs.Select(pair => pair.From)],
                ToEffects = [.. pairs.Select(pair => pair.To)],
            };
    }
}
