using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Matchmaking.Bounds;

/// <summary>What is done to all rows of a tile at once.</summary>
internal static class ColumnKernel
{
    /// <summary>sums += step × codes.</summary>
    public static void MultiplyAdd(ReadOnlySpan<byte> codes, float step, Span<float> sums, SimdWidth width)
    {
        ref byte code = ref MemoryMarshal.GetReference(codes);
        ref float sum = ref MemoryMarshal.GetReference(sums);
        int i = 0;
        if (width == SimdWidth.Bits512)
        {
            Vector512<float> steps = Vector512.Create(step);
            for (; i <= sums.Length - 64; i += 64)
            {
                (Vector512<ushort> low, Vector512<ushort> high) = Vector512.Widen(Vector512.LoadUnsafe(ref code, (nuint)i));
                (Vector512<uint> a, Vector512<uint> b) = Vector512.Widen(low);
                (Vector512<uint> c, Vector512<uint> d) = Vector512.Widen(high);
                Add512(ref sum, i, a, steps);
                Add512(ref sum, i + 16, b, steps);
                Add512(ref sum, i + 32, c, steps);
                Add512(ref sum, i + 48, d, steps);
            }
        }
        else if (width == SimdWidth.Bits256)
        {
            Vector256<float> steps = Vector256.Create(step);
            for (; i <= sums.Length - 32; i += 32)
            {
                (Vector256<ushort> low, Vector256<ushort> high) = Vector256.Widen(Vector256.LoadUnsafe(ref code, (nuint)i));
                (Vector256<uint> a, Vector256<uint> b) = Vector256.Widen(low);
                (Vector256<uint> c, Vector256<uint> d) = Vector256.Widen(high);
                Add256(ref sum, i, a, steps);
                Add256(ref sum, i + 8, b, steps);
                Add256(ref sum, i + 16, c, steps);
                Add256(ref sum, i + 24, d, steps);
            }
        }

        for (; i < sums.Length; i++)
            Unsafe.Add(ref sum, i) += step * Unsafe.Add(ref code, i);
    }

    /// <summary>The positions of sums of at least a bound, ascending.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="least">The bound.</param>
    /// <param name="found">At least as long as the sums.</param>
    /// <param name="width">How wide to compute.</param>
    /// <returns>How many there are.</returns>
    public static int AtLeast(ReadOnlySpan<float> sums, float least, Span<int> found, SimdWidth width)
    {
        if (found.Length < sums.Length)
            throw new ArgumentException("is shorter than the sums", nameof(found));
        ref float sum = ref MemoryMarshal.GetReference(sums);
        ref int next = ref MemoryMarshal.GetReference(found);
        int i = 0,
            count = 0;
        if (width == SimdWidth.Bits512)
        {
            Vector512<float> bound = Vector512.Create(least);
            for (; i <= sums.Length - 16; i += 16)
            {
                ulong bits = Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref sum, (nuint)i), bound).ExtractMostSignificantBits();
                for (; bits != 0; bits &= bits - 1)
                    Unsafe.Add(ref next, count++) = i + BitOperations.TrailingZeroCount(bits);
            }
        }
        else if (width == SimdWidth.Bits256)
        {
            Vector256<float> bound = Vector256.Create(least);
            for (; i <= sums.Length - 8; i += 8)
            {
                uint bits = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref sum, (nuint)i), bound).ExtractMostSignificantBits();
                for (; bits != 0; bits &= bits - 1)
                    Unsafe.Add(ref next, count++) = i + BitOperations.TrailingZeroCount(bits);
            }
        }

        for (; i < sums.Length; i++)
        {
            if (Unsafe.Add(ref sum, i) >= least)
                Unsafe.Add(ref next, count++) = i;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add512(ref float sum, int i, Vector512<uint> codes, Vector512<float> steps) =>
        Vector512
            .FusedMultiplyAdd(Vector512.ConvertToSingle(codes.AsInt32()), steps, Vector512.LoadUnsafe(ref sum, (nuint)i))
            .StoreUnsafe(ref sum, (nuint)i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add256(ref float sum, int i, Vector256<uint> codes, Vector256<float> steps) =>
        Vector256
            .FusedMultiplyAdd(Vector256.ConvertToSingle(codes.AsInt32()), steps, Vector256.LoadUnsafe(ref sum, (nuint)i))
            .StoreUnsafe(ref sum, (nuint)i);
}
