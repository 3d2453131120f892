using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Matchmaking.Bounds;

/// <summary>
/// Dense rows in a byte a number, a fourth of the memory that has to be read, and bounds of their scalar products with another row that are
/// never exceeded: x·y ≤ x̂·ŷ + |x − x̂|·|y| + |x̂|·|y − ŷ|, where x̂ and ŷ are what is left of x and y and the lengths of what was lost
/// are known (Cauchy and Schwarz). Immutable.
/// </summary>
/// <remarks>Row after row, so that one of them is two lines of memory, and all of them are read in order.</remarks>
internal sealed class QuantizedRows
{
    /// <summary>Rows are filled up with zeros to a multiple of this: what the widest instruction takes.</summary>
    private const int Step = 32;

    private const int Levels = sbyte.MaxValue;

    private readonly sbyte[] _values;
    private readonly float[] _scales;
    private readonly float[] _errors;
    private readonly float _longest;
    private readonly int _stride;
    private readonly SimdWidth _width;

    private QuantizedRows(
        int count,
        int dimensions,
        int stride,
        sbyte[] values,
        float[] scales,
        float[] errors,
        float longest,
        SimdWidth width
    ) =>
        (Count, Dimensions, _stride, _values, _scales, _errors, _longest, _width) = (
            count,
            dimensions,
            stride,
            values,
            scales,
            errors,
            longest,
            width
        );

    public int Count { get; }

    public int Dimensions { get; }

    /// <summary>The memory taken, in bytes.</summary>
    public long Bytes => _values.Length + (4L * (_scales.Length + _errors.Length));

    /// <param name="count">How many rows.</param>
    /// <param name="dimensions">How long each is.</param>
    /// <param name="row">Gives a row; empty: zeros.</param>
    /// <param name="width">How wide to compute.</param>
    public static QuantizedRows Build(int count, int dimensions, Func<int, ReadOnlyMemory<float>> row, SimdWidth width)
    {
        const int share = 64;
        int stride = (dimensions + Step - 1) / Step * Step,
            shares = (count + share - 1) / share;
        sbyte[] values = new sbyte[(long)count * stride];
        float[] scales = new float[count],
            errors = new float[count],
            norms = new float[shares];
        Parallel.For(0, shares, ParallelWork.Here(), part =>
        {
            for (int at = part * share; at < Math.Min(count, (part + 1) * share); at++)
            {
                ReadOnlySpan<float> x = row(at).Span;
                if (x.IsEmpty)
                    continue;
                float scale = TensorPrimitives.MaxMagnitude(x) is var most && Math.Abs(most) > 1e-30f ? Math.Abs(most) / Levels : 1;
                double lost = 0,
                    kept = 0;
                for (int d = 0; d < x.Length; d++)
                {
                    int level = (int)Math.Clamp(MathF.Round(x[d] / scale), -Levels, Levels);
                    values[((long)at * stride) + d] = (sbyte)level;
                    double left = (double)level * scale;
                    (lost, kept) = (lost + ((x[d] - left) * (x[d] - left)), kept + (left * left));
                }

                scales[at] = scale;
                errors[at] = (float)(Math.Sqrt(lost) * (1 + 1e-6));
                norms[part] = Math.Max(norms[part], (float)(Math.Sqrt(kept) * (1 + 1e-6)));
            }
        });
        return new QuantizedRows(count, dimensions, stride, values, scales, errors, norms.Length == 0 ? 0 : norms.Max(), width);
    }

    /// <summary>A row to compare with, in two bytes a number, so that it loses next to nothing.</summary>
    public Query Prepare(ReadOnlySpan<float> row)
    {
        int[] pairs = new int[_stride / 2];
        float most = Math.Abs(TensorPrimitives.MaxMagnitude(row));
        // So few levels that the sum of all products stays within 32 bits, whatever the rows are.
        int levels = (int)Math.Min(8192, int.MaxValue / 2 / ((long)Levels * Math.Max(1, row.Length)));
        float scale = most > 1e-30f ? most / levels : 1;
        double lost = 0,
            length = 0;
        for (int d = 0; d < row.Length; d++)
        {
            int level = (int)MathF.Round(row[d] / scale);
            pairs[d / 2] |= (d & 1) == 0 ? level & 0xffff : level << 16;
            double left = (double)level * scale;
            (lost, length) = (lost + ((row[d] - left) * (row[d] - left)), length + ((double)row[d] * row[d]));
        }

        length = Math.Sqrt(length);
        // What single precision loses in adding up the exact product is part of the bound.
        double rounding = (row.Length + 8) * 1.2e-7 * length * (_longest * 1.01);
        return new Query(pairs, scale, (float)(length * (1 + 1e-6)), (float)(((Math.Sqrt(lost) * _longest) + rounding) * (1 + 1e-6)));
    }

