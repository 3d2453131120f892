using System.Buffers;

namespace Matchmaking.Numerics;

/// <summary>
/// The rows of a tall matrix in slices that stay in the cache, shared out to tasks by their number alone: sums of a task are the same on
/// any machine.
/// </summary>
internal readonly struct RowSlices(int rowCount)
{
    private const int RowsPerSlice = 256;
    private const int MinimumRowsPerTask = 1024;
    private const int MaximumTasks = 32;

    private readonly int _rowsPerTask = Math.Max(MinimumRowsPerTask, (rowCount + MaximumTasks - 1) / MaximumTasks);

    public int TaskCount => (rowCount + _rowsPerTask - 1) / _rowsPerTask;

    /// <param name="scratch">How many numbers of room a row of a slice takes.</param>
    /// <param name="action">
    /// Given the task, the first row, how many, and the room with anything in it; the slices of a task one after the other.
    /// </param>
    public void ForEach(int scratch, Action<int, int, int, Span<double>> action)
    {
        (int all, int each) = (rowCount, _rowsPerTask);
        Parallel.For(0, TaskCount, ParallelWork.Here(), task =>
        {
            double[] room = ArrayPool<double>.Shared.Rent(RowsPerSlice * scratch);
            int end = Math.Min(all, (task + 1) * each);
            for (int first = task * each; first < end; first += RowsPerSlice)
            {
                int rows = Math.Min(RowsPerSlice, end - first);
                action(task, first, rows, room.AsSpan(0, rows * scratch));
            }

            ArrayPool<double>.Shared.Return(room);
        });
    }
}
