namespace Matchmaking.Numerics;

/// <summary>
/// The largest singular values of a sparse matrix A and their right vectors, as the block Krylov space of AᵀA and a random block sees them
/// (Musco and Musco 2015, algorithm 2): a narrow block that keeps all of its powers comes as near in fewer passes over A as a wide one of
/// which the last power alone is kept.
/// </summary>
/// <param name="SingularValues">Descending, all positive; fewer than asked for where the matrix has a lower rank.</param>
/// <param name="RightVectors">A row a column of the matrix, one after the other; a row has a number a singular value.</param>
internal sealed record RandomizedSvd(double[] SingularValues, float[] RightVectors)
{
    /// <summary>The space is this many times as wide as the vectors asked for.</summary>
    private const int Oversampling = 3;

    private const int FewestBlocks = 5;

    /// <summary>What is smaller than this share of the largest square is rounding, not data: the passes are in single precision.</summary>
    private const double Precision = 1e-6;

    /// <exception cref="ArgumentException">The matrix is zero.</exception>
    public static RandomizedSvd Compute(SparseMatrix matrix, int rank, int seed)
    {
        int blocks = Math.Max(FewestBlocks, ((Oversampling * rank) + GramProduct.Width - 1) / GramProduct.Width);
        var space = KrylovSpace.Of(matrix, blocks, seed);
        var squares = SymmetricEigen.Of(space.Projected());
        int kept = Math.Min(rank, squares.CountFrom(Precision * squares.Values[0]));
        if (kept == 0)
            throw new ArgumentException("has no singular value other than 0", nameof(matrix));
        float[] vectors = space.Times(squares.Vectors.SubMatrix(0, squares.Vectors.RowCount, 0, kept));
        FixSigns(vectors, kept);
        return new RandomizedSvd([.. squares.Values.Take(kept).Select(Math.Sqrt)], vectors);
    }

    /// <summary>A singular vector is one up to its sign; the largest entry is made positive.</summary>
    private static void FixSigns(Span<float> vectors, int count)
    {
        float[] largest = new float[count];
        for (int i = 0; i < vectors.Length; i++)
        {
            if (Math.Abs(vectors[i]) > Math.Abs(largest[i % count]))
                largest[i % count] = vectors[i];
        }

        for (int i = 0; i < vectors.Length; i++)
        {
            if (largest[i % count] < 0)
                vectors[i] = -vectors[i];
        }
    }
}
