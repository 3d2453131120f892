using System.Numerics.Tensors;

namespace Matchmaking;

/// <summary>
/// Some queries in a byte a number, their products with tiles of rows, and what these say of the exact ones: x·y ≤ x̂·ŷ + |x − x̂|·|y| +
/// |x̂|·|y − ŷ|, as in <see cref="QuantizedRows"/>. For one thread; reused.
/// </summary>
internal sealed class DenseTileQueries(DenseTiles tiles, int dimensions, float longest, SimdWidth width)
{
    /// <summary>How many queries are multiplied at once.</summary>
    public const int Together = 8;

    private const int Levels = 127;

    private byte[] _values = [];
    private Query[] _queries = [];
    private readonly int[] _scores = new int[Together * DenseTiles.Rows];

    public int[] Found { get; } = new int[DenseTiles.Rows];

    /// <summary>The products of the last group with the last tile, in steps.</summary>
    public ReadOnlySpan<int> Scores(int query, int rows) => _scores.AsSpan(query % Together * DenseTiles.Rows, rows);

    /// <summary>Takes queries, one after the other; laid out in groups of eight, four numbers of each at a time.</summary>
    public void Load(ReadOnlySpan<float> queries)
    {
        int count = queries.Length / dimensions,
            groups = (count + Together - 1) / Together;
        if (_queries.Length < count)
        {
            _values = new byte[groups * Together * tiles.Groups * DenseTiles.Group];
            _queries = new Query[count];
        }

        Array.Fill(_values, (byte)DenseTiles.Moved);
        for (int q = 0; q < count; q++)
        {
            ReadOnlySpan<float> query = queries.Slice(q * dimensions, dimensions);
            Span<byte> group = _values.AsSpan(q / Together * Together * tiles.Groups * DenseTiles.Group);
            double scale = Scale(query),
                lost = 0;
            for (int d = 0; d < dimensions; d++)
            {
                int level = (int)Math.Round(query[d] * scale);
                group[(d / DenseTiles.Group * Together * DenseTiles.Group) + (q % Together * DenseTiles.Group) + (d % DenseTiles.Group)] =
                    (byte)(level + DenseTiles.Moved);
                double gone = query[d] - (level / scale);
                lost += gone * gone;
            }

            double length = TensorPrimitives.Norm(query) * (1 + 1e-5);
            // Two ways of adding up the same products in single precision may differ by so much.
            double rounding = (dimensions + 8) * 1.2e-7 * length * longest;
            _queries[q] = new Query(scale, length, Math.Sqrt(lost), rounding);
        }
    }

    /// <summary>Multiplies eight queries with a tile.</summary>
    public void Multiply(int group, int tile)
    {
        int length = Together * tiles.Groups * DenseTiles.Group;
        DenseTileKernel.Multiply(
            tiles.Values(tile),
            tiles.Offsets(tile),
            _values.AsSpan(group * length, length),
            tiles.Panels(tile),
            tiles.Groups,
            _scores,
            width
        );
    }

    /// <summary>What the steps of a query's product with a row of a tile are worth at the most: a factor, and what is added.</summary>
    public (double Step, double Added) Bound(int query, int tile)
    {
        (Query q, DenseTiles.Tile t) = (_queries[query], tiles.Of(tile));
        return (1 / (q.Scale * t.Scale), ((q.Length * t.Error) + (q.Lost * t.Longest) + q.Rounding) * (1 + 1e-6));
    }

    /// <summary>As many steps as fit into a byte, and into 16 bits when summed up with any row (Cauchy and Schwarz).</summary>
    private double Scale(ReadOnlySpan<float> query)
    {
        double most = Math.Abs(TensorPrimitives.MaxMagnitude(query));
        if (!(most > 1e-30))
            return 1;
        (double a, double b) = DenseTiles.Halves(query);
        double room = short.MaxValue / Math.Max(1, tiles.LongestHalf),
            rounded = Math.Sqrt(tiles.Groups * 2) / 2;

        // Rounding lengthens a half by no more than half a step a number. Where that leaves no room, nothing is told of this query: all
        // steps are 0.
        double scale = Math.Min(Levels / most, (room - rounded) / Math.Max(a, b));
        return scale > 0 ? scale : .25 / most;
    }

    private readonly record struct Query(double Scale, double Length, double Lost, double Rounding);
}
