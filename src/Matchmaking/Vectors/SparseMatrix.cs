namespace Matchmaking;

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
            starts[row + 1] = starts[row] + rows[row].Count;
        int[] columns = new int[starts[^1]];
        float[] values = new float[starts[^1]];
        for (int row = 0; row < rows.Count; row++)
        {
            rows[row].Indices.CopyTo(columns.AsSpan(starts[row]));
            rows[row].Values.CopyTo(values.AsSpan(starts[row]));
        }

        return new SparseMatrix(rows.Count, columnCount, starts, columns, values);
    }

    /// <summary>The transposed matrix, so that products with either can be computed row by row, each on any thread.</summary>
    public SparseMatrix Transpose()
    {
        int[] starts = new int[columnCount + 1];
        foreach (int column in columns)
            starts[column + 1]++;
        for (int column = 0; column < columnCount; column++)
            starts[column + 1] += starts[column];
        int[] next = starts[..columnCount];
        int[] rows = new int[columns.Length];
        float[] transposed = new float[columns.Length];
        for (int row = 0; row < rowCount; row++)
        {
            for (int i = rowStarts[row]; i < rowStarts[row + 1]; i++)
            {
                int at = next[columns[i]]++;
                rows[at] = row;
                transposed[at] = values[i];
            }
        }

        return new SparseMatrix(columnCount, rowCount, starts, rows, transposed);
    }
}
