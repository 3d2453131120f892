using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// A sparse matrix by rows (CSR): flat arrays, columns ascending in each row; rows that changed since lie over them. Immutable.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SparseRows
{
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly double[] _values;
    private readonly PersistentArray<SparseRow?>? _changed;

    private SparseRows(int[] starts, int[] columns, double[] values, PersistentArray<SparseRow?>? changed = null, int? count = null) =>
        (_starts, _columns, _values, _changed, Count) = (starts, columns, values, changed, count ?? columns.Length);

    /// <summary>How many rows there are.</summary>
    public int Rows => _changed?.Count ?? _starts.Length - 1;

    /// <summary>How many entries there are.</summary>
    public int Count { get; }

    /// <summary>The columns of a row; none where the row is not there yet.</summary>
    public ReadOnlySpan<int> Columns(int row) =>
        Changed(row) is { } changed ? changed.Columns
        : row + 1 < _starts.Length ? _columns.AsSpan(_starts[row], _starts[row + 1] - _starts[row])
        : [];

    /// <summary>The values of a row, in the order of its columns.</summary>
    public ReadOnlySpan<double> Values(int row) =>
        Changed(row) is { } changed ? changed.Values
        : row + 1 < _starts.Length ? _values.AsSpan(_starts[row], _starts[row + 1] - _starts[row])
        : [];

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

    /// <summary>Of one row after another.</summary>
    internal static SparseRows Of(IReadOnlyList<SparseRow> rows)
    {
        int[] starts = new int[rows.Count + 1];
        for (int row = 0; row < rows.Count; row++)
            starts[row + 1] = checked(starts[row] + rows[row].Length);
        int[] columns = new int[starts[^1]];
        double[] values = new double[starts[^1]];
        for (int row = 0; row < rows.Count; row++)
        {
            rows[row].Columns.CopyTo(columns, starts[row]);
            rows[row].Values.CopyTo(values, starts[row]);
        }

        return new SparseRows(starts, columns, values);
    }

    /// <summary>Of flat arrays that somebody wrote.</summary>
    /// <exception cref="InvalidDataException">
    /// A row's columns do not ascend, or lie outside the table, or a value is not a number of at least 0.
    /// </exception>
    internal static SparseRows Of(int[] starts, int[] columns, double[] values, int width)
    {
        for (int row = 0; row + 1 < starts.Length; row++)
        {
            int last = -1;
            foreach (int column in columns.AsSpan(starts[row], starts[row + 1] - starts[row]))
            {
                if (column <= last || column >= width)
                    throw new InvalidDataException("a table's columns are out of order");
                last = column;
            }
        }

        foreach (double value in values)
        {
            if (!(value >= 0 && double.IsFinite(value)))
                throw new InvalidDataException("a table holds what is no number");
        }

        return new SparseRows(starts, columns, values);
    }

    /// <summary>The same with each value put through a function.</summary>
    public SparseRows Map(Func<double, double> function)
    {
        SparseRows flat = Flat();
        return new SparseRows(flat._starts, flat._columns, Array.ConvertAll(flat._values, value => function(value)));
    }

    /// <summary>Columns as rows.</summary>
    /// <param name="columns">How many columns there are.</param>
    public SparseRows Transpose(int columns)
    {
        int[] starts = new int[columns + 1];
        for (int row = 0; row < Rows; row++)
        {
            foreach (int column in Columns(row))
                starts[column + 1]++;
        }

        for (int column = 0; column < columns; column++)
            starts[column + 1] += starts[column];
        int[] next = starts[..columns],
            rows = new int[starts[^1]];
        double[] values = new double[rows.Length];
        for (int row = 0; row < Rows; row++)
        {
            ReadOnlySpan<int> own = Columns(row);
            ReadOnlySpan<double> ownValues = Values(row);
            for (int i = 0; i < own.Length; i++)
            {
                int at = next[own[i]]++;
                (rows[at], values[at]) = (row, ownValues[i]);
            }
        }

        return new SparseRows(starts, rows, values);
    }

    internal Editor Edit() => new(this);

    /// <summary>The sum of each row.</summary>
    internal double[] Sums()
    {
        double[] sums = new double[Rows];
        for (int row = 0; row < sums.Length; row++)
        {
            foreach (double value in Values(row))
                sums[row] += value;
        }

        return sums;
    }

    private SparseRow? Changed(int row) => _changed is not null && row < _changed.Count ? _changed[row] : null;

    /// <summary>The same without anything lying over it.</summary>
    private SparseRows Flat()
    {
        if (_changed is null)
            return this;
        var rows = new SparseRow[Rows];
        for (int row = 0; row < rows.Length; row++)
            rows[row] = Changed(row) ?? new SparseRow(Columns(row).ToArray(), Values(row).ToArray());
        return Of(rows);
    }

    /// <summary>Sorts each row by column and adds up equal columns, in place.</summary>
    private static SparseRows Merge(int[] starts, int[] columns, double[] values)
    {
        int[] merged = new int[starts.Length];
        int to = 0;
        for (int row = 0; row + 1 < starts.Length; row++)
        {
            int first = to,
                length = starts[row + 1] - starts[row];
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

    /// <summary>Several rows changed at once. For one thread.</summary>
    internal sealed class Editor(SparseRows before)
    {
        private readonly PersistentArray<SparseRow?>.Editor _changed = (
            before._changed ?? PersistentArray<SparseRow>.Blank(before.Rows)
        ).Edit();
        private int _count = before.Count;

        public ReadOnlySpan<int> Columns(int row) => Changed(row) is { } changed ? changed.Columns : before.Columns(row);

        public SparseRow Row(int row) => Changed(row) ?? new SparseRow(before.Columns(row).ToArray(), before.Values(row).ToArray());

        public void Set(int row, SparseRow value)
        {
            while (_changed.Count <= row)
                _changed.Add(null);
            _count += value.Length - Columns(row).Length;
            _changed[row] = value;
        }

        /// <summary>Puts a value at a place; null takes out what is there.</summary>
        public void Set(int row, int column, double? value)
        {
            SparseRow old = Row(row);
            int at = Array.BinarySearch(old.Columns, column);
            if (value is { } known && at >= 0)
            {
                double[] values = [.. old.Values];
                values[at] = known;
                Set(row, old with { Values = values });
            }
            else if (value is { } added)
            {
                Set(
                    row,
                    new SparseRow(
                        [.. old.Columns.AsSpan(0, ~at), column, .. old.Columns.AsSpan(~at)],
                        [.. old.Values.AsSpan(0, ~at), added, .. old.Values.AsSpan(~at)]
                    )
                );
            }
            else if (at >= 0)
            {
                Set(
                    row,
                    new SparseRow(
                        [.. old.Columns.AsSpan(0, at), .. old.Columns.AsSpan(at + 1)],
                        [.. old.Values.AsSpan(0, at), .. old.Values.AsSpan(at + 1)]
                    )
                );
            }
        }

        public SparseRows ToRows() => new(before._starts, before._columns, before._values, _changed.ToArray(), _count);

        private SparseRow? Changed(int row) => row < _changed.Count ? _changed[row] : null;
    }
}
