using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matchmaking.Numerics;

/// <summary>
/// Products of tall matrices by the registers: four rows (or columns) times twelve columns are summed up at once, and nothing is called
/// meanwhile. Each sum is taken in the order of the rows, or of the numbers, whatever the number of threads.
/// </summary>
internal static class DenseKernel
{
    private const int Tall = 4;
    private const int Wide = 12;
    private const int Narrow = 4;

    /// <summary>Adds the transposed rows of one matrix times the rows of another.</summary>
    /// <param name="left">One row after the other.</param>
    /// <param name="right">As many rows.</param>
    /// <param name="columns">How long a row of either is; a multiple of twelve.</param>
    /// <param name="sum">columns × columns, by rows.</param>
    public static void AddTransposedProduct(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int columns, Span<double> sum)
    {
        for (int i = 0; i < columns; i += Tall)
        {
            for (int j = 0; j < columns; j += Wide)
                AddTransposedTile(left[i..], right[j..], columns, left.Length / columns, sum[((i * columns) + j)..]);
        }
    }

    /// <summary>Adds rows times a matrix.</summary>
    /// <param name="rows">One after the other.</param>
    /// <param name="inner">How long each is, and how many rows the matrix has.</param>
    /// <param name="matrix">By rows.</param>
    /// <param name="columns">How many columns the matrix has.</param>
    /// <param name="sum">As many rows, of as many columns as the matrix.</param>
    public static void AddProduct(ReadOnlySpan<double> rows, int inner, ReadOnlySpan<double> matrix, int columns, Span<double> sum)
    {
        int count = rows.Length / inner;
        for (int row = 0; row < count; row += Tall)
        {
            int j = 0;
            for (; row + Tall <= count && j + Wide <= columns; j += Wide)
                AddTile(rows[(row * inner)..], inner, matrix[j..], columns, sum[((row * columns) + j)..]);
            for (; row + Tall <= count && j + Narrow <= columns; j += Narrow)
                AddNarrowTile(rows[(row * inner)..], inner, matrix[j..], columns, sum[((row * columns) + j)..]);
            for (int a = row; a < Math.Min(count, row + Tall); a++)
            {
                for (int b = j; b < columns; b++)
                {
                    double value = 0;
                    for (int i = 0; i < inner; i++)
                        value += rows[(a * inner) + i] * matrix[(i * columns) + b];
                    sum[(a * columns) + b] += value;
                }
            }
        }
    }

    private static void AddTransposedTile(ReadOnlySpan<double> rows, ReadOnlySpan<double> others, int columns, int count, Span<double> sum)
    {
        ref double left = ref MemoryMarshal.GetReference(rows);
        ref double right = ref MemoryMarshal.GetReference(others);
        Vector256<double> a0 = Vector256<double>.Zero,
            a1 = a0,
            a2 = a0,
            b0 = a0,
            b1 = a0,
            b2 = a0,
            c0 = a0,
            c1 = a0,
            c2 = a0,
            d0 = a0,
            d1 = a0,
            d2 = a0;
        for (int row = 0; row < count; row++)
        {
            Vector256<double> x0 = Vector256.LoadUnsafe(ref right),
                x1 = Vector256.LoadUnsafe(ref right, 4),
                x2 = Vector256.LoadUnsafe(ref right, 8),
                y = Vector256.Create(left);
            a0 = Vector256.FusedMultiplyAdd(x0, y, a0);
            a1 = Vector256.FusedMultiplyAdd(x1, y, a1);
            a2 = Vector256.FusedMultiplyAdd(x2, y, a2);
            y = Vector256.Create(Unsafe.Add(ref left, 1));
            b0 = Vector256.FusedMultiplyAdd(x0, y, b0);
            b1 = Vector256.FusedMultiplyAdd(x1, y, b1);
            b2 = Vector256.FusedMultiplyAdd(x2, y, b2);
            y = Vector256.Create(Unsafe.Add(ref left, 2));
            c0 = Vector256.FusedMultiplyAdd(x0, y, c0);
            c1 = Vector256.FusedMultiplyAdd(x1, y, c1);
            c2 = Vector256.FusedMultiplyAdd(x2, y, c2);
            y = Vector256.Create(Unsafe.Add(ref left, 3));
            d0 = Vector256.FusedMultiplyAdd(x0, y, d0);
            d1 = Vector256.FusedMultiplyAdd(x1, y, d1);
            d2 = Vector256.FusedMultiplyAdd(x2, y, d2);
            left = ref Unsafe.Add(ref left, columns);
            right = ref Unsafe.Add(ref right, columns);
        }

        Add(sum, 0, a0, a1, a2);
        Add(sum, columns, b0, b1, b2);
        Add(sum, 2 * columns, c0, c1, c2);
        Add(sum, 3 * columns, d0, d1, d2);
    }

