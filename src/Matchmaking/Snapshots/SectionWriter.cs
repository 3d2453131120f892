using System.Buffers;
using System.Runtime.InteropServices;

namespace Matchmaking;

/// <summary>Writes numbers, arrays and strings as the machine holds them (little-endian, UTF-16). <see cref="SectionReader"/> reads them in the same order.</summary>
internal sealed class SectionWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    public void Write<T>(T value)
        where T : unmanaged => _bytes.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    public void WriteArray<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Write(values.Length);
        _bytes.Write(MemoryMarshal.AsBytes(values));
    }

    public void WriteStrings(IReadOnlyCollection<string> strings)
    {
        Write(strings.Count);
        foreach (string text in strings)
            WriteArray<char>(text);
    }

    public void WriteTime(DateTimeOffset? time)
    {
        Write(time is not null);
        if (time is not { } t)
            return;
        Write(t.Ticks);
        Write((short)t.TotalOffsetMinutes);
    }

    /// <param name="table">The table.</param>
    /// <param name="rows">How many rows there are; of the last ones the table may know nothing yet.</param>
    public void WriteRows(SparseRows table, int rows)
    {
        Write(rows);
        for (int row = 0; row < rows; row++)
            Write(table.Columns(row).Length);
        Write(table.Count);
        for (int row = 0; row < rows; row++)
            _bytes.Write(MemoryMarshal.AsBytes(table.Columns(row)));
        for (int row = 0; row < rows; row++)
            _bytes.Write(MemoryMarshal.AsBytes(table.Values(row)));
    }
}
