using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Matchmaking.Storage;

/// <summary>
/// Writes numbers, arrays and strings as the machine holds them (little-endian, UTF-16). <see cref="SectionReader"/> reads them in the same
/// order.
/// </summary>
/// <param name="most">How many bytes at most.</param>
internal sealed class SectionWriter(int most)
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public SectionWriter()
        : this(Array.MaxLength) { }

    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    public ReadOnlyMemory<byte> Memory => _bytes.WrittenMemory;

    public void Write<T>(T value)
        where T : unmanaged => Append(new ReadOnlySpan<T>(in value));

    public void WriteArray<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Write(values.Length);
        Append(values);
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
            Append(table.Columns(row));
        for (int row = 0; row < rows; row++)
            Append(table.Values(row));
    }

    private void Append<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if ((long)values.Length * Unsafe.SizeOf<T>() > most - _bytes.WrittenCount)
            throw new NotSupportedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A file has room for {most:N0} bytes of each of its parts (members, participations, vectors and so on), and one of "
                        + $"this community takes more. Nothing was written."
                )
            );
        _bytes.Write(MemoryMarshal.AsBytes(values));
    }
}
