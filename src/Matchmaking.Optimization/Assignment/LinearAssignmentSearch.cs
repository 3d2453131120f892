using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matchmaking.Optimization.Assignment;

/// <summary>The search of <see cref="LinearAssignment"/> in one width of numbers.</summary>
internal sealed class LinearAssignmentSearch<T>
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly int _rows;
    private readonly int _columns;
    private readonly T[] _costs;
    private readonly T[] _duals;
    private readonly int[] _columnOf;
    private readonly int[] _rowOf;

    // A search's own: duals of the columns not yet settled (settled ones: beyond reach), their distances, and the row that each is reached
    // from.
    private readonly T[] _openDuals;
    private readonly T[] _distances;
    private readonly T[] _via;
    private readonly List<(int Column, T Distance)> _settled = [];
    private bool _isBeyond;

    public LinearAssignmentSearch(int rows, int columns, T[] costs)
    {
        _rows = rows;
        _columns = columns;
        _costs = costs;
        _duals = new T[columns];
        _openDuals = new T[columns];
        _distances = new T[columns];
        _via = new T[columns];
        _columnOf = new int[rows];
        _rowOf = new int[columns];
        Array.Fill(_columnOf, -1);
        Array.Fill(_rowOf, -1);
    }

    /// <summary>Above every true distance; what is settled is compared as at least three times this.</summary>
    private static T Limit { get; } = T.MaxValue / T.CreateTruncating(4);

    /// <summary>
    /// Costs, duals and the distances of settled columns stay within this, so that no sum of a distance, two costs and two duals reaches
    /// the limit.
    /// </summary>
    private static T Bound { get; } = Limit / T.CreateTruncating(8);

    /// <summary>The column of each row; null where the numbers outgrow their width.</summary>
    public int[]? Solve(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (_costs.AsSpan().ContainsAnyExceptInRange(-Bound, Bound))
            return null;
        // Reductions of columns hold only where every column gets a row.
        if (_rows == _columns)
            ReduceColumns();
        for (int pass = 0; pass < 2; pass++)
            ReduceRows(ct);
        for (int row = 0; row < _rows; row++)
        {
            ct.ThrowIfCancellationRequested();
            if (_isBeyond)
                return null;
            if (_columnOf[row] < 0)
                Search(row);
        }

        return _isBeyond ? null : _columnOf;
    }

    private ReadOnlySpan<T> Row(int row) => _costs.AsSpan(row * _columns, _columns);

    /// <summary>Each column's dual is its least cost; a row that is least somewhere, and still free, gets the column.</summary>
    private void ReduceColumns()
    {
        int[] least = new int[_columns];
        Row(0).CopyTo(_duals);
        for (int row = 1; row < _rows; row++)
        {
            ReadOnlySpan<T> costs = Row(row);
            for (int c = 0; c < costs.Length; c++)
            {
                if (costs[c] < _duals[c])
                    (_duals[c], least[c]) = (costs[c], row);
            }
        }

        for (int c = _columns - 1; c >= 0; c--)
        {
            if (_columnOf[least[c]] < 0)
                (_columnOf[least[c]], _rowOf[c]) = (c, least[c]);
        }
    }

    /// <summary>
    /// A free row takes its best column from whoever has it, and lowers the column's dual by its advantage over the second best.
    /// </summary>
    private void ReduceRows(CancellationToken ct)
    {
        var free = new Queue<int>(Enumerable.Range(0, _rows).Where(row => _columnOf[row] < 0));
        // Rows may push each other out for long where advantages are small: the paths do the rest.
        for (int left = free.Count * 4; left > 0 && free.TryDequeue(out int row); left--)
        {
            if ((left & 255) == 0)
                ct.ThrowIfCancellationRequested();
            (int best, T first, T second) = TwoLeast(Row(row));
            int owner = _rowOf[best];
            if (first == second && owner >= 0)
                continue;
            Lower(best, second - first);
            (_rowOf[best], _columnOf[row]) = (row, best);
            if (owner >= 0)
            {
                _columnOf[owner] = -1;
                free.Enqueue(owner);
            }
        }
    }

    private void Lower(int column, T by)
    {
        _duals[column] -= by;
        _isBeyond |= _duals[column] < -Bound;
    }

    private (int Best, T First, T Second) TwoLeast(ReadOnlySpan<T> costs)
    {
        int width = Vector512<T>.Count;
        ref T cost = ref MemoryMarshal.GetReference(costs);
        ref T dual = ref MemoryMarshal.GetArrayDataReference(_duals);
        Vector512<T> first = Vector512.Create(T.MaxValue);
        Vector512<T> second = first;
        Vector512<T> bestAt = Vector512<T>.Zero;
        Vector512<T> at = Vector512<T>.Indices;
        int c = 0;
        for (; c <= costs.Length - width; c += width)
        {
            Vector512<T> value = Vector512.LoadUnsafe(ref cost, (nuint)c) - Vector512.LoadUnsafe(ref dual, (nuint)c);
            Vector512<T> isLess = Vector512.LessThan(value, first);
            second = Vector512.Min(second, Vector512.Max(first, value));
            first = Vector512.Min(first, value);
            bestAt = Vector512.ConditionalSelect(isLess, at, bestAt);
            at += Vector512.Create(T.CreateTruncating(width));
        }

        (int best, T least, T next) = (-1, T.MaxValue, T.MaxValue);
        for (int lane = 0; c > 0 && lane < width; lane++)
        {
            Offer(int.CreateTruncating(bestAt[lane]), first[lane]);
            next = T.Min(next, second[lane]);
        }

        for (; c < costs.Length; c++)
            Offer(c, costs[c] - _duals[c]);
        return (best, least, _columns == 1 ? least : next);

        void Offer(int column, T value)
        {
            if (value < least || (value == least && best >= 0 && column < best))
                (best, least, next) = (column, value, T.Min(next, least));
            else
                next = T.Min(next, value);
        }
    }

    /// <summary>A shortest path from a free row to a free column; then the columns that were nearer give up dual.</summary>
    private void Search(int root)
    {
        T limit = Limit;
        _duals.CopyTo(_openDuals, 0);
        Array.Fill(_distances, limit + limit);
        _settled.Clear();
        int row = root;
        T distance = T.Zero;
        int column;
        while (true)
        {
            // A row in the tree has a dual that makes its own column tight.
            T own = row == root ? T.Zero : Row(row)[_columnOf[row]] - _duals[_columnOf[row]];
            (column, T next) = Relax(Row(row), distance - own, row);
            if (_rowOf[column] < 0)
            {
                distance = next;
                break;
            }

            distance = next;
            if (distance > Bound)
            {
                _isBeyond = true;
                return;
            }

            _settled.Add((column, distance));
            // As little as can be, so that what this column would be reached at is beyond every distance, and so is where it stands.
            _openDuals[column] = -(limit + limit + limit);
            _distances[column] = limit + limit;
            row = _rowOf[column];
        }

        foreach ((int settled, T at) in _settled)
            Lower(settled, distance - at);
        while (true)
        {
            int from = int.CreateTruncating(_via[column]);
            int after = _columnOf[from];
            (_rowOf[column], _columnOf[from]) = (from, column);
            if (from == root)
                break;
            column = after;
        }
    }

    /// <summary>Offers a row's ways on to all open columns, and finds the nearest open column.</summary>
    private (int Column, T Distance) Relax(ReadOnlySpan<T> costs, T from, int row)
    {
        int width = Vector512<T>.Count;
        ref T cost = ref MemoryMarshal.GetReference(costs);
        ref T dual = ref MemoryMarshal.GetArrayDataReference(_openDuals);
        ref T distance = ref MemoryMarshal.GetArrayDataReference(_distances);
        ref T via = ref MemoryMarshal.GetArrayDataReference(_via);
        Vector512<T> start = Vector512.Create(from);
        Vector512<T> self = Vector512.Create(T.CreateTruncating(row));
        Vector512<T> step = Vector512.Create(T.CreateTruncating(width));
        Vector512<T> nearest = Vector512.Create(T.MaxValue);
        Vector512<T> nearestAt = Vector512<T>.Zero;
        Vector512<T> at = Vector512<T>.Indices;
        int c = 0;
        for (; c <= costs.Length - width; c += width)
        {
            Vector512<T> offered = start + Vector512.LoadUnsafe(ref cost, (nuint)c) - Vector512.LoadUnsafe(ref dual, (nuint)c);
            Vector512<T> known = Vector512.LoadUnsafe(ref distance, (nuint)c);
            Vector512<T> isNearer = Vector512.LessThan(offered, known);
            known = Vector512.Min(offered, known);
            known.StoreUnsafe(ref distance, (nuint)c);
            Vector512.ConditionalSelect(isNearer, self, Vector512.LoadUnsafe(ref via, (nuint)c)).StoreUnsafe(ref via, (nuint)c);
            Vector512<T> isLess = Vector512.LessThan(known, nearest);
            nearest = Vector512.Min(known, nearest);
            nearestAt = Vector512.ConditionalSelect(isLess, at, nearestAt);
            at += step;
        }

        (int column, T least) = (-1, T.MaxValue);
        for (int lane = 0; c > 0 && lane < width; lane++)
        {
            int candidate = int.CreateTruncating(nearestAt[lane]);
            if (nearest[lane] < least || (nearest[lane] == least && candidate < column))
                (column, least) = (candidate, nearest[lane]);
        }

        for (; c < costs.Length; c++)
        {
            T offered = from + costs[c] - _openDuals[c];
            if (offered < _distances[c])
                (_distances[c], _via[c]) = (offered, T.CreateTruncating(row));
            if (_distances[c] < least)
                (column, least) = (c, _distances[c]);
        }

        return (column, least);
    }
}
