namespace Matchmaking.Learning;

internal static class NumberWriting
{
    /// <summary>The count, then the numbers: what <see cref="BoundedReader.Doubles(string)"/> reads.</summary>
    public static void WriteNumbers(this BinaryWriter writer, double[] numbers)
    {
        writer.Write(numbers.Length);
        foreach (double number in numbers)
            writer.Write(number);
    }
}
