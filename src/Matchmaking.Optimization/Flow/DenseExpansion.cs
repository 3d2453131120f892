using System.Numerics;

namespace Matchmaking.Optimization.Flow;

/// <summary>
/// An assignment in which most pairs are allowed, as a full table: one side takes one each, and each place of the other is a line of
/// its own. A place that is not allowed is worth nothing, and nobody who gets one is matched; since the first places of somebody carry the
/// price of a minimum and others do not, the best table is the best assignment.
/// </summary>
internal sealed class DenseExpansion
{
    /// <summary>
    /// Below so many pairs the search by paths takes milliseconds, and of several best choices it makes the one that it has always made.
    /// </summary>
    public const int FewestPairs = 20_000;

    /// <summary>The least share of the pairs that must be allowed: with fewer, paths are as quick.</summary>
    public const double LeastDensity = 0.5;

    /// <summary>How many places on the average somebody may have at the most: each is a line of the table.</summary>
    public const double MostPlaces = 10;

    // A table of so many places takes half a gigabyte.
    private const long GreatestTable = 1L << 26;

    // Sums of as many values as there are rows must stay below 64 bits.
    private const long GreatestValue = 100_000_000_000_000_000;

    private readonly AssignmentNetwork _network;

    // By node: how many pairs it may be in.
    private readonly int[] _units;

    // By node: its line if its side takes one each, else its first line; −1 where it can have no pair.
    private readonly int[] _lines;
    private readonly bool _isLeftSingle;
    private readonly int _singles;
    private readonly int _places;
    private readonly int _takers;
    private readonly long _arcs;
    private long _bonus;
    private bool _isComplete;

    private DenseExpansion(AssignmentNetwork network)
    {
        _network = network;
        _units = Units(network);
        _lines = new int[_units.Length];
        Span<int> left = _units.AsSpan(0, network.LeftCount);
        _isLeftSingle = !left.ContainsAnyExceptInRange(0, 1);
        for (int node = 0; node < _units.Length; node++)
        {
            bool isSingle = node < network.LeftCount == _isLeftSingle;
            _lines[node] =
                _units[node] == 0 ? -1
                : isSingle ? _singles
                : _places;
            if (isSingle)
                _singles += Math.Min(1, _units[node]);
            else
                _takers += Math.Min(1, _units[node]);
            if (!isSingle)
                _places = checked(_places + _units[node]);
        }

        for (int arc = 0; arc < network.Lefts.Length; arc++)
            _arcs += _lines[network.Lefts[arc]] >= 0 && _lines[network.Rights[arc]] >= 0 ? 1 : 0;
    }

    private bool IsSolvable =>
        (_isLeftSingle || !_units.AsSpan(_network.LeftCount).ContainsAnyExceptInRange(0, 1))
        && _arcs > 0
        && (long)_singles * _places <= GreatestTable;

    /// <summary>Whether a problem is large and dense enough that the table is the quicker way.</summary>
    public static bool Suits(AssignmentNetwork network)
    {
        if (network.Lefts.Length < FewestPairs)
            return false;
        var table = new DenseExpansion(network);
        return table.IsSolvable
            && table._arcs >= FewestPairs
            && table._arcs >= LeastDensity * table._singles * table._takers
            && table._places <= MostPlaces * table._takers;
    }

    /// <summary>
    /// Solves by the table and marks the arcs that are used; false where it cannot be done so, and then nothing is marked.
    /// </summary>
    public static bool TrySolve(AssignmentNetwork network, CancellationToken ct)
    {
        var table = new DenseExpansion(network);
        if (!table.IsSolvable || !table.TryScale(out long greatest))
            return false;
        int[]? chosen = greatest <= int.MaxValue / 32 ? table.Solve<int>(ct) : table.Solve<long>(ct);
        if (chosen is null)
            return false;
        table.Mark(chosen);
        return true;
    }

