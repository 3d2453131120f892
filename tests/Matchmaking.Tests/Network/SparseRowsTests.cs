namespace Matchmaking.Tests;

public class SparseRowsTests
{
    private static readonly SparseRows s_rows = SparseRows.From(3, [(0, 2, 1.0), (2, 1, 4.0), (0, 0, 2.0), (0, 2, 0.5)]);

    [Fact]
    public void Entries_at_one_place_are_added_up_and_columns_ascend()
    {
        Assert.Equal([0, 2], s_rows.Columns(0).ToArray());
        Assert.Equal([2.0, 1.5], s_rows.Values(0).ToArray());
        Assert.Equal(0, s_rows.Columns(1).Length);
        Assert.Equal(4.0, s_rows[2, 1]);
        Assert.Equal(0.0, s_rows[2, 0]);
        Assert.True(s_rows.Has(0, 2));
        Assert.False(s_rows.Has(1, 2));
    }

    [Fact]
    public void A_transposed_matrix_has_the_same_entries_the_other_way_round()
    {
        SparseRows transposed = s_rows.Transpose(3);
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
                Assert.Equal(s_rows[i, j], transposed[j, i]);
        }

        Assert.Equal([3.5, 0.0, 4.0], s_rows.Sums());
    }
}
