using System.Runtime.InteropServices;
using Matchmaking.Optimization.Assignment;
using Matchmaking.Optimization.Common;

namespace Matchmaking.Optimization;

/// <summary>
/// The linear assignment problem on a full table of costs: each row gets one column of its own, at the least total cost. Exact: column
/// reduction and augmenting row reduction, then shortest augmenting paths (Jonker and Volgenant 1987), a row of the table at a time in
/// vectors. For a table with few allowed pairs, or with capacities, use <see cref="CapacitatedAssignment"/>.
/// </summary>
/// <remarks>
/// The same table has the same answer, whatever the machine. Keeps no state: any number of threads may call it, also on the same table as
/// long as nobody changes it. One call runs on one thread.
/// </remarks>
public static class LinearAssignment
{
    /// <summary>Finds the assignment of least cost.</summary>
    /// <param name="rows">How many rows, 0 or more; not more than columns.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="costs">The table, row after row; any costs, in any unit; less is better.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ArgumentException">There are more rows than columns, or not as many costs as the table has places.</exception>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    public static LinearAssignmentResult Solve(int rows, int columns, int[] costs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(costs);
        Check(rows, columns, costs.Length);
        int[] chosen = TrySolve(rows, columns, costs, cancellationToken) ?? throw TooGreat();
        long total = 0;
        for (int row = 0; row < rows; row++)
            total += costs[((long)row * columns) + chosen[row]];
        return Result(chosen, total);
    }

    /// <summary>Finds the assignment of least cost, for costs of 64 bits.</summary>
    /// <param name="rows">How many rows, 0 or more; not more than columns.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="costs">The table, row after row; costs of up to ±10¹², in any unit; less is better.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ArgumentOutOfRangeException">A cost is beyond ±10¹².</exception>
    /// <exception cref="ArgumentException">There are more rows than columns, or not as many costs as the table has places.</exception>
    /// <exception cref="OperationCanceledException">The search was ended.</exception>
    public static LinearAssignmentResult Solve(int rows, int columns, long[] costs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(costs);
        Check(rows, columns, costs.Length);
        int at = costs.AsSpan().IndexOfAnyExceptInRange(-Limits.GreatestWeight, Limits.GreatestWeight);
        if (at >= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(costs),
                costs[at],
                $"the cost of row {at / columns}, column {at % columns} is beyond ±{Limits.GreatestWeight}"
            );
        }

        int[] chosen = TrySolve(rows, columns, costs, cancellationToken) ?? throw TooGreat();
        long total = 0;
        for (int row = 0; row < rows; row++)
            total += costs[((long)row * columns) + chosen[row]];
        return Result(chosen, total);
    }

    /// <summary>The column of each row of a table that fits; null where the sums are beyond 64 bits.</summary>
    internal static int[]? TrySolve(int rows, int columns, int[] costs, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        // Half the width is twice the speed, and nearly always enough: where a dual outgrows it, the search says so, and it is done again
        // in full width.
        return rows == 0
            ? []
            : new LinearAssignmentSearch<int>(rows, columns, costs).Solve(ct)
                ?? TrySolve(rows, columns, Array.ConvertAll(costs, cost => (long)cost), ct);
    }

    /// <inheritdoc cref="TrySolve(int, int, int[], CancellationToken)"/>
    internal static int[]? TrySolve(int rows, int columns, long[] costs, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return rows == 0 ? [] : new LinearAssignmentSearch<long>(rows, columns, costs).Solve(ct);
    }

    private static void Check(int rows, int columns, int places)
    {
        if (rows < 0 || rows > columns)
            throw new ArgumentException($"{rows} rows and {columns} columns: there must be a column for each row", nameof(rows));
        if ((long)rows * columns != places)
            throw new ArgumentException($"{places} costs do not fill {rows} × {columns} places", "costs");
    }

    private static LinearAssignmentResult Result(int[] chosen, long total) =>
        new() { Columns = ImmutableCollectionsMarshal.AsImmutableArray(chosen), TotalCost = total };

    // Costs within their limit do not come to it on any table that an array holds.
    private static OverflowException TooGreat() => new("the costs' sums are beyond 64 bits");
}
