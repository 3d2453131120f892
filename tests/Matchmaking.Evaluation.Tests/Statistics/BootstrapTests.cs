namespace Matchmaking.Evaluation.Tests;

public class BootstrapTests
{
    [Fact]
    public void The_interval_of_a_mean_is_about_two_standard_errors_wide()
    {
        var random = new Random(3);
        double[] values = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble())];
        ConfidenceInterval interval = Bootstrap.Mean(values, seed: 1);
        double mean = values.Average(),
            error = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / 400 / 400);
        Assert.Equal(mean - (1.96 * error), interval.Low, 0.25 * error);
        Assert.Equal(mean + (1.96 * error), interval.High, 0.25 * error);
        Assert.True(interval.Contains(mean));
    }

    [Fact]
    public void What_both_found_hard_cancels_out_of_a_paired_difference()
    {
        var random = new Random(4);
        double[] second = [.. Enumerable.Range(0, 100).Select(_ => random.NextDouble())];
        double[] first = [.. second.Select(value => value + 0.01 + (0.001 * random.NextDouble()))];
        Assert.False(Bootstrap.PairedDifference(first, second, seed: 1).Contains(0));
        Assert.True(Bootstrap.Mean(first, 1).Contains(second.Average()));
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval_and_another_another()
    {
        double[] values = [.. Enumerable.Range(0, 50).Select(i => Math.Sin(i))];
        Assert.Equal(Bootstrap.Mean(values, 7), Bootstrap.Mean(values, 7));
        Assert.NotEqual(Bootstrap.Mean(values, 7), Bootstrap.Mean(values, 8));
    }

    [Fact]
    public void Nothing_drawn_from_nothing() => Assert.Throws<ArgumentException>(() => Bootstrap.Mean([], 1));
}
