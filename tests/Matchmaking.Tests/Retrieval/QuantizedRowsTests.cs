using System.Numerics.Tensors;
using CsCheck;

namespace Matchmaking.Tests.Retrieval;

public class QuantizedRowsTests
{
    [Fact]
    public void A_bound_is_never_exceeded_and_seldom_far() =>
        Gen.Select(Gen.Int[1, 70], Gen.Int[1, 140], Gen.Int[0, 1_000_000], Gen.Int[0, 2], Gen.Int[-3, 3])
            .Sample(
                (rows, dimensions, seed, width, magnitude) =>
                {
                    var random = new Random(seed);
                    float size = MathF.Pow(10, magnitude);
                    float[][] values = [.. Enumerable.Range(0, rows).Select(_ => Row(random, dimensions, size))];
                    values[0] = new float[dimensions];
                    var quantized = QuantizedRows.Build(rows, dimensions, row => values[row], (SimdWidth)width);
                    float[] other = Row(random, dimensions, 1);
                    float[] bounds = new float[rows],
                        some = new float[(rows + 1) / 2];
                    int[] which = [.. Enumerable.Range(0, some.Length).Select(i => 2 * i)];

                    quantized.Bounds(quantized.Prepare(other), 0, bounds);
                    quantized.Bounds(quantized.Prepare(other), which, some);

                    Assert.Equal(which.Select(row => bounds[row]), some);
                    for (int row = 0; row < rows; row++)
                    {
                        double exact = TensorPrimitives.Dot<float>(values[row], other);
                        double most = Math.Sqrt(
                            TensorPrimitives.SumOfSquares<float>(values[row]) * (double)TensorPrimitives.SumOfSquares<float>(other)
                        );
                        Assert.InRange(bounds[row], exact, exact + (.03 * most) + (.001 * size * dimensions));
                    }
                },
                iter: 2000
            );

    private static float[] Row(Random random, int dimensions, float size)
    {
        float[] row = new float[dimensions];
        for (int i = 0; i < row.Length; i++)
            row[i] = size * (float)((2 * random.NextDouble()) - 1) * (random.Next(4) == 0 ? 0 : 1);
        return row;
    }
}
