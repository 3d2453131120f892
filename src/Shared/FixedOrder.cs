using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matchmaking;

/// <summary>
/// Sums of products in an order that is the same on every machine: sixteen at a time, whatever the width of its registers, and those added
/// by halves. The platform's own sums differ in the last digits from one width to another, and so would scores and ranks.
/// </summary>
internal static class FixedOrder
{
    private const int Floats = 16;
    private const int Doubles = 8;

    /// <summary>The sum of products of two vectors of one length.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(b.Length, a.Length);
        ref float x = ref MemoryMarshal.GetReference(a);
        ref float y = ref MemoryMarshal.GetReference(b);
        Vector512<float> even = Vector512<float>.Zero,
            odd = even;
        int i = 0;
        for (; i + (2 * Floats) <= a.Length; i += 2 * Floats)
        {
            even += Vector512.LoadUnsafe(ref x, (nuint)i) * Vector512.LoadUnsafe(ref y, (nuint)i);
            odd += Vector512.LoadUnsafe(ref x, (nuint)(i + Floats)) * Vector512.LoadUnsafe(ref y, (nuint)(i + Floats));
        }

        if (i + Floats <= a.Length)
        {
            even += Vector512.LoadUnsafe(ref x, (nuint)i) * Vector512.LoadUnsafe(ref y, (nuint)i);
            i += Floats;
        }

        float sum = Sum(even + odd);
        for (; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    /// <summary>The sum of squares.</summary>
    public static double SumOfSquares(ReadOnlySpan<double> values)
    {
        ref double x = ref MemoryMarshal.GetReference(values);
        Vector512<double> sums = Vector512<double>.Zero;
        int i = 0;
        for (; i + Doubles <= values.Length; i += Doubles)
        {
            var some = Vector512.LoadUnsafe(ref x, (nuint)i);
            sums += some * some;
        }

        Vector256<double> four = sums.GetLower() + sums.GetUpper();
        double sum = four[0] + four[2] + (four[1] + four[3]);
        for (; i < values.Length; i++)
            sum += values[i] * values[i];
        return sum;
    }

    /// <summary>The length of a vector.</summary>
    public static float Norm(ReadOnlySpan<float> values) => MathF.Sqrt(Dot(values, values));

    private static float Sum(Vector512<float> values)
    {
        Vector256<float> eight = values.GetLower() + values.GetUpper();
        Vector128<float> four = eight.GetLower() + eight.GetUpper();
        return four[0] + four[2] + (four[1] + four[3]);
    }
}
