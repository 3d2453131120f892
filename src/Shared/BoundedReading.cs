namespace Matchmaking;

/// <summary>Reads what a file says without believing it: a number out of its range is a fault, never an allocation.</summary>
internal static class BoundedReading
{
    public static int ReadCount(this BinaryReader reader, int maximum)
    {
        int count = reader.ReadInt32();
        return count >= 0 && count <= maximum
            ? count
            : throw new InvalidDataException(FormattableString.Invariant($"{count} lies outside 0..{maximum}"));
    }

    public static float ReadFinite(this BinaryReader reader)
    {
        float value = reader.ReadSingle();
        return float.IsFinite(value) ? value : throw new InvalidDataException("a number is not finite");
    }

    public static double ReadFiniteDouble(this BinaryReader reader)
    {
        double value = reader.ReadDouble();
        return double.IsFinite(value) ? value : throw new InvalidDataException("a number is not finite");
    }

    public static string[] ReadStrings(this BinaryReader reader, int maximum)
    {
        string[] strings = new string[reader.ReadCount(maximum)];
        for (int i = 0; i < strings.Length; i++)
            strings[i] = reader.ReadString();
        return strings;
    }

    public static void WriteStrings(this BinaryWriter writer, IReadOnlyCollection<string> strings)
    {
        writer.Write(strings.Count);
        foreach (string text in strings)
            writer.Write(text);
    }
}
