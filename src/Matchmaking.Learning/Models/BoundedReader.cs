namespace Matchmaking.Learning;

/// <summary>
/// Reads a model's numbers, trusting none: every count is bounded before memory is taken, every number finite, every index within its
/// range.
/// </summary>
internal sealed class BoundedReader(BinaryReader reader)
{
    /// <summary>
    /// The most items of any list in a model: far above what training makes, far below what would exhaust memory by one count.
    /// </summary>
    public const int MaximumItems = 50_000_000;

    /// <summary>Memory for a list grows as its items arrive, so that a count alone cannot take it.</summary>
    private const int FirstItems = 4096;

    /// <summary>Reads, and tells every kind of broken data by one exception.</summary>
    /// <exception cref="InvalidDataException">The bytes end early or are out of their ranges.</exception>
    public static T Guarded<T>(BinaryReader reader, Func<BoundedReader, T> read)
    {
        try
        {
            return read(new BoundedReader(reader));
        }
        catch (EndOfStreamException exception)
        {
            throw new InvalidDataException("the model ends before it is complete", exception);
        }
    }

    public byte Byte() => reader.ReadByte();

    /// <summary>A count or an index, 0 up to <paramref name="maximum"/>.</summary>
    public int Count(int maximum, string what)
    {
        int value = reader.ReadInt32();
        if (value < 0 || value > maximum)
            throw new InvalidDataException($"{what} is {value}, not in 0..{maximum}");
        return value;
    }

    public ushort UInt16() => reader.ReadUInt16();

    public float Single(string what)
    {
        float value = reader.ReadSingle();
        return float.IsFinite(value) ? value : throw new InvalidDataException($"{what} is {value}");
    }

    public double Double(string what)
    {
        double value = reader.ReadDouble();
        return double.IsFinite(value) ? value : throw new InvalidDataException($"{what} is {value}");
    }

    /// <summary>As many numbers as the count before them says.</summary>
    public double[] Doubles(string what) => Items(Count(MaximumItems, what), () => Double(what));

    public double[] Doubles(int count, string what) => Items(count, () => Double(what));

    public static T[] Items<T>(int count, Func<T> read)
    {
        var items = new List<T>(Math.Min(count, FirstItems));
        for (int i = 0; i < count; i++)
            items.Add(read());
        return [.. items];
    }
}
