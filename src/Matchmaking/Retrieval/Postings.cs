using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Matchmaking;

/// <summary>
/// By topic, the rows that have it, ascending, each with a code of one byte that says how much (0: not at all). What a code is worth is for the query to
/// say, by a table; so weights, levels and shares all use one kind of list. Immutable.
/// </summary>
internal sealed class Postings
{
    private readonly int[] _starts;
    private readonly int[] _rows;
    private readonly byte[] _codes;
    private readonly byte[]?[] _columns;

    private Postings(int rowCount, int[] starts, int[] rows, byte[] codes, byte[]?[] columns, int[] frequencies)
    {
        RowCount = rowCount;
        (_starts, _rows, _codes, _columns, Frequencies) = (starts, rows, codes, columns, frequencies);
    }

    public int RowCount { get; }

    public int TopicCount => Frequencies.Length;

    /// <summary>How many rows have each topic.</summary>
    public int[] Frequencies { get; }

    /// <summary>The memory taken, in bytes.</summary>
    public long Bytes => (4L * (_starts.Length + _rows.Length + Frequencies.Length)) + _codes.Length + _columns.Sum(column => (long)(column?.Length ?? 0));

    /// <param name="rows">Topics by row, ascending in each.</param>
    /// <param name="codes">Of each entry, in the same order; none is 0.</param>
    /// <param name="columns">
    /// Whether the few topics that a fifth of all rows have become columns of one byte a row: those take no more memory than a list, and are read
    /// many at a time. Only for codes that are worth something in proportion to themselves.
    /// </param>
    public static Postings Build(TopicRows rows, ReadOnlySpan<byte> codes, bool columns)
    {
        int[] frequencies = new int[rows.TopicCount];
        foreach (int topic in rows.Topics)
            frequencies[topic]++;
        byte[]?[] dense = new byte[]?[rows.TopicCount];
        int[] starts = new int[rows.TopicCount + 1];
        for (int topic = 0; topic < frequencies.Length; topic++)
        {
            bool isColumn = columns && frequencies[topic] > rows.RowCount / 5 && rows.RowCount >= 64;
            dense[topic] = isColumn ? new byte[rows.RowCount] : null;
            starts[topic + 1] = starts[topic] + (isColumn ? 0 : frequencies[topic]);
        }

        int[] next = starts[..^1];
        int[] lists = new int[starts[^1]];
        byte[] listCodes = new byte[starts[^1]];
        ReadOnlySpan<int> topics = rows.Topics;
        for (int row = 0; row < rows.RowCount; row++)
        {
            for (int i = rows.Starts[row]; i < rows.Starts[row + 1]; i++)
            {
                int topic = topics[i];
                if (dense[topic] is { } column)
                {
                    column[row] = codes[i];
                }
                else
                {
                    int at = next[topic]++;
                    (lists[at], listCodes[at]) = (row, codes[i]);
                }
            }
        }

        return new Postings(rows.RowCount, starts, lists, listCodes, dense, frequencies);
    }

    /// <summary>Whether a topic stands in a column rather than a list.</summary>
    public bool IsColumn(int topic) => _columns[topic] is not null;

    /// <summary>The rows that have a topic; empty for a column.</summary>
    public ReadOnlySpan<int> RowsOf(int topic) => _rows.AsSpan(_starts[topic].._starts[topic + 1]);

    /// <summary>Adds what a topic is worth to the sums of rows <paramref name="first"/> and on.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="table">By code: what it is worth, 0 for code 0.</param>
    /// <param name="step">What one is worth, for a column.</param>
    /// <param name="sums">Of as many rows as are looked at.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="cursor">How far the list was read: rows are looked at in ascending order. 0 at first.</param>
    /// <param name="width">How wide to compute.</param>
    public void AddTo(int topic, ReadOnlySpan<float> table, float step, Span<float> sums, int first, ref int cursor, SimdWidth width)
    {
        if (_columns[topic] is { } column)
        {
            ColumnKernel.MultiplyAdd(column.AsSpan(first, sums.Length), step, sums, width);
            return;
        }

        int start = _starts[topic];
        ReadOnlySpan<int> rows = _rows.AsSpan(start, _starts[topic + 1] - start);
        int from = LowerBound(rows, cursor, first);
        int to = LowerBound(rows, from, first + sums.Length);
        cursor = to;

        // Codes index a table of 256, and rows lie between the bounds just found: no check is needed in the loop.
        ref float sum = ref MemoryMarshal.GetReference(sums);
        ref float worth = ref MemoryMarshal.GetReference(table);
        ref int row = ref MemoryMarshal.GetReference(rows);
        ref byte code = ref MemoryMarshal.GetReference(_codes.AsSpan(start));
        for (int i = from; i < to; i++)
            Unsafe.Add(ref sum, Unsafe.Add(ref row, i) - first) += Unsafe.Add(ref worth, Unsafe.Add(ref code, i));
    }

    /// <summary>The first position from <paramref name="from"/> on that does not lie before a row; found by steps that double, for mostly it is near.</summary>
    private static int LowerBound(ReadOnlySpan<int> rows, int from, int row)
    {
        int step = 1, low = from;
        while (low + step <= rows.Length && rows[low + step - 1] < row)
        {
            low += step;
            step *= 2;
        }

        int high = Math.Min(rows.Length, low + step - 1);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (rows[middle] < row)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
