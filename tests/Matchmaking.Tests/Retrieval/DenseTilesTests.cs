using System.Numerics.Tensors;
using CsCheck;

namespace Matchmaking.Tests.Retrieval;

public class DenseTilesTests
{
    [Fact]
    public void Every_width_finds_the_same_and_a_bound_is_never_exceeded_and_seldom_far() =>
        Gen.Select(Gen.Int[1, 1100], Gen.Int[1, 140], Gen.Int[0, 1_000_000], Gen.Int[-3, 3])
            .Sample(
                (count, dimensions, seed, magnitude) =>
                {
                    var random = new Random(seed);
                    float[] rows = Rows(random, count, dimensions, MathF.Pow(10, magnitude)),
                        queries = Rows(random, 11, dimensions, 1);
                    float longest = Enumerable
                        .Range(0, count)
                        .Max(row => TensorPrimitives.Norm<float>(rows.AsSpan(row * dimensions, dimensions)));
                    var tiles = DenseTiles.Build(rows, dimensions, threads: 1);
                    DenseTileQueries[] widths =
                    [
                        .. Enum.GetValues<SimdWidth>().Select(width => new DenseTileQueries(tiles, dimensions, longest, width)),
                    ];
                    foreach (DenseTileQueries width in widths)
                        width.Load(queries);
                    for (int q = 0; q < 11; q++)
                    {
                        ReadOnlySpan<float> query = queries.AsSpan(q * dimensions, dimensions);
                        double length = TensorPrimitives.Norm(query);
                        for (int tile = 0; tile * DenseTiles.Rows < count; tile++)
                        {
                            int first = tile * DenseTiles.Rows,
                                rowCount = Math.Min(DenseTiles.Rows, count - first);
                            foreach (DenseTileQueries width in widths)
                                width.Multiply(q / DenseTileQueries.Together, tile);
                            Assert.All(widths, width => Assert.Equal(widths[0].Scores(q, rowCount), width.Scores(q, rowCount)));
                            (double step, double added) = widths[0].Bound(q, tile);
                            for (int row = 0; row < rowCount; row++)
                            {
                                double exact = TensorPrimitives.Dot(query, rows.AsSpan((first + row) * dimensions, dimensions));
                                Assert.InRange(
                                    (widths[0].Scores(q, rowCount)[row] * step) + added,
                                    exact,
                                    exact + (.2 * length * longest) + 1e-12
                                );
                            }
                        }
                    }
                },
                iter: 60
            );

    private static float[] Rows(Random random, int count, int dimensions, float size)
    {
        float[] rows = new float[count * dimensions];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = size * (float)((2 * random.NextDouble()) - 1) * (random.Next(4) == 0 ? 0 : 1);
        return rows;
    }
}
