using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Matchmaking.Storage;

/// <summary>
/// Reads what <see cref="SectionWriter"/> wrote, without believing it: a number out of its range is a fault, never an allocation.
/// </summary>
internal sealed class SectionReader(ReadOnlyMemory<byte> bytes)
{
    private int _at;

    public T Read<T>()
        where T : unmanaged => MemoryMarshal.Read<T>(Next(Unsafe.SizeOf<T>()));

    public bool ReadBool() =>
        Read<byte>() switch
        {
            0 => false,
            1 => true,
            _ => throw new InvalidDataException("what is true or false is neither"),
        };

    /// <summary>A number in 0..maximum.</summary>
    public int ReadCount(int maximum)
    {
        int count = Read<int>();
        return count >= 0 && count <= maximum
            ? count
            : throw new InvalidDataException(FormattableString.Invariant($"{count} lies outside 0..{maximum}"));
    }

    /// <summary>The number of items that follow, each of so many bytes or more: no more than there can be.</summary>
    public int ReadItems(int leastBytes) => ReadCount((bytes.Length - _at) / leastBytes);

    public double ReadFinite()
    {
        double value = Read<double>();
        return double.IsFinite(value) ? value : throw new InvalidDataException("a number is not finite");
    }

    public T[] ReadArray<T>()
        where T : unmanaged => ReadArray<T>(ReadCount((bytes.Length - _at) / Unsafe.SizeOf<T>()));

    public T[] ReadArray<T>(int count)
        where T : unmanaged
    {
        ReadOnlySpan<byte> source = Next(checked(count * Unsafe.SizeOf<T>()));
        if (count == 0)
            return [];
        T[] values = GC.AllocateUninitializedArray<T>(count);
        source.CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    /// <summary>As many as there must be.</summary>
    public T[] ReadExactly<T>(int count)
        where T : unmanaged =>
        ReadArray<T>() is var values && values.Length == count
            ? values
            : throw new InvalidDataException(FormattableString.Invariant($"{values.Length} numbers stand where {count} must"));

    /// <summary>Numbers in 0..maximum.</summary>
    public int[] ReadPositions(int maximum)
    {
        int[] positions = ReadArray<int>();
        foreach (int position in positions)
        {
            if (position < 0 || position > maximum)
                throw new InvalidDataException(FormattableString.Invariant($"{position} lies outside 0..{maximum}"));
        }

        return positions;
    }

    public string ReadString()
    {
        int length = ReadCount((bytes.Length - _at) / sizeof(char));
        return new string(MemoryMarshal.Cast<byte, char>(Next(length * sizeof(char))));
    }

    public string[] ReadStrings()
    {
        string[] strings = new string[ReadCount((bytes.Length - _at) / sizeof(int))];
        for (int i = 0; i < strings.Length; i++)
            strings[i] = ReadString();
        return strings;
    }

    public DateTimeOffset? ReadTime()
    {
        if (!ReadBool())
            return null;
        long ticks = Read<long>();
        return new DateTimeOffset(ticks, TimeSpan.FromMinutes(Read<short>()));
    }

    /// <param name="rows">How many rows there must be.</param>
    /// <param name="columns">How many columns there are.</param>
    public SparseRows ReadRows(int rows, int columns)
    {
        if (Read<int>() != rows)
            throw new InvalidDataException("a table is of another size than the community");
        int[] starts = new int[rows + 1];
        for (int row = 0; row < rows; row++)
            starts[row + 1] = checked(starts[row] + ReadCount(columns));
        if (ReadCount((bytes.Length - _at) / sizeof(int)) != starts[rows])
            throw new InvalidDataException("a table's rows are not as long as they say");
        return SparseRows.Of(starts, ReadArray<int>(starts[rows]), ReadArray<double>(starts[rows]), columns);
    }

    /// <exception cref="InvalidDataException">Something is left.</exception>
    public void End()
    {
        if (_at != bytes.Length)
            throw new InvalidDataException("holds more than it should");
    }

    private ReadOnlySpan<byte> Next(int length)
    {
        if (length > bytes.Length - _at)
            throw new InvalidDataException("holds less than it says");
        ReadOnlySpan<byte> next = bytes.Span.Slice(_at, length);
        _at += length;
        return next;
    }
}
