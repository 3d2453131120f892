using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matchmaking.Numerics;

/// <summary>
/// AᵀA times dense blocks, A sparse, in one pass over A's rows and without its transpose: each row takes its product with the block and
/// hands it on to its columns at once. A share of the rows is one task with a sum of its own, so that every sum is taken in the same order
/// whatever the number of threads.
/// </summary>
internal sealed class GramProduct
{
    /// <summary>How many columns a block has: three registers.</summary>
    public const int Width = 3 * Register;

    private const int Register = 16;
    private const int MinimumRowsPerTask = 1024;
    private const int MaximumTasks = 4;

    private readonly SparseMatrix _matrix;
    private readonly float[][] _sums;

    public GramProduct(SparseMatrix matrix)
    {
        _matrix = matrix;
        // By the size alone, never by the machine's cores.
        _sums = new float[Math.Clamp(matrix.RowCount / MinimumRowsPerTask, 1, MaximumTasks)][];
        for (int task = 0; task < _sums.Length; task++)
            _sums[task] = new float[matrix.ColumnCount * Width];
    }

    /// <param name="block">A row a column of A, one after the other.</param>
    /// <param name="product">Takes the product, of the same shape.</param>
    public void Of(float[] block, double[] product)
    {
        Parallel.For(0, _sums.Length, ParallelWork.Here(), task =>
        {
            Array.Clear(_sums[task]);
            for (int row = task * _matrix.RowCount / _sums.Length; row < (task + 1) * _matrix.RowCount / _sums.Length; row++)
                Add(_matrix.Columns(row), _matrix.Values(row), block, _sums[task]);
        });
        new RowSlices(_matrix.ColumnCount).ForEach(0, (_, first, rows, _) =>
        {
            Span<double> values = product.AsSpan(first * Width, rows * Width);
            values.Clear();
            foreach (float[] sums in _sums)
            {
                ReadOnlySpan<float> part = sums.AsSpan(first * Width, values.Length);
                for (int i = 0; i < values.Length; i++)
                    values[i] += part[i];
            }
        });
    }

    private static void Add(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, float[] from, float[] to)
    {
        // The columns of a SparseMatrix lie in its range: what is read and written by them needs no check a second time.
        ref float source = ref MemoryMarshal.GetArrayDataReference(from);
        ref float target = ref MemoryMarshal.GetArrayDataReference(to);
        Vector512<float> a = Vector512<float>.Zero,
            b = a,
            c = a,
            d = a,
            e = a,
            f = a;
        int i = 0;
        for (; i + 2 <= columns.Length; i += 2)
        {
            ref float even = ref Unsafe.Add(ref source, (nuint)columns[i] * Width),
                odd = ref Unsafe.Add(ref source, (nuint)columns[i + 1] * Width);
            Vector512<float> x = Vector512.Create(values[i]),
                y = Vector512.Create(values[i + 1]);
            a = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref even), x, a);
            b = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref even, Register), x, b);
            c = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref even, 2 * Register), x, c);
            d = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref odd), y, d);
            e = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref odd, Register), y, e);
            f = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref odd, 2 * Register), y, f);
        }

        if (i < columns.Length)
        {
            ref float last = ref Unsafe.Add(ref source, (nuint)columns[i] * Width);
            var x = Vector512.Create(values[i]);
            a = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref last), x, a);
            b = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref last, Register), x, b);
            c = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref last, 2 * Register), x, c);
        }

        (a, b, c) = (a + d, b + e, c + f);
        for (i = 0; i < columns.Length; i++)
        {
            ref float place = ref Unsafe.Add(ref target, (nuint)columns[i] * Width);
            var x = Vector512.Create(values[i]);
            Vector512.FusedMultiplyAdd(a, x, Vector512.LoadUnsafe(ref place)).StoreUnsafe(ref place);
            Vector512.FusedMultiplyAdd(b, x, Vector512.LoadUnsafe(ref place, Register)).StoreUnsafe(ref place, Register);
            Vector512.FusedMultiplyAdd(c, x, Vector512.LoadUnsafe(ref place, 2 * Register)).StoreUnsafe(ref place, 2 * Register);
        }
    }
}