    private static int[] Units(AssignmentNetwork network)
    {
        int[] units = new int[network.NodeCount];
        for (int arc = 0; arc < network.Lefts.Length; arc++)
        {
            // A pair with somebody who has no room is none.
            if (!network.HasRoom(network.Lefts[arc]) || !network.HasRoom(network.Rights[arc]))
                continue;
            units[network.Lefts[arc]]++;
            units[network.Rights[arc]]++;
        }

        for (int node = 0; node < units.Length; node++)
            units[node] = Math.Max(0, Math.Min(units[node], network.Capacities[node]));
        return units;
    }

    /// <summary>What is on top of every pair so that the most pairs are the best; nothing where everybody who can be matched is.</summary>
    private bool TryScale(out long greatest)
    {
        (long low, long high) = (long.MaxValue, long.MinValue);
        for (int arc = 0; arc < _network.Lefts.Length; arc++)
        {
            if (!TryEnds(arc, out int single, out int taker))
                continue;
            low = Math.Min(low, Value(arc, single, taker, _units[taker] - 1));
            high = Math.Max(high, Value(arc, single, taker, 0));
        }

        _isComplete = _network.IsMost && _arcs == (long)_singles * _takers;
        Int128 bonus = _network.IsMost && !_isComplete ? ((Int128)(high - low) * Math.Min(_singles, _places)) + Math.Max(0, -low) + 1 : 0;
        greatest = 0;
        if (bonus + Int128.Max(Math.Abs(low), Math.Abs(high)) > GreatestValue)
            return false;
        _bonus = (long)bonus;
        greatest = Math.Max(Math.Abs(low + _bonus), Math.Abs(high + _bonus));
        return true;
    }

    /// <summary>By single: the place that it gets, or −1.</summary>
    private int[]? Solve<T>(CancellationToken ct)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        bool isTurned = _singles > _places;
        (int rows, int columns) = isTurned ? (_places, _singles) : (_singles, _places);
        T[] costs = new T[rows * columns];
        for (int arc = 0; arc < _network.Lefts.Length; arc++)
        {
            if ((arc & 0xFFFFF) == 0)
                ct.ThrowIfCancellationRequested();
            if (!TryEnds(arc, out int single, out int taker))
                continue;
            (int line, int first) = (_lines[single], _lines[taker]);
            for (int unit = 0; unit < _units[taker]; unit++)
            {
                long value = Value(arc, single, taker, unit) + _bonus;
                int at = isTurned ? ((first + unit) * columns) + line : (line * columns) + first + unit;
                costs[at] = T.CreateTruncating(_isComplete ? -value : -Math.Max(0, value));
            }
        }

        int[]? found = costs is int[] narrow
            ? LinearAssignment.TrySolve(rows, columns, narrow, ct)
            : LinearAssignment.TrySolve(rows, columns, (long[])(object)costs, ct);
        if (found is null || !isTurned)
            return found;
        int[] turned = new int[columns];
        Array.Fill(turned, -1);
        for (int place = 0; place < rows; place++)
            turned[found[place]] = place;
        return turned;
    }

    private void Mark(int[] chosen)
    {
        for (int arc = 0; arc < _network.Lefts.Length; arc++)
        {
            if (!TryEnds(arc, out int single, out int taker))
                continue;
            int unit = chosen[_lines[single]] - _lines[taker];
            if (unit < 0 || unit >= _units[taker] || chosen[_lines[single]] < 0)
                continue;
            if (_isComplete || Value(arc, single, taker, unit) + _bonus > 0)
                _network.IsUsed[arc] = true;
        }
    }

    private bool TryEnds(int arc, out int single, out int taker)
    {
        (single, taker) = (_network.Lefts[arc], _network.Rights[arc]);
        if (!_isLeftSingle)
            (single, taker) = (taker, single);
        return _lines[single] >= 0 && _lines[taker] >= 0;
    }

    /// <summary>What a pair is worth where it takes this place of the taker's.</summary>
    private long Value(int arc, int single, int taker, int unit) =>
        _network.Weights[arc] - _network.Bonus + _network.UnitBonus(single, 0) + _network.UnitBonus(taker, unit);
}
