namespace Matchmaking;

/// <summary>A sparse matrix by rows (CSR): flat arrays, columns ascending in each row.</summary>
internal sealed class SparseRows
{
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly double[] _values;

    private SparseRows(int[] starts, int[] columns, double[] values) => (_starts, _columns, _values) = (starts, columns, values);

    public int Rows => _starts.Length - 1;

    public int Count => _columns.Length;

    public ReadOnlySpan<int> Columns(int row) => _columns.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    public ReadOnlySpan<double> Values(int row) => _values.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <summary>The value at a place; 0 where there is none.</summary>
    public double this[int row, int column]
    {
        get
        {
            int at = Columns(row).BinarySearch(column);
            return at < 0 ? 0 : Values(row)[at];
        }
    }

    /// <summary>Whether anything stands at a place, be it next to nothing.</summary>
    public bool Has(int row, int column) => Columns(row).BinarySearch(column) >= 0;

    /// <summary>From entries in any order; those at one place are added up, in the order given.</summary>
    public static SparseRows From(int rows, IReadOnlyList<(int Row, int Column, double Value)> entries)
    {
        int[] starts = new int[rows + 1];
        for (int i = 0; i < entries.Count; i++)
            starts[entries[i].Row + 1]++;
        for (int row = 0; row < rows; row++)
            starts[row + 1] += starts[row];
        int[] next = starts[..rows];
        int[] columns = new int[entries.Count];
        double[] values = new double[entries.Count];
        for (int i = 0; i < entries.Count; i++)
        {
            (int row, int column, double value) = entries[i];
            int at = next[row]++;
            (columns[at], values[at]) = (column, value);
        }

        return Merge(starts, columns, values);
    }

    public SparseRows Map(Func<double, double> function) => new(_starts, _columns, [.. _values.Select(function)]);

    public SparseRows Transpose(int columns)
    {
        var entries = new (int, int, double)[Count];
        for (int row = 0, i = 0; row < Rows; row++)
        {
            for (; i < _starts[row + 1]; i++)
                entries[i] = (_columns[i], row, _values[i]);
        }

        return From(columns, entries);
    }

    /// <summary>The sum of each row.</summary>
    public double[] Sums()
    {
        double[] sums = new double[Rows];
        for (int row = 0; row < sums.Length; row++)
        {
            foreach (double value in Values(row))
                sums[row] += value;
        }

        return sums;
    }

    /// <summary>Sorts each row by column and adds up equal columns, in place.</summary>
    private static SparseRows Merge(int[] starts, int[] columns, double[] values)
    {
        int[] merged = new int[starts.Length];
        int to = 0;
        for (int row = 0; row + 1 < starts.Length; row++)
        {
            int first = to, length = starts[row + 1] - starts[row];
            Array.Sort(columns, values, starts[row], length);
            for (int from = starts[row]; from < starts[row + 1]; from++)
            {
                if (to > first && columns[to - 1] == columns[from])
                    values[to - 1] += values[from];
                else
                    (columns[to], values[to++]) = (columns[from], values[from]);
            }

            merged[row + 1] = to;
        }

        return new SparseRows(merged, columns[..to], values[..to]);
    }
}
