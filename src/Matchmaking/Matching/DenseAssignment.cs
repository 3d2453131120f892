namespace Matchmaking;

/// <summary>
/// The linear assignment problem on a full table of costs, each row one column, at the least total cost: column reduction and augmenting
/// row reduction, then shortest augmenting paths (Jonker and Volgenant 1987), a table's row at a time in vectors.
/// </summary>
internal static class DenseAssignment
{
    /// <summary>The column of each row.</summary>
    /// <param name="rows">How many rows; not more than columns.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="costs">The table, row after row.</param>
    /// <param name="ct">Ends the search.</param>
    /// <exception cref="ArgumentException">There are more rows than columns, or not as many costs as the table has places.</exception>
    public static int[] Solve(int rows, int columns, int[] costs, CancellationToken ct = default)
    {
        if (rows < 0 || rows > columns)
            throw new ArgumentException($"{rows} rows and {columns} columns: there must be a column for each row", nameof(rows));
        if ((long)rows * columns != costs.Length)
            throw new ArgumentException($"{costs.Length} costs do not fill {rows} × {columns} places", nameof(costs));
        if (rows == 0)
            return [];

        // Half the width is twice the speed, and nearly always enough: where a dual outgrows it, the search says so, and it is done again
        // in full width.
        return new DenseAssignmentSearch<int>(rows, columns, costs).Solve(ct)
            ?? new DenseAssignmentSearch<long>(rows, columns, Array.ConvertAll(costs, cost => (long)cost)).Solve(ct)
            ?? throw new OverflowException("the costs' sums are beyond 64 bits");
    }
}
