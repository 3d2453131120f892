using CsCheck;

namespace Matchmaking.Tests.Retrieval;

public class DenseIndexTests
{
    private static readonly Gen<(int Rows, int Dimensions, int Seed, SimdWidth Width, int Count)> s_cases = Gen.Select(
        Gen.Int[1, 300],
        Gen.Int[1, 70],
        Gen.Int[0, 1_000_000],
        Gen.Int[0, 2].Select(width => (SimdWidth)width),
        Gen.Int[1, 20]
    );

    [Fact]
    public void One_row_or_many_are_answered_as_by_a_plain_loop() =>
        s_cases.Sample((rows, dimensions, seed, width, count) => Check(rows, dimensions, seed, width, count), iter: 1500);

    [Fact]
    public void Rows_beyond_a_tile_and_queries_beyond_a_chunk_are_answered_too()
    {
        foreach (SimdWidth width in Enum.GetValues<SimdWidth>())
            Check(4200, 9, 5, width, 10);
    }

    [Fact]
    public void Many_answers_of_one_tile_are_found_too()
    {
        foreach (SimdWidth width in Enum.GetValues<SimdWidth>())
        {
            Check(2100, 3, 6, width, 300);
            Check(1300, 200, 7, width, 40);
        }
    }

    /// <remarks>One scale for a tile is coarse for the short rows, and sums of many equal numbers come near what 16 bits hold.</remarks>
    [Theory]
    [InlineData(1e6f, 1)]
    [InlineData(1e-6f, 1)]
    [InlineData(1, 1000)]
    public void Rows_of_very_unequal_length_and_of_equal_numbers_are_answered_exactly(float size, int dimensions)
    {
        float[] values = Rows(1100, dimensions, 8);
        values.AsSpan(0, dimensions).Fill(size);
        values.AsSpan(1050 * dimensions, dimensions).Fill(-size);
        values[(1099 * dimensions) + (dimensions / 2)] = 100 * size;
        foreach (SimdWidth width in Enum.GetValues<SimdWidth>())
            Check(values, dimensions, width, 10);
    }

    private static void Check(int rows, int dimensions, int seed, SimdWidth width, int count) =>
        Check(Rows(rows, dimensions, seed), dimensions, width, count);

    private static void Check(float[] values, int dimensions, SimdWidth width, int count)
    {
        int rows = values.Length / dimensions;
        var index = DenseIndex.Build(values, dimensions, width);

        Candidate[][] all = index.SearchAll(values, count, row => new AllBut(row), threads: 2);

        Assert.Equal(rows, all.Length);
        for (int asker = 0; asker < rows; asker += Math.Max(1, rows / 8))
        {
            Candidate[] plain =
            [
                .. Enumerable
                    .Range(0, rows)
                    .Where(row => row != asker)
                    .Select(row => new Candidate(row, index.Score(index.Row(asker), row), 0))
                    .Order()
                    .Take(count),
            ];

            Assert.Equal(plain, index.Search(index.Row(asker), count, new AllBut(asker)));
            Assert.Equal(plain, all[asker]);
        }
    }

    /// <summary>Some rows are there twice, so that there are ties, and some are zero.</summary>
    private static float[] Rows(int rows, int dimensions, int seed)
    {
        var random = new Random(seed);
        float[] values = new float[rows * dimensions];
        for (int row = 0; row < rows; row++)
        {
            Span<float> own = values.AsSpan(row * dimensions, dimensions);
            int kind = random.Next(8);
            if (kind == 0 && row > 0)
                values.AsSpan(random.Next(row) * dimensions, dimensions).CopyTo(own);
            else if (kind > 1)
                for (int d = 0; d < dimensions; d++)
                    own[d] = (float)((2 * random.NextDouble()) - 1);
        }

        return values;
    }
}
