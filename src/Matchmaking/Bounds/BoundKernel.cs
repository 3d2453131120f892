using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Matchmaking.Bounds;

/// <summary>The last steps from bounds of parts to a bound of the score, for many members at once.</summary>
internal static class BoundKernel
{
    /// <summary>What single precision may have taken from a bound.</summary>
    private const float Rounding = 3e-5f;

    /// <summary>Adds what a table says of each code.</summary>
    /// <param name="codes">By row.</param>
    /// <param name="table">By code, 256.</param>
    /// <param name="used">Codes are below, or the table says of them what it says of the code <paramref name="used"/>.</param>
    /// <param name="sums">Takes it.</param>
    /// <param name="width">How wide to compute.</param>
    public static void AddByTable(ReadOnlySpan<byte> codes, ReadOnlySpan<float> table, int used, Span<float> sums, SimdWidth width)
    {
        int i = 0;
        if (width == SimdWidth.Bits512 && Avx512F.IsSupported && used < 16)
        {
            // All codes from the first that is not used on say the same.
            Vector512<float> few = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(table));
            Vector512<int> last = Vector512.Create(15);
            ref byte code = ref MemoryMarshal.GetReference(codes);
            ref float sum = ref MemoryMarshal.GetReference(sums);
            for (; i <= sums.Length - 16; i += 16)
            {
                Vector512<int> at = Vector512.Min(Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref code, (nuint)i)), last);
                (Vector512.LoadUnsafe(ref sum, (nuint)i) + Avx512F.PermuteVar16x32(few, at)).StoreUnsafe(ref sum, (nuint)i);
            }
        }
        else if (width != SimdWidth.Scalar && Avx2.IsSupported && used < 8)
        {
            Vector256<float> few = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(table));
            Vector256<int> last = Vector256.Create(7);
            for (; i <= sums.Length - 8; i += 8)
            {
                Vector256<int> at = Vector256.Min(
                    Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(MemoryMarshal.Read<ulong>(codes[i..])).AsByte()),
                    last
                );
                (Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(sums), (nuint)i) + Avx2.PermuteVar8x32(few, at)).StoreUnsafe(
                    ref MemoryMarshal.GetReference(sums),
                    (nuint)i
                );
            }
        }

        for (; i < sums.Length; i++)
            sums[i] += table[codes[i]];
    }

    /// <summary>
    /// Adds a share where hours of the same kind have a slice of the week in common, and what is not known where they cannot be compared.
    /// </summary>
    public static void AddHours(
        ReadOnlySpan<byte> kinds,
        ReadOnlySpan<uint> slices,
        int kind,
        uint own,
        float unknown,
        float share,
        Span<float> sums,
        SimdWidth width
    )
    {
        int i = 0;
        if (width != SimdWidth.Scalar && Avx2.IsSupported)
        {
            Vector256<int> same = Vector256.Create(kind);
            Vector256<uint> wanted = Vector256.Create(own);
            Vector256<float> notTold = Vector256.Create(unknown),
                shares = Vector256.Create(share);
            ref uint slice = ref MemoryMarshal.GetReference(slices);
            ref float sum = ref MemoryMarshal.GetReference(sums);
            for (; i <= sums.Length - 8; i += 8)
            {
                Vector256<int> theirs = Avx2.ConvertToVector256Int32(
                    Vector128.CreateScalarUnsafe(MemoryMarshal.Read<ulong>(kinds[i..])).AsByte()
                );
                Vector256<float> none = Vector256
                    .Equals(Vector256.LoadUnsafe(ref slice, (nuint)i) & wanted, Vector256<uint>.Zero)
                    .AsSingle();
                Vector256<float> ease = Vector256.ConditionalSelect(
                    Vector256.Equals(theirs, same).AsSingle(),
                    Vector256.AndNot(shares, none),
                    notTold
                );
                (Vector256.LoadUnsafe(ref sum, (nuint)i) + ease).StoreUnsafe(ref sum, (nuint)i);
            }
        }

        for (; i < sums.Length; i++)
            sums[i] +=
                kinds[i] != kind ? unknown
                : (slices[i] & own) != 0 ? share
                : 0;
    }

    /// <summary>
    /// Adds the ease of the way between a place and others: 1 / (1 + km / half), and what is not known where a place is not told.
    /// </summary>
    public static void AddEase(
        (float X, float Y, float Z) from,
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> z,
        float half,
        float unknown,
        float share,
        Span<float> sums,
        SimdWidth width
    )
    {
        int i = 0;
        if (width != SimdWidth.Scalar)
        {
            Vector256<float> fx = Vector256.Create(from.X),
                fy = Vector256.Create(from.Y),
                fz = Vector256.Create(from.Z);
            Vector256<float> halves = Vector256.Create(half),
                shares = Vector256.Create(share),
                notTold = Vector256.Create(unknown * share),
                slack = Vector256.Create(Slack);
            ref float px = ref MemoryMarshal.GetReference(x);
            ref float py = ref MemoryMarshal.GetReference(y);
            ref float pz = ref MemoryMarshal.GetReference(z);
            ref float sum = ref MemoryMarshal.GetReference(sums);
            for (; i <= sums.Length - 8; i += 8)
            {
                Vector256<float> dx = Vector256.LoadUnsafe(ref px, (nuint)i) - fx,
                    dy = Vector256.LoadUnsafe(ref py, (nuint)i) - fy,
                    dz = Vector256.LoadUnsafe(ref pz, (nuint)i) - fz;
                Vector256<float> squares = (dx * dx) + (dy * dy) + (dz * dz);
                Vector256<float> km = Vector256.Max(Vector256.Sqrt(squares) - slack, Vector256<float>.Zero);
                Vector256<float> ease = Vector256.ConditionalSelect(
                    Vector256.Equals(squares, squares),
                    shares * halves / (halves + km),
                    notTold
                );
                (Vector256.LoadUnsafe(ref sum, (nuint)i) + ease).StoreUnsafe(ref sum, (nuint)i);
            }
        }

        for (; i < sums.Length; i++)
        {
            float dx = x[i] - from.X,
                dy = y[i] - from.Y,
                dz = z[i] - from.Z,
                squares = (dx * dx) + (dy * dy) + (dz * dz);
            sums[i] += float.IsNaN(squares) ? unknown * share : share * half / (half + Math.Max(0, MathF.Sqrt(squares) - Slack));
        }
    }

    /// <summary>Kilometres by which single precision may miss.</summary>
    private const float Slack = .01f;

    /// <summary>From what is the same for both, and what is one's own, to bounds of the score, in place.</summary>
    /// <param name="reciprocity">The harmonic mean's share of how two gains become one.</param>
    /// <param name="sums">What is the same for both; takes the bounds.</param>
    /// <param name="forward">What the asker alone gains.</param>
    /// <param name="backward">What the other alone gains.</param>
    /// <param name="width">How wide to compute.</param>
    public static void Combine(
        float reciprocity,
        Span<float> sums,
        ReadOnlySpan<float> forward,
        ReadOnlySpan<float> backward,
        SimdWidth width
    )
    {
        int i = 0;
        if (width != SimdWidth.Scalar)
        {
            ref float sum = ref MemoryMarshal.GetReference(sums);
            ref float there = ref MemoryMarshal.GetReference(forward);
            ref float back = ref MemoryMarshal.GetReference(backward);
            Vector256<float> tiny = Vector256.Create(1e-20f),
                two = Vector256.Create(2 * reciprocity * (1 + Rounding)),
                half = Vector256.Create((1 - reciprocity) / 2 * (1 + Rounding)),
                rounding = Vector256.Create(Rounding);
            for (; i <= sums.Length - 8; i += 8)
            {
                Vector256<float> both = Vector256.LoadUnsafe(ref sum, (nuint)i);
                Vector256<float> f = both + Vector256.LoadUnsafe(ref there, (nuint)i),
                    b = both + Vector256.LoadUnsafe(ref back, (nuint)i);
                Vector256<float> mean = (two * f * b / Vector256.Max(f + b, tiny)) + (half * (f + b)) + rounding;
                Vector256.ConditionalSelect(Vector256.LessThan(both, Vector256<float>.Zero), both, mean).StoreUnsafe(ref sum, (nuint)i);
            }
        }

        for (; i < sums.Length; i++)
        {
            if (sums[i] < 0)
                continue;
            float f = sums[i] + forward[i],
                b = sums[i] + backward[i];
            sums[i] = ((float)ReciprocalMean.Of(reciprocity, f, b) * (1 + Rounding)) + Rounding;
        }
    }
}
