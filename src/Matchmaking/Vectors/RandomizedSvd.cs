using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Matchmaking;

/// <summary>
/// The largest singular values of a sparse matrix A and their right vectors, by random projection with power iterations
/// (Halko, Martinsson and Tropp 2011, section 4.5) on the side of the columns: AᵀA is applied in one pass over the rows (<see cref="GramProduct"/>).
/// </summary>
/// <param name="SingularValues">Descending, all positive; fewer than asked for where the matrix has a lower rank.</param>
/// <param name="RightVectors">A row a column of the matrix, a column a singular value.</param>
internal sealed record RandomizedSvd(double[] SingularValues, DenseBlock RightVectors)
{
    private const int Oversampling = 10;
    private const int PowerIterations = 5;

    /// <summary>Directions shorter than this share of the longest are rounding, not data: the passes are in single precision, and see squares.</summary>
    private const double RankTolerance = 1e-3;

    /// <exception cref="ArgumentException">The matrix is zero.</exception>
    public static RandomizedSvd Compute(SparseMatrix matrix, int rank, int seed)
    {
        int width = Math.Min(rank + Oversampling, Math.Min(matrix.RowCount, matrix.ColumnCount));
        var basis = new DenseBlock(matrix.ColumnCount, width);
        double[] gaussian = new double[basis.Values.Length];
        Normal.Samples(new Random(seed), gaussian, 0, 1);
        gaussian.CopyTo(basis.Values);
        for (int i = 0; i < PowerIterations; i++)
            // Between powers the basis need only stay well-conditioned; one pass does that.
            basis = Orthonormalize(GramProduct.Of(matrix, basis), passes: i + 1 < PowerIterations ? 1 : 2);

        // With Q an orthonormal basis of A times the basis X, the small matrix B = QᵀA is (XᵀAᵀAX)^-½ (AᵀAX)ᵀ: the last pass counts as a power too.
        DenseBlock image = GramProduct.Of(matrix, basis);
        (Matrix<double> axes, double[] squares) = Eigen(basis.TransposedTimes(image), RankTolerance * RankTolerance);
        DenseBlock projected = image.Multiply(axes.MapIndexed((_, column, x) => x / Math.Sqrt(squares[column])));
        (Matrix<double> vectors, double[] values) = Eigen(projected.Gram(), RankTolerance * RankTolerance);
        int kept = Math.Min(rank, values.Length);
        DenseBlock right = projected.Multiply(vectors.SubMatrix(0, vectors.RowCount, 0, kept).MapIndexed((_, column, x) => x / Math.Sqrt(values[column])));
        return new RandomizedSvd([.. values.Take(kept).Select(Math.Sqrt)], FixSigns(right));
    }

    /// <summary>
    /// An orthonormal basis of the columns' span, from the eigenvectors of their scalar products. One pass leaves an error of the square of the
    /// condition number, a second takes it away (as in CholeskyQR2, Yamamoto et al. 2015); a span of lower rank gives fewer columns.
    /// </summary>
    internal static DenseBlock Orthonormalize(DenseBlock block, int passes)
    {
        for (int pass = 0; pass < passes; pass++)
        {
            (Matrix<double> vectors, double[] values) = Eigen(block.Gram(), RankTolerance * RankTolerance * RankTolerance * RankTolerance);
            block = block.Multiply(vectors.MapIndexed((_, column, x) => x / Math.Sqrt(values[column])));
        }

        return block;
    }

    /// <summary>Eigenvalues above a share of the largest, descending, and their vectors.</summary>
    private static (Matrix<double> Vectors, double[] Values) Eigen(Matrix<double> symmetric, double tolerance)
    {
        Evd<double> evd = symmetric.Evd(Symmetricity.Symmetric);
        double[] values = [.. evd.EigenValues.Select(value => value.Real)];
        double largest = values.Max();
        int[] order = [.. Enumerable.Range(0, values.Length).Where(i => values[i] > 0 && values[i] > tolerance * largest).OrderByDescending(i => values[i])];
        if (order.Length == 0)
            throw new ArgumentException("has no singular value other than 0", nameof(symmetric));
        return (Matrix<double>.Build.DenseOfColumnVectors(order.Select(evd.EigenVectors.Column)), [.. order.Select(i => values[i])]);
    }

    /// <summary>A singular vector is one up to its sign; the largest entry is made positive.</summary>
    private static DenseBlock FixSigns(DenseBlock vectors)
    {
        double[] largest = new double[vectors.ColumnCount];
        for (int row = 0; row < vectors.RowCount; row++)
        {
            ReadOnlySpan<double> values = vectors.Row(row);
            for (int column = 0; column < values.Length; column++)
            {
                if (Math.Abs(values[column]) > Math.Abs(largest[column]))
                    largest[column] = values[column];
            }
        }

        for (int row = 0; row < vectors.RowCount; row++)
        {
            Span<double> values = vectors.Row(row);
            for (int column = 0; column < values.Length; column++)
                values[column] = largest[column] < 0 ? -values[column] : values[column];
        }

        return vectors;
    }
}
