using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matchmaking;

/// <summary>
/// AᵀA times a dense matrix, A sparse, in one pass over A's rows and without its transpose: each row takes its product with the dense matrix and hands it
/// on to its columns at once. The dense matrix is cut into strips as wide as one register: two strips stay in the cache, and a strip is one
/// task, so that every sum is taken in the order of the rows whatever the number of threads.
/// </summary>
internal static class GramProduct
{
    private const int Width = 16;

    public static DenseBlock Of(SparseMatrix matrix, DenseBlock right)
    {
        var product = new DenseBlock(matrix.ColumnCount, right.ColumnCount);
        Parallel.For(0, (right.ColumnCount + Width - 1) / Width, ParallelWork.Here(), strip =>
        {
            int first = strip * Width, width = Math.Min(Width, right.ColumnCount - first);
            float[] from = new float[matrix.ColumnCount * Width], to = new float[from.Length];
            for (int row = 0; row < matrix.ColumnCount; row++)
            {
                ReadOnlySpan<double> values = right.Row(row).Slice(first, width);
                for (int i = 0; i < width; i++)
                    from[(row * Width) + i] = (float)values[i];
            }

            for (int row = 0; row < matrix.RowCount; row++)
                Add(matrix.Columns(row), matrix.Values(row), from, to);
            for (int row = 0; row < matrix.ColumnCount; row++)
            {
                Span<double> values = product.Row(row).Slice(first, width);
                for (int i = 0; i < width; i++)
                    values[i] = to[(row * Width) + i];
            }
        });
        return product;
    }

    private static void Add(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, float[] from, float[] to)
    {
        // The columns of a SparseMatrix lie in its range: what is read and written by them needs no check a second time.
        ref float source = ref MemoryMarshal.GetArrayDataReference(from);
        ref float target = ref MemoryMarshal.GetArrayDataReference(to);
        Vector512<float> a = Vector512<float>.Zero, b = a, c = a, d = a;
        int i = 0;
        for (; i + 4 <= columns.Length; i += 4)
        {
            a = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source, (nuint)columns[i] * Width), Vector512.Create(values[i]), a);
            b = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source, (nuint)columns[i + 1] * Width), Vector512.Create(values[i + 1]), b);
            c = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source, (nuint)columns[i + 2] * Width), Vector512.Create(values[i + 2]), c);
            d = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source, (nuint)columns[i + 3] * Width), Vector512.Create(values[i + 3]), d);
        }

        for (; i < columns.Length; i++)
            a = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref source, (nuint)columns[i] * Width), Vector512.Create(values[i]), a);
        a = a + b + (c + d);
        for (i = 0; i < columns.Length; i++)
        {
            ref float place = ref Unsafe.Add(ref target, (nuint)columns[i] * Width);
            Vector512.FusedMultiplyAdd(a, Vector512.Create(values[i]), Vector512.LoadUnsafe(ref place)).StoreUnsafe(ref place);
        }
    }
}
