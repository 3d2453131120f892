namespace Matchmaking.Numerics;

/// <summary>A sparse matrix by rows in flat arrays (CSR).</summary>
internal sealed class SparseMatrix(int rowCount, int columnCount, int[] rowStarts, int[] columns, float[] values)
{
    public int RowCount => rowCount;

    public int ColumnCount => columnCount;

    public ReadOnlySpan<int> Columns(int row) => columns.AsSpan(rowStarts[row]..rowStarts[row + 1]);

    public ReadOnlySpan<float> Values(int row) => values.AsSpan(rowStarts[row]..rowStarts[row + 1]);

    public static SparseMatrix FromRows(IReadOnlyList<SparseVector> rows, int columnCount)
    {
        int[] starts = new int[rows.Count + 1];
        for (int row = 0; row < rows.Count; row++)
        {
            if (rows[row].Count > 0 && rows[row].Indices[^1] >= columnCount)
                throw new ArgumentException($"has a column {rows[row].Indices[^1]}, but there are {columnCount}", nameof(rows));
            starts[row + 1] = starts[row] + rows[row].Count;
        }

        int[] columns = new int[starts[^1]];
        float[] values = new float[starts[^1]];
        for (int row = 0; row < rows.Count; row++)
        {
            rows[row].Indices.CopyTo(columns.AsSpan(starts[row]));
            rows[row].Values.CopyTo(values.AsSpan(starts[row]));
        }

        return new SparseMatrix(rows.Count, columnCount, starts, columns, values);
    }
}
