namespace Matchmaking.Numerics;

/// <summary>
/// Makes one row after another from entries in any order. What stands at one column is added up in a fixed order, by kind and then by
/// number, so that the same entries give the same row to the last bit, whoever brings them in what order. For one thread.
/// </summary>
internal sealed class SparseRowBuilder
{
    private ulong[] _keys = new ulong[64];
    private double[] _values = new double[64];
    private int _count;

    /// <param name="column">The column, at least 0.</param>
    /// <param name="value">What is added there.</param>
    /// <param name="kind">0..3: what is added first.</param>
    /// <param name="number">The order within the kind; null: the order of the calls.</param>
    public void Add(int column, double value, int kind = 0, int? number = null)
    {
        if (_count == _keys.Length)
        {
            Array.Resize(ref _keys, 2 * _count);
            Array.Resize(ref _values, 2 * _count);
        }

        _keys[_count] = ((ulong)column << 33) | ((ulong)kind << 31) | (uint)(number ?? _count);
        _values[_count++] = value;
    }

    /// <summary>The row; the builder is empty afterwards.</summary>
    public SparseRow Build()
    {
        if (_count == 0)
            return SparseRow.Empty;
        Array.Sort(_keys, _values, 0, _count);
        int length = 1;
        for (int i = 1; i < _count; i++)
            length += _keys[i] >> 33 != _keys[i - 1] >> 33 ? 1 : 0;
        int[] columns = new int[length];
        double[] values = new double[length];
        int to = -1;
        for (int i = 0; i < _count; i++)
        {
            int column = (int)(_keys[i] >> 33);
            if (to >= 0 && columns[to] == column)
                values[to] += _values[i];
            else
                (columns[++to], values[to]) = (column, _values[i]);
        }

        _count = 0;
        return new SparseRow(columns, values);
    }
}
