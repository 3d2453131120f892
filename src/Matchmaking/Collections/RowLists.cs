namespace Matchmaking.Collections;

/// <summary>
/// Lists of ascending numbers, one a row: flat arrays, and what was added later behind them. Immutable; a changed copy is cheap.
/// </summary>
internal sealed class RowLists
{
    private readonly int[] _starts;
    private readonly int[] _items;
    private readonly PersistentArray<int[]?> _added;

    private RowLists(int[] starts, int[] items, PersistentArray<int[]?> added) => (_starts, _items, _added) = (starts, items, added);

    /// <param name="rows">How many rows there are; more may come.</param>
    /// <param name="items">How many items there are: each number below it once.</param>
    /// <param name="rowOf">The row of an item.</param>
    public static RowLists From(int rows, int items, Func<int, int> rowOf)
    {
        int[] starts = new int[rows + 1],
            list = new int[items];
        for (int i = 0; i < items; i++)
            starts[rowOf(i) + 1]++;
        for (int row = 0; row < rows; row++)
            starts[row + 1] += starts[row];
        int[] next = starts[..rows];
        for (int i = 0; i < items; i++)
            list[next[rowOf(i)]++] = i;
        return new RowLists(starts, list, PersistentArray<int[]>.Blank(rows));
    }

    public RowList Of(int row)
    {
        ReadOnlyMemory<int> first = row + 1 < _starts.Length ? _items.AsMemory(_starts[row], _starts[row + 1] - _starts[row]) : default;
        return new RowList(first, row < _added.Count ? _added[row] ?? [] : []);
    }

    public RowLists With(int row, int item)
    {
        PersistentArray<int[]?>.Editor edit = _added.Edit();
        while (edit.Count <= row)
            edit.Add(null);
        edit[row] = [.. edit[row] ?? [], item];
        return new RowLists(_starts, _items, edit.ToArray());
    }
}
