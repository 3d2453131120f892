using CsCheck;

namespace Matchmaking.Tests.Learning.Models;

public class CalibratorTests
{
    [Fact]
    public void Platt_finds_the_sigmoid_that_the_answers_were_drawn_from()
    {
        (double[] logits, float[] labels, float[] weights) = Draw(20_000, logit => (.6 * logit) - 1);
        Calibration calibration = Calibrator.Platt(logits, labels, weights);
        Assert.Equal(.6, calibration.Slope, .03);
        Assert.Equal(-1, calibration.Intercept, .05);
    }

    [Fact]
    public void Platt_on_four_rows_solves_the_equations_of_its_own_targets()
    {
        // Targets (2 + 1) / (2 + 2) and 1 / (2 + 2): symmetric logits, so the intercept is 0, and σ(slope) = 3/4 at the logit 1.
        Calibration calibration = Calibrator.Platt([-1, -1, 1, 1], [0, 0, 1, 1], [1, 1, 1, 1]);
        Assert.Equal(Math.Log(3), calibration.Slope, 1e-8);
        Assert.Equal(0, calibration.Intercept, 1e-8);
    }

    [Fact]
    public void A_weight_counts_as_that_many_rows()
    {
        Calibration weighted = Calibrator.Platt([-1, 0, 2, 1], [0, 1, 1, 0], [2, 1, 3, 1]);
        Calibration repeated = Calibrator.Platt([-1, -1, 0, 2, 2, 2, 1], [0, 0, 1, 1, 1, 1, 0], [1, 1, 1, 1, 1, 1, 1]);
        Assert.Equal(repeated.Slope, weighted.Slope, 1e-7);
        Assert.Equal(repeated.Intercept, weighted.Intercept, 1e-7);
    }

    [Fact]
    public void Platt_rises_strictly_even_where_the_model_ranks_backwards()
    {
        Calibration calibration = Calibrator.Platt([-2, -1, 1, 2], [1, 1, 0, 0], [1, 1, 1, 1]);
        Assert.True(calibration.Apply(1) > calibration.Apply(-1));
        Assert.Equal(.5, calibration.Apply(0), .01);
    }

    [Fact]
    public void Platt_stands_answers_of_one_kind_and_logits_of_one_value()
    {
        Assert.InRange(Calibrator.Platt([1, 2], [1, 1], [1, 1]).Apply(1.5), .6, .9);
        Assert.Equal(.5, Calibrator.Platt([1, 1, 1, 1], [1, 0, 1, 0], [1, 1, 1, 1]).Apply(1), 1e-6);
    }

    [Fact]
    public void Platt_gives_the_base_rate_where_a_model_says_the_same_of_all()
    {
        double[] logits = [.. Enumerable.Repeat(.7, 100)];
        float[] labels = [.. Enumerable.Range(0, 100).Select(i => i < 10 ? 1f : 0f)];

        Assert.Equal(11.0 / 102, Calibrator.Platt(logits, labels, [.. Enumerable.Repeat(1f, 100)]).Apply(.7), 1e-9);
    }

    [Fact]
    public void Isotonic_pools_what_falls_and_joins_the_pools_by_lines()
    {
        Calibration calibration = Calibrator.Isotonic([0, 1, 2, 3, 4, 5], [0, 1, 0, 1, 0, 1], [1, 1, 1, 1, 1, 1]);
        // Pools {0}, {1, 2}, {3, 4}, {5}; the ends are kept off 0 and 1 by (3 + 1) / (3 + 2) and 1 / (3 + 2).
        double[] expected = [.2, .5, .5, .5, .5, .8];
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], calibration.Apply(i), 1e-12);
        Assert.Equal(.35, calibration.Apply(.5), 1e-12);
        Assert.Equal(.2, calibration.Apply(-100), 1e-12);
        Assert.Equal(.8, calibration.Apply(100), 1e-12);
    }

    [Fact]
    public void Both_forms_are_monotone_and_probabilities_and_survive_writing() =>
        Gen.Select(Gen.Double[-5, 5], Gen.Bool, Gen.Float[0.1f, 3])
            .Array[1, 40]
            .Sample(rows =>
            {
                double[] logits = [.. rows.Select(row => row.Item1)];
                float[] labels = [.. rows.Select(row => row.Item2 ? 1f : 0)],
                    weights = [.. rows.Select(row => row.Item3)];
                foreach (
                    Calibration calibration in (Calibration[])
                        [Calibrator.Platt(logits, labels, weights), Calibrator.Isotonic(logits, labels, weights)]
                )
                {
                    Calibration read = Reread(calibration);
                    double before = 0;
                    for (double logit = -6; logit <= 6; logit += .1)
                    {
                        double probability = calibration.Apply(logit);
                        Assert.InRange(probability, before, 1);
                        Assert.Equal(probability, read.Apply(logit));
                        before = probability;
                    }
                }
            });

    [Fact]
    public void A_broken_calibration_is_refused()
    {
        byte[] bytes = Bytes(Calibrator.Isotonic([0, 1, 2], [0, 0, 1], [1, 1, 1]));
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte)
            .Array[1, 4]
            .Sample(changes =>
            {
                byte[] altered = [.. bytes];
                foreach ((int place, byte value) in changes)
                    altered[place] = value;
                try
                {
                    Assert.InRange(Read(altered).Apply(.5), 0, 1);
                }
                catch (InvalidDataException)
                {
                    // Refused: the other thing that may happen.
                }
            });
        Assert.Throws<InvalidDataException>(() => Read(bytes[..^1]));
        // A falling sigmoid, which Platt's form never is.
        Assert.Throws<InvalidDataException>(() => Read([.. BitConverter.GetBytes(-1.0), .. new byte[16]]));
    }

    private static (double[] Logits, float[] Labels, float[] Weights) Draw(int rows, Func<double, double> truth)
    {
        var random = new Random(1);
        double[] logits = [.. Enumerable.Range(0, rows).Select(_ => 2 * Samples.Normal(random))];
        return (
            logits,
            [.. logits.Select(logit => random.NextDouble() < Samples.Sigmoid(truth(logit)) ? 1f : 0)],
            [.. logits.Select(_ => 1f)]
        );
    }

    private static byte[] Bytes(Calibration calibration)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
            calibration.Write(writer);
        return stream.ToArray();
    }

    private static Calibration Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        return Calibration.Read(reader);
    }

    private static Calibration Reread(Calibration calibration) => Read(Bytes(calibration));
}
