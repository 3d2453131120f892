using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matchmaking;

/// <summary>
/// Products of tall matrices by the registers: four rows (or columns) times twelve columns are summed up at once, and nothing is called meanwhile. Each sum is
/// taken in the order of the rows, or of the numbers, whatever the number of threads.
/// </summary>
internal static class DenseKernel
{
    private const int Tall = 4;
    private const int Wide = 12;

    /// <summary>Adds the transposed rows times themselves to a square matrix: all that is on or right of the diagonal, and some left of it.</summary>
    /// <param name="rows">One after the other.</param>
    /// <param name="columns">How long each is.</param>
    /// <param name="sum">columns × columns.</param>
    public static void AddGram(ReadOnlySpan<double> rows, int columns, Span<double> sum)
    {
        int count = rows.Length / columns;
        for (int i = 0; i < columns; i += Tall)
        {
            int j = i / Wide * Wide;
            for (; i + Tall <= columns && j + Wide <= columns; j += Wide)
                Gram(rows, count, columns, i, j, sum);
            for (int row = 0; row < count; row++)
            {
                ReadOnlySpan<double> values = rows.Slice(row * columns, columns);
                for (int a = i; a < Math.Min(columns, i + Tall); a++)
                {
                    for (int b = j; b < columns; b++)
                        sum[(a * columns) + b] += values[a] * values[b];
                }
            }
        }
    }

    /// <summary>Rows times a matrix.</summary>
    /// <param name="rows">One after the other.</param>
    /// <param name="inner">How long each is, and how many rows the matrix has.</param>
    /// <param name="matrix">By rows.</param>
    /// <param name="columns">How many columns the matrix has.</param>
    /// <param name="product">Takes the product.</param>
    public static void Multiply(ReadOnlySpan<double> rows, int inner, ReadOnlySpan<double> matrix, int columns, Span<double> product)
    {
        int count = rows.Length / inner;
        for (int row = 0; row < count; row += Tall)
        {
            int j = 0;
            for (; row + Tall <= count && j + Wide <= columns; j += Wide)
                MultiplyTile(rows[(row * inner)..], inner, matrix[j..], columns, product[((row * columns) + j)..]);
            for (int a = row; a < Math.Min(count, row + Tall); a++)
            {
                for (int b = j; b < columns; b++)
                {
                    double value = 0;
                    for (int i = 0; i < inner; i++)
                        value += rows[(a * inner) + i] * matrix[(i * columns) + b];
                    product[(a * columns) + b] = value;
                }
            }
        }
    }

    private static void Gram(ReadOnlySpan<double> rows, int count, int columns, int i, int j, Span<double> sum)
    {
        ref double left = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), i);
        ref double right = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), j);
        Vector256<double> a0 = Vector256<double>.Zero, a1 = a0, a2 = a0, b0 = a0, b1 = a0, b2 = a0, c0 = a0, c1 = a0, c2 = a0, d0 = a0, d1 = a0, d2 = a0;
        for (int row = 0; row < count; row++)
        {
            Vector256<double> x0 = Vector256.LoadUnsafe(ref right), x1 = Vector256.LoadUnsafe(ref right, 4), x2 = Vector256.LoadUnsafe(ref right, 8), y = Vector256.Create(left);
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

        Add(sum, (i * columns) + j, a0, a1, a2);
        Add(sum, ((i + 1) * columns) + j, b0, b1, b2);
        Add(sum, ((i + 2) * columns) + j, c0, c1, c2);
        Add(sum, ((i + 3) * columns) + j, d0, d1, d2);
    }

    private static void MultiplyTile(ReadOnlySpan<double> rows, int inner, ReadOnlySpan<double> matrix, int columns, Span<double> product)
    {
        ref double left = ref MemoryMarshal.GetReference(rows);
        ref double right = ref MemoryMarshal.GetReference(matrix);
        Vector256<double> a0 = Vector256<double>.Zero, a1 = a0, a2 = a0, b0 = a0, b1 = a0, b2 = a0, c0 = a0, c1 = a0, c2 = a0, d0 = a0, d1 = a0, d2 = a0;
        for (int i = 0; i < inner; i++)
        {
            Vector256<double> x0 = Vector256.LoadUnsafe(ref right), x1 = Vector256.LoadUnsafe(ref right, 4), x2 = Vector256.LoadUnsafe(ref right, 8), y = Vector256.Create(left);
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

        Store(product, 0, a0, a1, a2);
        Store(product, columns, b0, b1, b2);
        Store(product, 2 * columns, c0, c1, c2);
        Store(product, 3 * columns, d0, d1, d2);
    }

    private static void Add(Span<double> sums, int at, Vector256<double> x, Vector256<double> y, Vector256<double> z)
    {
        Span<double> target = sums.Slice(at, Wide);
        (Vector256.Create<double>(target) + x).CopyTo(target);
        (Vector256.Create<double>(target[4..]) + y).CopyTo(target[4..]);
        (Vector256.Create<double>(target[8..]) + z).CopyTo(target[8..]);
    }

    private static void Store(Span<double> sums, int at, Vector256<double> x, Vector256<double> y, Vector256<double> z)
    {
        Span<double> target = sums.Slice(at, Wide);
        x.CopyTo(target);
        y.CopyTo(target[4..]);
        z.CopyTo(target[8..]);
    }
}
