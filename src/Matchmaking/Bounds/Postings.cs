namespace Matchmaking.Bounds;

/// <summary>
/// By topic, the rows that have it, ascending, each with a code of one byte that says how much (0: not at all). What a code is worth is for
/// the query to say, by a table; so weights, levels and shares all use one kind of list. Immutable.
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
    public long Bytes =>
        (4L * (_starts.Length + _rows.Length + Frequencies.Length)) + _codes.Length + _columns.Sum(column => (long)(column?.Length ?? 0));

    /// <param name="rows">Topics by row, ascending in each.</param>
    /// <param name="codes">Of each entry, in the same order; none is 0.</param>
    /// <param name="columns">
    /// Whether the few topics that a twentieth of all rows have get a column of one byte a row too, which is read many at a time, or for
    /// one row without a search. Those that a fifth have get nothing else: there a column takes no more memory than a list. Only for codes
    /// that are worth something in proportion to themselves.
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
            bool hasColumn = columns && rows.RowCount >= 64 && frequencies[topic] > rows.RowCount / 20;
            dense[topic] = hasColumn ? new byte[rows.RowCount] : null;
            starts[topic + 1] = starts[topic] + (hasColumn && frequencies[topic] > rows.RowCount / 5 ? 0 : frequencies[topic]);
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
                    column[row] = codes[i];
                if (starts[topic] < starts[topic + 1])
                {
                    int at = next[topic]++;
                    (lists[at], listCodes[at]) = (row, codes[i]);
                }
            }
        }

        return new Postings(rows.RowCount, starts, lists, listCodes, dense, frequencies);
    }

    /// <summary>Whether a topic has a list; one that has none has a column, or no rows.</summary>
    public bool HasList(int topic) => _starts[topic] < _starts[topic + 1];

    /// <summary>The code of each row; empty where a topic has no column.</summary>
    public ReadOnlySpan<byte> Column(int topic) => _columns[topic];

    /// <summary>The part of a topic's list that has some rows.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="first">The first row.</param>
    /// <param name="end">The first row after them.</param>
    /// <param name="cursor">How far the list was read: rows are looked at in ascending order. 0 at first.</param>
    public PostingList List(int topic, int first, int end, ref int cursor)
    {
        int start = _starts[topic];
        ReadOnlySpan<int> rows = _rows.AsSpan(start, _starts[topic + 1] - start);
        int from = LowerBound(rows, cursor, first);
        cursor = LowerBound(rows, from, end);
        return new PostingList(rows[from..cursor], _codes.AsSpan(start + from, cursor - from));
    }

    /// <summary>
    /// The first position from <paramref name="from"/> on that does not lie before a row; found by steps that double, for mostly it is
    /// near.
    /// </summary>
    private static int LowerBound(ReadOnlySpan<int> rows, int from, int row)
    {
        int step = 1,
            low = from;
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

/// <summary>Rows that have a topic, ascending, and the code of each.</summary>
internal readonly ref struct PostingList(ReadOnlySpan<int> rows, ReadOnlySpan<byte> codes)
{
    public ReadOnlySpan<int> Rows { get; } = rows;

    public ReadOnlySpan<byte> Codes { get; } = codes;
}
