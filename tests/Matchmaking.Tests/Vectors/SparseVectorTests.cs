namespace Matchmaking.Tests.Vectors;

public class SparseVectorTests
{
    [Fact]
    public void It_knows_its_length() => Assert.Equal(5, new SparseVector([2, 7], [3, 4]).Norm);

    [Fact]
    public void The_empty_one_is_empty()
    {
        Assert.Equal(0, SparseVector.Empty.Count);
        Assert.True(SparseVector.Empty.Indices.IsEmpty && SparseVector.Empty.Values.IsEmpty);
        Assert.Equal(0, SparseVector.Empty.Norm);
    }

    [Theory]
    [InlineData(new[] { 2, 1 }, new[] { 1f, 1f })]
    [InlineData(new[] { 1, 1 }, new[] { 1f, 1f })]
    [InlineData(new[] { -1, 1 }, new[] { 1f, 1f })]
    [InlineData(new[] { 1 }, new[] { 1f, 1f })]
    [InlineData(new[] { 1, 2 }, new[] { 1f, 0f })]
    [InlineData(new[] { 1, 2 }, new[] { 1f, float.NaN })]
    [InlineData(new[] { 1, 2 }, new[] { 1f, float.PositiveInfinity })]
    public void What_is_no_sparse_vector_cannot_be_built(int[] indices, float[] values) =>
        Assert.Throws<ArgumentException>(() => new SparseVector(indices, values));
}
