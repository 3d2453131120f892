namespace Matchmaking.Network;

/// <summary>The columns that two rows share, ascending, with both values.</summary>
internal ref struct SharedColumns(
    ReadOnlySpan<int> left,
    ReadOnlySpan<double> leftValues,
    ReadOnlySpan<int> right,
    ReadOnlySpan<double> rightValues
)
{
    private readonly ReadOnlySpan<int> _left = left,
        _right = right;
    private readonly ReadOnlySpan<double> _leftValues = leftValues,
        _rightValues = rightValues;
    private int _i = -1,
        _j;

    public static SharedColumns Of(SparseRows rows, int left, int right) =>
        new(rows.Columns(left), rows.Values(left), rows.Columns(right), rows.Values(right));

    public readonly (int Column, double Left, double Right) Current => (_left[_i], _leftValues[_i], _rightValues[_j]);

    public readonly SharedColumns GetEnumerator() => this;

    public bool MoveNext()
    {
        for (_i++; _i < _left.Length; _i++)
        {
            while (_j < _right.Length && _right[_j] < _left[_i])
                _j++;
            if (_j == _right.Length)
                return false;
            if (_right[_j] == _left[_i])
                return true;
        }

        return false;
    }
}
