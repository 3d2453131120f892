using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace Matchmaking;

/// <summary>A tall dense matrix by rows in one flat array. Whatever the number of threads, sums are taken in the same order.</summary>
internal sealed class DenseBlock(int rowCount, int columnCount)
{
    private const int MinimumRowsPerTask = 1024;
    private const int MaximumTasks = 32;
    private const int SliceRows = 256;

    // By the size alone, never by the machine's cores.
    private readonly int _rowsPerTask = RowsPerTask(rowCount);
    private readonly double[] _values = new double[(long)rowCount * columnCount];

    public int RowCount => rowCount;

    public int ColumnCount => columnCount;

    public Span<double> Values => _values;

    public Span<double> Row(int row) => _values.AsSpan(row * columnCount, columnCount);

    /// <summary>A tall dense matrix times a small one.</summary>
    public DenseBlock Multiply(Matrix<double> right)
    {
        var product = new DenseBlock(rowCount, right.ColumnCount);
        double[] matrix = right.ToRowMajorArray();
        InSlices((_, first, rows) => DenseKernel.Multiply(
            _values.AsSpan(first * columnCount, rows * columnCount), columnCount, matrix, right.ColumnCount,
            product._values.AsSpan(first * right.ColumnCount, rows * right.ColumnCount)));
        return product;
    }

    /// <summary>The transposed matrix times itself: the scalar products of the columns.</summary>
    public Matrix<double> Gram()
    {
        double[][] partial = new double[(rowCount + _rowsPerTask - 1) / _rowsPerTask][];
        for (int i = 0; i < partial.Length; i++)
            partial[i] = new double[columnCount * columnCount];
        InSlices((block, first, rows) => DenseKernel.AddGram(_values.AsSpan(first * columnCount, rows * columnCount), columnCount, partial[block]));
        double[] sum = new double[columnCount * columnCount];
        foreach (double[] part in partial)
            TensorPrimitives.Add(sum, part, sum);
        for (int i = 0; i < columnCount; i++)
        {
            for (int j = 0; j < i; j++)
                sum[(i * columnCount) + j] = sum[(j * columnCount) + i];
        }

        return Matrix<double>.Build.Dense(columnCount, columnCount, sum);
    }

    /// <summary>The symmetric part of the transposed matrix times another of the same shape.</summary>
    public Matrix<double> TransposedTimes(DenseBlock other)
    {
        double[][] partial = new double[(rowCount + _rowsPerTask - 1) / _rowsPerTask][];
        InSlices((block, first, rows) =>
        {
            double[] sum = partial[block] ??= new double[columnCount * columnCount];
            for (int row = first; row < first + rows; row++)
            {
                ReadOnlySpan<double> left = Row(row), right = other.Row(row);
                for (int i = 0; i < left.Length; i++)
                {
                    Span<double> target = sum.AsSpan(i * columnCount, columnCount);
                    TensorPrimitives.MultiplyAdd(right, left[i], target, target);
                }
            }
        });
        var product = Matrix<double>.Build.Dense(columnCount, columnCount);
        foreach (double[] part in partial)
            product += Matrix<double>.Build.Dense(columnCount, columnCount, part);
        return (product + product.Transpose()) / 2;
    }

    private static int RowsPerTask(int rows) => Math.Max(MinimumRowsPerTask, (rows + MaximumTasks - 1) / MaximumTasks);

    /// <summary>Slices of a block that stay in the cache, one after the other.</summary>
    private void InSlices(Action<int, int, int> action) =>
        Parallel.For(0, (rowCount + _rowsPerTask - 1) / _rowsPerTask, ParallelWork.Here(), block =>
        {
            int end = Math.Min(rowCount, (block + 1) * _rowsPerTask);
            for (int first = block * _rowsPerTask; first < end; first += SliceRows)
                action(block, first, Math.Min(SliceRows, end - first));
        });
}
