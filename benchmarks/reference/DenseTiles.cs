using System.Numerics.Tensors;

namespace Matchmaking;

/// <summary>
/// Dense rows in tiles that stay in the cache, in a byte a number, for many queries at once. All rows of a tile have one scale, so that one
/// whole number tells for all of them who is above a bound: what is lost of short rows is no more than what is lost of long ones.
/// Immutable.
/// </summary>
/// <remarks>
/// Sixteen rows stand side by side, four numbers of each at a time. An instruction multiplies an unsigned with a signed byte and adds two
/// such products in 16 bits, where it must not overflow: rows take −63…63, and queries, which are moved by 128 to be unsigned, 0…255. What
/// the move adds is known and stands in <see cref="Offsets"/>, from which the sums start.
/// </remarks>
internal sealed class DenseTiles
{
    /// <summary>How many rows a tile has at the most; of 128 numbers they take an eighth of a megabyte.</summary>
    public const int Rows = 1024;

    /// <summary>Rows that stand side by side.</summary>
    public const int Panel = 16;

    /// <summary>Numbers of a row that stand side by side.</summary>
    public const int Group = 4;

    /// <summary>What is added to the numbers of a query.</summary>
    public const int Moved = 128;

    private const int Levels = 63;

    /// <summary>About the root of what 16 bits hold: rows and queries share it.</summary>
    private const int HalfLength = 181;

    private readonly sbyte[] _values;
    private readonly short[] _offsets;
    private readonly Tile[] _tiles;

    private DenseTiles(int count, int dimensions)
    {
        (Count, Groups) = (count, (dimensions + Group - 1) / Group);
        int panels = (count + Panel - 1) / Panel;
        _values = new sbyte[(long)panels * Panel * Groups * Group];
        _offsets = new short[panels * Panel * 2];
        _tiles = new Tile[(count + Rows - 1) / Rows];
    }

    public int Count { get; }

    /// <summary>How many groups of four numbers a row has; the last is filled up with zeros.</summary>
    public int Groups { get; }

    /// <summary>
    /// The greatest length of either half of a row, in steps. The halves are the numbers that are summed up in the same 16 bits.
    /// </summary>
    public double LongestHalf { get; private set; }

    /// <param name="rows">One after the other.</param>
    /// <param name="dimensions">How long each is.</param>
    /// <param name="threads">How many threads at the most; −1: all cores.</param>
    public static DenseTiles Build(ReadOnlyMemory<float> rows, int dimensions, int threads)
    {
        var tiles = new DenseTiles(rows.Length / dimensions, dimensions);
        double[] halves = new double[tiles._tiles.Length];
        Parallel.For(0, halves.Length, ParallelWork.Here(threads), tile => halves[tile] = tiles.Fill(tile, rows.Span, dimensions));
        tiles.LongestHalf = halves.Length == 0 ? 0 : halves.Max();
        return tiles;
    }

    /// <summary>What is known of a tile.</summary>
    public Tile Of(int tile) => _tiles[tile];

    /// <summary>How many rows a tile has, in whole panels.</summary>
    public int Panels(int tile) => (Math.Min(Rows, Count - (tile * Rows)) + Panel - 1) / Panel;

    public ReadOnlySpan<sbyte> Values(int tile) => _values.AsSpan(tile * Rows * Groups * Group, Panels(tile) * Panel * Groups * Group);

    /// <summary>For each row and half: from where the sum starts.</summary>
    public ReadOnlySpan<short> Offsets(int tile) => _offsets.AsSpan(tile * Rows * 2, Panels(tile) * Panel * 2);

    /// <summary>The length of either half of a row: of the first two numbers of each group, and of the others.</summary>
    internal static (double First, double Second) Halves(ReadOnlySpan<float> row)
    {
        double first = 0,
            second = 0;
        for (int d = 0; d < row.Length; d++)
        {
            if ((d & 2) == 0)
                first += (double)row[d] * row[d];
            else
                second += (double)row[d] * row[d];
        }

        return (Math.Sqrt(first), Math.Sqrt(second));
    }

    private double Fill(int tile, ReadOnlySpan<float> rows, int dimensions)
    {
        int first = tile * Rows,
            count = Math.Min(Rows, Count - first);
        ReadOnlySpan<float> all = rows.Slice(first * dimensions, count * dimensions);
        double half = 0,
            most = Math.Abs(TensorPrimitives.MaxMagnitude(all));
        for (int row = 0; row < count; row++)
        {
            (double a, double b) = Halves(all.Slice(row * dimensions, dimensions));
            half = Math.Max(half, Math.Max(a, b));
        }

        double scale = most > 1e-30 ? Math.Min(Levels / most, HalfLength / half) : 1,
            error = 0,
            longest = 0,
            longestHalf = 0;
        Span<int> sums = stackalloc int[2],
            squares = stackalloc int[2];
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<float> x = all.Slice(row * dimensions, dimensions);
            int at = first + row,
                panel = at / Panel;
            double lost = 0;
            (sums[0], sums[1], squares[0], squares[1]) = (0, 0, 0, 0);
            for (int d = 0; d < dimensions; d++)
            {
                int level = (int)Math.Round(x[d] * scale);
                _values[((((panel * (long)Groups) + (d / Group)) * Panel) + (at % Panel)) * Group + (d % Group)] = (sbyte)level;
                double gone = x[d] - (level / scale);
                lost += gone * gone;
                sums[(d & 2) >> 1] += level;
                squares[(d & 2) >> 1] += level * level;
            }

            // Modulo 2^16, as everything that is summed up.
            (_offsets[2 * at], _offsets[(2 * at) + 1]) = (unchecked((short)(-Moved * sums[0])), unchecked((short)(-Moved * sums[1])));
            (error, longest) = (Math.Max(error, lost), Math.Max(longest, (double)squares[0] + squares[1]));
            longestHalf = Math.Max(longestHalf, Math.Max(squares[0], squares[1]));
        }

        _tiles[tile] = new Tile(scale, Math.Sqrt(error), Math.Sqrt(longest) / scale);
        return Math.Sqrt(longestHalf);
    }

    /// <param name="Scale">How many steps make one.</param>
    /// <param name="Error">How long at the most what a row lost is.</param>
    /// <param name="Longest">How long at the most what is left of a row is.</param>
    internal readonly record struct Tile(double Scale, double Error, double Longest);
}
