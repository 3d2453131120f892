using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Matchmaking;

/// <summary>What is done to all rows of a tile at once, in whole numbers.</summary>
internal static class UnitKernel
{
    /// <summary>The positions of whole numbers of at least a bound, ascending; as for sums.</summary>
    public static int AtLeast(ReadOnlySpan<int> numbers, int least, Span<int> found, SimdWidth width)
    {
        if (found.Length < numbers.Length)
            throw new ArgumentException("is shorter than the numbers", nameof(found));
        ref int number = ref MemoryMarshal.GetReference(numbers);
        ref int next = ref MemoryMarshal.GetReference(found);
        int i = 0,
            count = 0;
        if (width == SimdWidth.Bits512)
        {
            Vector512<int> bound = Vector512.Create(least);
            for (; i <= numbers.Length - 16; i += 16)
            {
                ulong bits = Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref number, (nuint)i), bound).ExtractMostSignificantBits();
                for (; bits != 0; bits &= bits - 1)
                    Unsafe.Add(ref next, count++) = i + BitOperations.TrailingZeroCount(bits);
            }
        }
        else if (width == SimdWidth.Bits256)
        {
            Vector256<int> bound = Vector256.Create(least);
            for (; i <= numbers.Length - 8; i += 8)
            {
                uint bits = Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref number, (nuint)i), bound).ExtractMostSignificantBits();
                for (; bits != 0; bits &= bits - 1)
                    Unsafe.Add(ref next, count++) = i + BitOperations.TrailingZeroCount(bits);
            }
        }

        for (; i < numbers.Length; i++)
        {
            if (Unsafe.Add(ref number, i) >= least)
                Unsafe.Add(ref next, count++) = i;
        }

        return count;
    }

    /// <summary>Adds a list to the sums of a tile, in whole numbers.</summary>
    public static void Add(PostingList list, ushort step, int first, Span<ushort> sums)
    {
        ref ushort sum = ref MemoryMarshal.GetReference(sums);
        ref int row = ref MemoryMarshal.GetReference(list.Rows);
        ref byte code = ref MemoryMarshal.GetReference(list.Codes);
        for (int i = 0; i < list.Rows.Length; i++)
            Unsafe.Add(ref sum, Unsafe.Add(ref row, i) - first) += (ushort)(step * Unsafe.Add(ref code, i));
    }

    /// <summary>sums += step × codes, in whole numbers; for whom that is not too large.</summary>
    public static void MultiplyAdd(ReadOnlySpan<byte> codes, ushort step, Span<ushort> sums, SimdWidth width)
    {
        ref byte code = ref MemoryMarshal.GetReference(codes);
        ref ushort sum = ref MemoryMarshal.GetReference(sums);
        int i = 0;
        if (width == SimdWidth.Bits512)
        {
            Vector512<ushort> steps = Vector512.Create(step);
            for (; i <= sums.Length - 64; i += 64)
            {
                (Vector512<ushort> low, Vector512<ushort> high) = Vector512.Widen(Vector512.LoadUnsafe(ref code, (nuint)i));
                (Vector512.LoadUnsafe(ref sum, (nuint)i) + (low * steps)).StoreUnsafe(ref sum, (nuint)i);
                (Vector512.LoadUnsafe(ref sum, (nuint)i + 32) + (high * steps)).StoreUnsafe(ref sum, (nuint)i + 32);
            }
        }
        else if (width == SimdWidth.Bits256)
        {
            Vector256<ushort> steps = Vector256.Create(step);
            for (; i <= sums.Length - 32; i += 32)
            {
                (Vector256<ushort> low, Vector256<ushort> high) = Vector256.Widen(Vector256.LoadUnsafe(ref code, (nuint)i));
                (Vector256.LoadUnsafe(ref sum, (nuint)i) + (low * steps)).StoreUnsafe(ref sum, (nuint)i);
                (Vector256.LoadUnsafe(ref sum, (nuint)i + 16) + (high * steps)).StoreUnsafe(ref sum, (nuint)i + 16);
            }
        }

        for (; i < sums.Length; i++)
            Unsafe.Add(ref sum, i) += (ushort)(step * Unsafe.Add(ref code, i));
    }

    /// <summary>
    /// The positions where the harmonic mean of two numbers a and b is at least a bound t, ascending, and some where it is little less: 2ab
    /// / (a + b) ≥ t is (a − t/2)(b − t/2) ≥ (t/2)² with a and b above t/2, and of the products the upper 16 bits are compared.
    /// </summary>
    /// <param name="left">The one numbers.</param>
    /// <param name="addedLeft">What is added to each.</param>
    /// <param name="halfLeft">Half the bound, in their unit, rounded down.</param>
    /// <param name="right">The other numbers; at least as many.</param>
    /// <param name="addedRight">What is added to each.</param>
    /// <param name="halfRight">Half the bound, in their unit, rounded down.</param>
    /// <param name="found">At least as long as the sums.</param>
    /// <param name="width">How wide to compute.</param>
    /// <returns>How many there are.</returns>
    public static int HarmonicAtLeast(
        ReadOnlySpan<ushort> left,
        ushort addedLeft,
        ushort halfLeft,
        ReadOnlySpan<ushort> right,
        ushort addedRight,
        ushort halfRight,
        Span<int> found,
        SimdWidth width
    )
    {
        if (found.Length < left.Length || right.Length < left.Length)
            throw new ArgumentException("is shorter than the sums", nameof(found));
        ref ushort l = ref MemoryMarshal.GetReference(left);
        ref ushort r = ref MemoryMarshal.GetReference(right);
        ref int next = ref MemoryMarshal.GetReference(found);
        ushort least = (ushort)((uint)(halfLeft * halfRight) >> 16);
        int i = 0,
            count = 0;
        if (width == SimdWidth.Bits512 && Avx512BW.IsSupported)
        {
            Vector512<ushort> addL = Vector512.Create(addedLeft),
                addR = Vector512.Create(addedRight);
            Vector512<ushort> halfL = Vector512.Create(halfLeft),
                halfR = Vector512.Create(halfRight),
                leasts = Vector512.Create(least);
            for (; i <= left.Length - 64; i += 64)
            {
                ulong low = Harmonic512(
                    Vector512.LoadUnsafe(ref l, (nuint)i) + addL,
                    halfL,
                    Vector512.LoadUnsafe(ref r, (nuint)i) + addR,
                    halfR,
                    leasts
                );
                ulong high = Harmonic512(
                    Vector512.LoadUnsafe(ref l, (nuint)i + 32) + addL,
                    halfL,
                    Vector512.LoadUnsafe(ref r, (nuint)i + 32) + addR,
                    halfR,
                    leasts
                );
                ulong bits = low | (high << 32);
                for (; bits != 0; bits &= bits - 1)
                    Unsafe.Add(ref next, count++) = i + BitOperations.TrailingZeroCount(bits);
            }
        }
        else if (width != SimdWidth.Scalar && Avx2.IsSupported)
        {
            Vector256<ushort> addL = Vector256.Create(addedLeft),
                addR = Vector256.Create(addedRight);
            Vector256<ushort> halfL = Vector256.Create(halfLeft),
                halfR = Vector256.Create(halfRight),
                leasts = Vector256.Create(least);
            for (; i <= left.Length - 16; i += 16)
            {
                Vector256<ushort> a = Avx2.SubtractSaturate(Vector256.LoadUnsafe(ref l, (nuint)i) + addL, halfL);
                Vector256<ushort> b = Avx2.SubtractSaturate(Vector256.LoadUnsafe(ref r, (nuint)i) + addR, halfR);
                uint bits = (
                    Vector256.GreaterThanOrEqual(Avx2.MultiplyHigh(a, b), leasts)
                    & Vector256.GreaterThan(Vector256.Min(a, b), Vector256<ushort>.Zero)
                ).ExtractMostSignificantBits();
                for (; bits != 0; bits &= bits - 1)
                    Unsafe.Add(ref next, count++) = i + BitOperations.TrailingZeroCount(bits);
            }
        }

        for (; i < left.Length; i++)
        {
            int a = Unsafe.Add(ref l, i) + addedLeft - halfLeft,
                b = Unsafe.Add(ref r, i) + addedRight - halfRight;
            if (a > 0 && b > 0 && (uint)(a * b) >> 16 >= least)
                Unsafe.Add(ref next, count++) = i;
        }

        return count;
    }

    /// <summary>A bit for each row that reaches the bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Harmonic512(
        Vector512<ushort> left,
        Vector512<ushort> halfLeft,
        Vector512<ushort> right,
        Vector512<ushort> halfRight,
        Vector512<ushort> least
    )
    {
        Vector512<ushort> a = Avx512BW.SubtractSaturate(left, halfLeft),
            b = Avx512BW.SubtractSaturate(right, halfRight);
        return (
            Vector512.GreaterThanOrEqual(Avx512BW.MultiplyHigh(a, b), least)
            & Vector512.GreaterThan(Vector512.Min(a, b), Vector512<ushort>.Zero)
        ).ExtractMostSignificantBits();
    }
}
