using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Matchmaking.Numerics;

/// <summary>Eigenvalues of a symmetric matrix, descending, and their vectors, a column each.</summary>
internal sealed record SymmetricEigen(double[] Values, Matrix<double> Vectors)
{
    public static SymmetricEigen Of(Matrix<double> symmetric)
    {
        Evd<double> evd = symmetric.Evd(Symmetricity.Symmetric);
        double[] values = [.. evd.EigenValues.Select(value => value.Real)];
        int[] order = [.. Enumerable.Range(0, values.Length).OrderByDescending(i => values[i])];
        return new SymmetricEigen(
            [.. order.Select(i => values[i])],
            Matrix<double>.Build.Dense(values.Length, values.Length, (row, column) => evd.EigenVectors[row, order[column]])
        );
    }

    /// <summary>How many are positive and at least so large.</summary>
    public int CountFrom(double least) => Values.TakeWhile(value => value > 0 && value >= least).Count();
}