    private static void AddTile(ReadOnlySpan<double> rows, int inner, ReadOnlySpan<double> matrix, int columns, Span<double> sum)
    {
        ref double left = ref MemoryMarshal.GetReference(rows);
        ref double right = ref MemoryMarshal.GetReference(matrix);
        Vector256<double> a0 = Vector256<double>.Zero,
            a1 = a0,
            a2 = a0,
            b0 = a0,
            b1 = a0,
            b2 = a0,
            c0 = a0,
            c1 = a0,
            c2 = a0,
            d0 = a0,
            d1 = a0,
            d2 = a0;
        for (int i = 0; i < inner; i++)
        {
            Vector256<double> x0 = Vector256.LoadUnsafe(ref right),
                x1 = Vector256.LoadUnsafe(ref right, 4),
                x2 = Vector256.LoadUnsafe(ref right, 8),
                y = Vector256.Create(left);
            a0 = Vector256.FusedMultiplyAdd(x0, y, a0);
            a1 = Vector256.FusedMultiplyAdd(x1, y, a1);
            a2 = Vector256.FusedMultiplyAdd(x2, y, a2);
            y = Vector256.Create(Unsafe.Add(ref left, inner));
            b0 = Vector256.FusedMultiplyAdd(x0, y, b0);
            b1 = Vector256.FusedMultiplyAdd(x1, y, b1);
            b2 = Vector256.FusedMultiplyAdd(x2, y, b2);
            y = Vector256.Create(Unsafe.Add(ref left, 2 * inner));
            c0 = Vector256.FusedMultiplyAdd(x0, y, c0);
            c1 = Vector256.FusedMultiplyAdd(x1, y, c1);
            c2 = Vector256.FusedMultiplyAdd(x2, y, c2);
            y = Vector256.Create(Unsafe.Add(ref left, 3 * inner));
            d0 = Vector256.FusedMultiplyAdd(x0, y, d0);
            d1 = Vector256.FusedMultiplyAdd(x1, y, d1);
            d2 = Vector256.FusedMultiplyAdd(x2, y, d2);
            left = ref Unsafe.Add(ref left, 1);
            right = ref Unsafe.Add(ref right, columns);
        }

        Add(sum, 0, a0, a1, a2);
        Add(sum, columns, b0, b1, b2);
        Add(sum, 2 * columns, c0, c1, c2);
        Add(sum, 3 * columns, d0, d1, d2);
    }

    private static void AddNarrowTile(ReadOnlySpan<double> rows, int inner, ReadOnlySpan<double> matrix, int columns, Span<double> sum)
    {
        ref double left = ref MemoryMarshal.GetReference(rows);
        ref double right = ref MemoryMarshal.GetReference(matrix);
        Vector256<double> a = Vector256<double>.Zero,
            b = a,
            c = a,
            d = a;
        for (int i = 0; i < inner; i++)
        {
            var x = Vector256.LoadUnsafe(ref right);
            a = Vector256.FusedMultiplyAdd(x, Vector256.Create(left), a);
            b = Vector256.FusedMultiplyAdd(x, Vector256.Create(Unsafe.Add(ref left, inner)), b);
            c = Vector256.FusedMultiplyAdd(x, Vector256.Create(Unsafe.Add(ref left, 2 * inner)), c);
            d = Vector256.FusedMultiplyAdd(x, Vector256.Create(Unsafe.Add(ref left, 3 * inner)), d);
            left = ref Unsafe.Add(ref left, 1);
            right = ref Unsafe.Add(ref right, columns);
        }

        Add(sum, 0, a);
        Add(sum, columns, b);
        Add(sum, 2 * columns, c);
        Add(sum, 3 * columns, d);
    }

    private static void Add(Span<double> sums, int at, Vector256<double> x, Vector256<double> y, Vector256<double> z)
    {
        Add(sums, at, x);
        Add(sums, at + 4, y);
        Add(sums, at + 8, z);
    }

    private static void Add(Span<double> sums, int at, Vector256<double> x)
    {
        Span<double> target = sums.Slice(at, 4);
        (Vector256.Create<double>(target) + x).CopyTo(target);
    }
}
