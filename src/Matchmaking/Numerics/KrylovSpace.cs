using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace Matchmaking.Numerics;

/// <summary>
/// An orthonormal basis of the block Krylov space of AᵀA and a random block, A sparse: the block, AᵀA times it, and so on (Golub and
/// Underwood 1977). All blocks are as wide as <see cref="GramProduct.Width"/>; where no direction is left, a column is 0.
/// </summary>
internal sealed class KrylovSpace
{
    private const int Width = GramProduct.Width;

    /// <summary>What is shorter than this share of the longest is rounding, not a direction: the passes are in single precision.</summary>
    private const double Rounding = 1e-6;

    /// <summary>The share of the square of its length that may be lost in one orthonormalisation.</summary>
    private const double WellConditioned = 1e-6;

    private readonly int _length;
    private readonly RowSlices _slices;
    private readonly List<float[]> _blocks = [];
    private readonly List<Matrix<double>> _products = [];

    private KrylovSpace(int length) => (_length, _slices) = (length, new RowSlices(length));

    /// <param name="matrix">A.</param>
    /// <param name="blocks">How many blocks at most; fewer where the space ends before.</param>
    /// <param name="seed">Of the random block.</param>
    public static KrylovSpace Of(SparseMatrix matrix, int blocks, int seed)
    {
        var space = new KrylovSpace(matrix.ColumnCount);
        var gram = new GramProduct(matrix);
        double[] image = new double[matrix.ColumnCount * Width];
        var random = new Random(seed);
        foreach (ref double value in image.AsSpan())
            value = (2 * random.NextDouble()) - 1;
        double longest = 0;
        while (space._blocks.Count < blocks && space.Orthonormalize(image, longest) is { } block)
        {
            space._blocks.Add(block);
            gram.Of(block, image);
            longest = Math.Max(longest, FixedOrder.SumOfSquares(image));
            space._products.Add(space.TransposedTimes(image));
            if (space._blocks.Count < blocks)
                space.Remove(space._products[^1], image);
        }

        return space;
    }

    /// <summary>
    /// AᵀA as the basis sees it, from its products with each block: with the blocks before it, and by symmetry those after.
    /// </summary>
    public Matrix<double> Projected()
    {
        var all = Matrix<double>.Build.Dense(_blocks.Count * Width, _blocks.Count * Width);
        foreach (Matrix<double> product in _products)
            all.SetSubMatrix(0, product.RowCount - Width, product);
        return all.MapIndexed((row, column, _) => all[Math.Min(row, column), Math.Max(row, column)]);
    }

    /// <summary>The basis times a matrix, by rows.</summary>
    public float[] Times(Matrix<double> matrix)
    {
        int columns = matrix.ColumnCount;
        float[] product = new float[_length * columns];
        double[] factors = matrix.ToRowMajorArray();
        _slices.ForEach(Width + columns, (_, first, rows, scratch) =>
        {
            Span<double> sum = scratch[..(rows * columns)];
            sum.Clear();
            AddProduct(first, rows, factors, sum, scratch[sum.Length..]);
            TensorPrimitives.ConvertTruncating<double, float>(sum, product.AsSpan(first * columns));
        });
        return product;
    }

    /// <summary>What the columns have in the directions of all blocks.</summary>
    private Matrix<double> TransposedTimes(double[] image) => Summed(_blocks.Count * Width, (sum, first, rows, scratch) =>
        {
            for (int i = 0; i < _blocks.Count; i++)
            {
                TensorPrimitives.ConvertTruncating<float, double>(Rows(_blocks[i], first, rows), scratch);
                DenseKernel.AddTransposedProduct(scratch, Rows(image, first, rows), Width, sum.AsSpan(i * Width * Width));
            }
        });

    /// <summary>Takes from the columns what they have in the directions of all blocks.</summary>
    private void Remove(Matrix<double> product, double[] image)
    {
        double[] factors = (-product).ToRowMajorArray();
        _slices.ForEach(Width, (_, first, rows, scratch) => AddProduct(first, rows, factors, Rows(image, first, rows), scratch));
    }

    /// <summary>
    /// An orthonormal basis of the columns' span, from the eigenvectors of their scalar products; null where no direction is left. What
    /// lost most of its length is at right angles to the rest but roughly, and is made so a second time (as in CholeskyQR2, Yamamoto et al.
    /// 2015).
    /// </summary>
    /// <param name="image">The columns, at right angles to all blocks; holds the basis afterwards.</param>
    /// <param name="longest">The square of the length that a column may have had; 0 where it is not known.</param>
    private float[]? Orthonormalize(double[] image, double longest)
    {
        for (bool again = true; again; longest = 0)
        {
            var eigen = SymmetricEigen.Of(
                Summed(Width, (sum, first, rows, _) =>
                    DenseKernel.AddTransposedProduct(Rows(image, first, rows), Rows(image, first, rows), Width, sum)
                )
            );
            longest = Math.Max(longest, eigen.Values[0]);
            int count = eigen.CountFrom(Rounding * Rounding * longest);
            if (count == 0)
                return null;
            Replace(image, eigen.Vectors.MapIndexed((_, column, x) => column < count ? x / Math.Sqrt(eigen.Values[column]) : 0));
            again = eigen.Values[count - 1] < WellConditioned * longest;
            if (again && _blocks.Count > 0)
                Remove(TransposedTimes(image), image);
        }

        float[] block = new float[image.Length];
        TensorPrimitives.ConvertTruncating<double, float>(image, block);
        return block;
    }

    /// <summary>The columns times a square matrix in their place.</summary>
    private void Replace(double[] image, Matrix<double> matrix)
    {
        double[] factors = matrix.ToRowMajorArray();
        _slices.ForEach(Width, (_, first, rows, scratch) =>
        {
            Span<double> slice = Rows(image, first, rows);
            slice.CopyTo(scratch);
            slice.Clear();
            DenseKernel.AddProduct(scratch, Width, factors, Width, slice);
        });
    }

    private void AddProduct(int first, int rows, ReadOnlySpan<double> factors, Span<double> sum, Span<double> scratch)
    {
        int columns = sum.Length / rows;
        foreach (float[] block in _blocks)
        {
            Span<double> slice = scratch[..(rows * Width)];
            TensorPrimitives.ConvertTruncating<float, double>(Rows(block, first, rows), slice);
            DenseKernel.AddProduct(slice, Width, factors, columns, sum);
            factors = factors[(Width * columns)..];
        }
    }

    /// <summary>A sum over all rows, height × width.</summary>
    private Matrix<double> Summed(int height, Action<double[], int, int, Span<double>> add)
    {
        double[][] partial = new double[_slices.TaskCount][];
        _slices.ForEach(Width, (task, first, rows, scratch) => add(partial[task] ??= new double[height * Width], first, rows, scratch));
        double[] sum = new double[height * Width];
        foreach (double[] part in partial)
            TensorPrimitives.Add(sum, part, sum);
        return Matrix<double>.Build.DenseOfRowMajor(height, Width, sum);
    }

    private static Span<T> Rows<T>(T[] values, int first, int count) => values.AsSpan(first * Width, count * Width);
}