    /// <summary>What the scalar products of rows that follow each other with another row are at most.</summary>
    /// <param name="query">The other row.</param>
    /// <param name="first">The first row.</param>
    /// <param name="bounds">Of as many rows as are asked for.</param>
    public void Bounds(in Query query, int first, Span<float> bounds)
    {
        if ((uint)first > (uint)Count || bounds.Length > Count - first)
            throw new ArgumentOutOfRangeException(nameof(bounds), bounds.Length, "reaches beyond the rows");
        for (int i = 0; i < bounds.Length; i++)
            bounds[i] = Bound(query, first + i);
    }

    /// <summary>The same of some rows.</summary>
    /// <param name="query">The other row.</param>
    /// <param name="rows">Which.</param>
    /// <param name="bounds">As many.</param>
    public void Bounds(in Query query, ReadOnlySpan<int> rows, Span<float> bounds)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            if ((uint)rows[i] >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(rows), rows[i], "is no row");
            bounds[i] = Bound(query, rows[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float Bound(in Query query, int row)
    {
        ref sbyte value = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), (nint)row * _stride);
        ref short other = ref Unsafe.As<int, short>(ref MemoryMarshal.GetArrayDataReference(query.Pairs));
        int sum =
            _width == SimdWidth.Bits512 && Avx512BW.IsSupported ? Sum512(ref value, ref other)
            : _width != SimdWidth.Scalar && Avx2.IsSupported ? Sum256(ref value, ref other)
            : SumScalar(ref value, ref other);
        return (sum * (_scales[row] * query.Scale)) + (_errors[row] * query.Length) + query.Added;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Sum512(ref sbyte value, ref short other)
    {
        Vector512<int> a = Vector512<int>.Zero,
            b = a;
        int d = 0;
        for (; d < _stride - Step; d += 2 * Step)
        {
            a += Avx512BW.MultiplyAddAdjacent(
                Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref value, (nuint)d)),
                Vector512.LoadUnsafe(ref other, (nuint)d)
            );
            b += Avx512BW.MultiplyAddAdjacent(
                Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref value, (nuint)(d + Step))),
                Vector512.LoadUnsafe(ref other, (nuint)(d + Step))
            );
        }

        if (d < _stride)
            a += Avx512BW.MultiplyAddAdjacent(
                Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref value, (nuint)d)),
                Vector512.LoadUnsafe(ref other, (nuint)d)
            );
        return Vector512.Sum(a + b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Sum256(ref sbyte value, ref short other)
    {
        Vector256<int> a = Vector256<int>.Zero,
            b = a;
        for (int d = 0; d < _stride; d += Step)
        {
            a += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref value, (nuint)d)),
                Vector256.LoadUnsafe(ref other, (nuint)d)
            );
            b += Avx2.MultiplyAddAdjacent(
                Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref value, (nuint)(d + 16))),
                Vector256.LoadUnsafe(ref other, (nuint)(d + 16))
            );
        }

        return Vector256.Sum(a + b);
    }

    private int SumScalar(ref sbyte value, ref short other)
    {
        int sum = 0;
        for (int d = 0; d < _stride; d++)
            sum += Unsafe.Add(ref value, d) * Unsafe.Add(ref other, d);
        return sum;
    }

    /// <param name="Pairs">Two numbers of two bytes each, filled up with zeros as the rows are.</param>
    /// <param name="Scale">What one is worth.</param>
    /// <param name="Length">The row's length.</param>
    /// <param name="Added">What the row lost in being cut down, times the longest row there is.</param>
    internal readonly record struct Query(int[] Pairs, float Scale, float Length, float Added);
}
