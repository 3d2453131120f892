using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Matchmaking.Bounds;

/// <summary>
/// What is done with the few rows of a list. A row is met when something is first added to it, and stands among those met; so the rows that
/// nobody's topic reaches cost nothing, neither to look through nor to clear. Lists lie within their tile and codes within their table: the
/// loops check neither.
/// </summary>
internal static class PostingKernel
{
    /// <summary>Adds a list to the sums of a tile.</summary>
    public static void Add(PostingList list, ReadOnlySpan<float> table, int first, Span<float> sums)
    {
        ref float sum = ref MemoryMarshal.GetReference(sums);
        ref float worth = ref MemoryMarshal.GetReference(table);
        ref int row = ref MemoryMarshal.GetReference(list.Rows);
        ref byte code = ref MemoryMarshal.GetReference(list.Codes);
        for (int i = 0; i < list.Rows.Length; i++)
            Unsafe.Add(ref sum, Unsafe.Add(ref row, i) - first) += Unsafe.Add(ref worth, Unsafe.Add(ref code, i));
    }

    /// <summary>Adds a list to the sums of a tile, and its rows to those met.</summary>
    /// <param name="list">The list.</param>
    /// <param name="table">By code: what it is worth.</param>
    /// <param name="first">The tile's first row.</param>
    /// <param name="sums">0: not met.</param>
    /// <param name="met">One longer than the sums: every row is put down, and stays only where it is new.</param>
    /// <param name="count">How many are met.</param>
    /// <returns>How many are met now.</returns>
    public static int Meet(PostingList list, ReadOnlySpan<float> table, int first, Span<float> sums, Span<int> met, int count)
    {
        ref float sum = ref MemoryMarshal.GetReference(sums);
        ref float worth = ref MemoryMarshal.GetReference(table);
        ref int row = ref MemoryMarshal.GetReference(list.Rows);
        ref byte code = ref MemoryMarshal.GetReference(list.Codes);
        ref int next = ref MemoryMarshal.GetReference(met);
        for (int i = 0; i < list.Rows.Length; i++)
        {
            int at = Unsafe.Add(ref row, i) - first;
            float before = Unsafe.Add(ref sum, at);
            Unsafe.Add(ref next, count) = at;
            count += before == 0 ? 1 : 0;
            Unsafe.Add(ref sum, at) = before + Unsafe.Add(ref worth, Unsafe.Add(ref code, i));
        }

        return count;
    }

    /// <summary>Adds a list to the rows met alone.</summary>
    public static void AddToMet(PostingList list, ReadOnlySpan<float> table, int first, Span<float> sums)
    {
        ref float sum = ref MemoryMarshal.GetReference(sums);
        ref float worth = ref MemoryMarshal.GetReference(table);
        ref int row = ref MemoryMarshal.GetReference(list.Rows);
        ref byte code = ref MemoryMarshal.GetReference(list.Codes);
        for (int i = 0; i < list.Rows.Length; i++)
        {
            int at = Unsafe.Add(ref row, i) - first;
            float before = Unsafe.Add(ref sum, at);
            Unsafe.Add(ref sum, at) = before != 0 ? before + Unsafe.Add(ref worth, Unsafe.Add(ref code, i)) : 0;
        }
    }

    /// <summary>Adds what some rows have in a column.</summary>
    public static void AddTo(ReadOnlySpan<int> rows, ReadOnlySpan<byte> column, float step, Span<float> sums)
    {
        ref float sum = ref MemoryMarshal.GetReference(sums);
        ref byte code = ref MemoryMarshal.GetReference(column);
        foreach (int row in rows)
            Unsafe.Add(ref sum, row) += step * Unsafe.Add(ref code, row);
    }

    /// <summary>The rows of at least a sum.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="sums">The sums of all.</param>
    /// <param name="least">The bound.</param>
    /// <param name="kept">Takes them; may be the rows.</param>
    /// <returns>How many there are.</returns>
    public static int AtLeast(ReadOnlySpan<int> rows, ReadOnlySpan<float> sums, float least, Span<int> kept)
    {
        ref float sum = ref MemoryMarshal.GetReference(sums);
        ref int next = ref MemoryMarshal.GetReference(kept);
        int count = 0;
        foreach (int row in rows)
        {
            Unsafe.Add(ref next, count) = row;
            count += Unsafe.Add(ref sum, row) >= least ? 1 : 0;
        }

        return count;
    }

    /// <summary>Takes sums back to 0.</summary>
    public static void Clear(ReadOnlySpan<int> rows, Span<float> sums)
    {
        ref float sum = ref MemoryMarshal.GetReference(sums);
        foreach (int row in rows)
            Unsafe.Add(ref sum, row) = 0;
    }
}
