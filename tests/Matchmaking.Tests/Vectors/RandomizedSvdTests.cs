using MathNet.Numerics.LinearAlgebra;

namespace Matchmaking.Tests.Vectors;

public class RandomizedSvdTests
{
    [Theory]
    [InlineData(120, 80, 12)]
    [InlineData(60, 200, 20)]
    [InlineData(3000, 90, 30)] // more than one block of rows
    [InlineData(15, 10, 10)]
    [InlineData(4, 3, 3)]
    public void Singular_values_are_those_of_the_full_decomposition(int rows, int columns, int rank)
    {
        (SparseMatrix sparse, Matrix<double> dense) = Random(rows, columns);
        var svd = RandomizedSvd.Compute(sparse, rank, seed: 7);
        Vector<double> full = dense.Svd(computeVectors: false).S;
        Assert.Equal(rank, svd.SingularValues.Length);
        for (int i = 0; i < rank; i++)
            Assert.Equal(1, svd.SingularValues[i] / full[i], 1e-3);
    }

    [Fact]
    public void Right_vectors_are_orthonormal_and_belong_to_their_values()
    {
        (SparseMatrix sparse, Matrix<double> dense) = Random(150, 70);
        var svd = RandomizedSvd.Compute(sparse, 8, seed: 3);
        var right = Matrix<double>.Build.Dense(70, 8, (row, column) => svd.RightVectors[(row * 8) + column]);
        Assert.True((right.TransposeThisAndMultiply(right) - Matrix<double>.Build.DenseIdentity(8)).FrobeniusNorm() < 1e-6);
        Matrix<double> image = dense * right;
        for (int i = 0; i < 8; i++)
            Assert.Equal(1, image.Column(i).L2Norm() / svd.SingularValues[i], 1e-5);
    }

    [Fact]
    public void The_right_vectors_keep_as_much_of_the_squares_as_those_of_the_full_decomposition()
    {
        (SparseMatrix sparse, Matrix<double> dense) = Random(400, 150);
        float[] vectors = RandomizedSvd.Compute(sparse, 20, seed: 2).RightVectors;
        var right = Matrix<double>.Build.Dense(150, 20, (row, column) => vectors[(row * 20) + column]);
        double kept = Math.Pow((dense * right).FrobeniusNorm(), 2);
        double most = dense.Svd(computeVectors: false).S.Take(20).Sum(value => value * value);
        Assert.InRange(kept / most, 0.9999, 1 + 1e-6);
    }

    [Theory]
    [InlineData(120, 40, 80)] // the whole space
    [InlineData(600, 150, 120)] // more blocks than the fewest
    public void Values_far_weaker_than_the_strongest_are_found_and_their_vectors_stand_at_right_angles(int size, double tenth, int rank)
    {
        // A diagonal matrix: its values are its singular values, its axes their vectors.
        double[] values = [.. Enumerable.Range(0, size).Select(i => Math.Pow(10, -i / tenth))];
        SparseMatrix matrix = SparseMatrix.FromRows([.. values.Select((value, i) => new SparseVector([i], [(float)value]))], size);
        var svd = RandomizedSvd.Compute(matrix, rank, seed: 4);
        Assert.Equal(values.Take(rank), svd.SingularValues, (x, y) => Math.Abs((x / y) - 1) < 1e-2);
        var right = Matrix<double>.Build.Dense(size, rank, (row, column) => svd.RightVectors[(row * rank) + column]);
        Assert.True((right.TransposeThisAndMultiply(right) - Matrix<double>.Build.DenseIdentity(rank)).FrobeniusNorm() < 1e-4);
    }

    [Fact]
    public void A_row_with_a_column_beyond_the_last_is_no_row_of_the_matrix() =>
        Assert.Throws<ArgumentException>(() => SparseMatrix.FromRows([new SparseVector([0, 3], [1, 1])], 3));

    [Fact]
    public void A_matrix_of_lower_rank_gives_no_more_values_than_its_rank()
    {
        // Every row one of three: rank 3.
        SparseVector[] kinds = [new([0, 4], [1, 2]), new([1, 5], [3, 1]), new([2, 3, 7], [1, 1, 1])];
        SparseMatrix matrix = SparseMatrix.FromRows([.. Enumerable.Range(0, 60).Select(i => kinds[i % 3])], 20);
        var svd = RandomizedSvd.Compute(matrix, 10, seed: 1);
        Assert.Equal([Math.Sqrt(200), 10, Math.Sqrt(60)], svd.SingularValues, (x, y) => Math.Abs(x - y) < 1e-4);
    }

    [Fact]
    public void The_same_seed_gives_the_same_vectors()
    {
        (SparseMatrix sparse, _) = Random(2500, 120);
        float[] once = RandomizedSvd.Compute(sparse, 16, seed: 5).RightVectors;
        float[] again = RandomizedSvd.Compute(sparse, 16, seed: 5).RightVectors;
        float[] other = RandomizedSvd.Compute(sparse, 16, seed: 6).RightVectors;
        Assert.Equal(once, again);
        Assert.NotEqual(once, other);
    }

    [Fact]
    public void A_matrix_of_zeros_has_no_singular_value() =>
        Assert.Throws<ArgumentException>(() =>
            RandomizedSvd.Compute(SparseMatrix.FromRows([SparseVector.Empty, SparseVector.Empty], 3), 2, seed: 1)
        );

    private static (SparseMatrix Sparse, Matrix<double> Dense) Random(int rows, int columns)
    {
        // Singular values that fall off, as those of texts do: some columns are far heavier than others.
        var random = new Random(rows + columns);
        SparseVector[] vectors = new SparseVector[rows];
        for (int row = 0; row < rows; row++)
        {
            int[] indices = [.. Enumerable.Range(0, columns).Where(column => random.NextDouble() < 0.3 || column == row % columns)];
            vectors[row] = new SparseVector(
                indices,
                [.. indices.Select(column => (float)((random.NextDouble() + 0.1) * Math.Pow(0.9, column)))]
            );
        }

        var dense = Matrix<double>.Build.Dense(rows, columns);
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < vectors[row].Count; i++)
                dense[row, vectors[row].Indices[i]] = vectors[row].Values[i];
        }

        return (SparseMatrix.FromRows(vectors, columns), dense);
    }
}
