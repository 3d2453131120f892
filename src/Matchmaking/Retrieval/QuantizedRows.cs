using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Matchmaking;

/// <summary>
/// Dense rows in a byte a number, a fourth of the memory that has to be read, and bounds of their scalar products with another row that are never exceeded:
/// x·y ≤ x̂·ŷ + |x − x̂|·|y| + |x̂|·|y − ŷ|, where x̂ and ŷ are what is left of x and y and the lengths of what was lost are known (Cauchy and Schwarz).
/// Immutable.
/// </summary>
/// <remarks>Sixteen rows stand side by side, two numbers of each at a time: one instruction multiplies and adds two numbers of all sixteen.</remarks>
internal sealed class QuantizedRows
{
    public const int BlockRows = 16;

    private const int Levels = sbyte.MaxValue;

    private readonly sbyte[] _values;
    private readonly float[] _scales;
    private readonly float[] _errors;
    private readonly float _longest;
    private readonly int _pairs;
    private readonly SimdWidth _width;

    private QuantizedRows(int count, int dimensions, sbyte[] values, float[] scales, float[] errors, float longest, SimdWidth width)
    {
        (Count, Dimensions, _values, _scales, _errors, _longest, _width) = (count, dimensions, values, scales, errors, longest, width);
        _pairs = (dimensions + 1) / 2;
    }

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
        int blocks = (count + BlockRows - 1) / BlockRows, pairs = (dimensions + 1) / 2;
        sbyte[] values = new sbyte[(long)blocks * BlockRows * pairs * 2];
        float[] scales = new float[blocks * BlockRows], errors = new float[blocks * BlockRows], norms = new float[blocks];
        Parallel.For(0, blocks, ParallelWork.Here(), block =>
        {
            for (int i = 0; i < BlockRows && (block * BlockRows) + i < count; i++)
            {
                int at = (block * BlockRows) + i;
                ReadOnlySpan<float> x = row(at).Span;
                if (x.IsEmpty)
                    continue;
                float scale = TensorPrimitives.MaxMagnitude(x) is var most && Math.Abs(most) > 1e-30f ? Math.Abs(most) / Levels : 1;
                double lost = 0, kept = 0;
                for (int d = 0; d < x.Length; d++)
                {
                    int level = (int)Math.Clamp(MathF.Round(x[d] / scale), -Levels, Levels);
                    values[((((long)block * pairs) + (d / 2)) * BlockRows * 2) + (i * 2) + (d & 1)] = (sbyte)level;
                    double left = (double)level * scale;
                    (lost, kept) = (lost + ((x[d] - left) * (x[d] - left)), kept + (left * left));
                }

                scales[at] = scale;
                errors[at] = (float)(Math.Sqrt(lost) * (1 + 1e-6));
                norms[block] = Math.Max(norms[block], (float)(Math.Sqrt(kept) * (1 + 1e-6)));
            }
        });
        return new QuantizedRows(count, dimensions, values, scales, errors, norms.Length == 0 ? 0 : norms.Max(), width);
    }

    /// <summary>A row to compare with, in two bytes a number, so that it loses next to nothing.</summary>
    public Query Prepare(ReadOnlySpan<float> row)
    {
        int[] pairs = new int[_pairs];
        float most = Math.Abs(TensorPrimitives.MaxMagnitude(row));
        // So few levels that the sum of all products stays within 32 bits, whatever the rows are.
        int levels = (int)Math.Min(8192, int.MaxValue / 2 / ((long)Levels * Math.Max(1, row.Length)));
        float scale = most > 1e-30f ? most / levels : 1;
        double lost = 0, length = 0;
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

    /// <summary>What the scalar products of whole blocks of rows with another row are at most.</summary>
    /// <param name="query">The other row.</param>
    /// <param name="firstBlock">The first block.</param>
    /// <param name="bounds">Of as many rows as are asked for, whole blocks.</param>
    public void Bounds(in Query query, int firstBlock, Span<float> bounds)
    {
        int blocks = bounds.Length / BlockRows;
        if ((long)(firstBlock + blocks) * BlockRows > _scales.Length)
            throw new ArgumentOutOfRangeException(nameof(bounds), bounds.Length, "reaches beyond the rows");
        if (_width == SimdWidth.Bits512 && Avx512BW.IsSupported)
            Bounds512(query, firstBlock, blocks, bounds);
        else if (_width != SimdWidth.Scalar && Avx2.IsSupported)
            Bounds256(query, firstBlock, blocks, bounds);
        else
            BoundsScalar(query, firstBlock, blocks, bounds);
    }

    private void Bounds512(in Query query, int firstBlock, int blocks, Span<float> bounds)
    {
        ref sbyte value = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), (nint)firstBlock * _pairs * BlockRows * 2);
        ref int pair = ref MemoryMarshal.GetArrayDataReference(query.Pairs);
        Vector512<float> queryScale = Vector512.Create(query.Scale), length = Vector512.Create(query.Length), added = Vector512.Create(query.Added);
        for (int block = 0; block < blocks; block++)
        {
            Vector512<int> a = Vector512<int>.Zero, b = a, c = a, d = a;
            int p = 0;
            for (; p <= _pairs - 4; p += 4)
            {
                a += Avx512BW.MultiplyAddAdjacent(Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref value)), Vector512.Create(Unsafe.Add(ref pair, p)).AsInt16());
                b += Avx512BW.MultiplyAddAdjacent(Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref value, 32)), Vector512.Create(Unsafe.Add(ref pair, p + 1)).AsInt16());
                c += Avx512BW.MultiplyAddAdjacent(Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref value, 64)), Vector512.Create(Unsafe.Add(ref pair, p + 2)).AsInt16());
                d += Avx512BW.MultiplyAddAdjacent(Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref value, 96)), Vector512.Create(Unsafe.Add(ref pair, p + 3)).AsInt16());
                value = ref Unsafe.Add(ref value, 128);
            }

            for (; p < _pairs; p++)
            {
                a += Avx512BW.MultiplyAddAdjacent(Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref value)), Vector512.Create(Unsafe.Add(ref pair, p)).AsInt16());
                value = ref Unsafe.Add(ref value, 32);
            }

            nuint at = (nuint)((firstBlock + block) * BlockRows);
            Vector512<float> scale = Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_scales), at) * queryScale;
            Vector512<float> error = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_errors), at), length, added);
            Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(a + b + (c + d)), scale, error).StoreUnsafe(ref MemoryMarshal.GetReference(bounds), (nuint)(block * BlockRows));
        }
    }

    private void Bounds256(in Query query, int firstBlock, int blocks, Span<float> bounds)
    {
        ref sbyte value = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), (nint)firstBlock * _pairs * BlockRows * 2);
        ref int pair = ref MemoryMarshal.GetArrayDataReference(query.Pairs);
        Vector256<float> queryScale = Vector256.Create(query.Scale), length = Vector256.Create(query.Length), added = Vector256.Create(query.Added);
        for (int block = 0; block < blocks; block++)
        {
            Vector256<int> a = Vector256<int>.Zero, b = a;
            for (int p = 0; p < _pairs; p++)
            {
                Vector256<short> other = Vector256.Create(Unsafe.Add(ref pair, p)).AsInt16();
                Vector256<short> low = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref value)), high = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref value, 16));
                if (AvxVnni.IsSupported)
                {
                    a = AvxVnni.MultiplyWideningAndAdd(a, low, other);
                    b = AvxVnni.MultiplyWideningAndAdd(b, high, other);
                }
                else
                {
                    a += Avx2.MultiplyAddAdjacent(low, other);
                    b += Avx2.MultiplyAddAdjacent(high, other);
                }

                value = ref Unsafe.Add(ref value, 32);
            }

            nuint at = (nuint)((firstBlock + block) * BlockRows);
            ref float scales = ref MemoryMarshal.GetArrayDataReference(_scales);
            ref float errors = ref MemoryMarshal.GetArrayDataReference(_errors);
            ref float bound = ref Unsafe.Add(ref MemoryMarshal.GetReference(bounds), block * BlockRows);
            ((Vector256.ConvertToSingle(a) * (Vector256.LoadUnsafe(ref scales, at) * queryScale)) + (Vector256.LoadUnsafe(ref errors, at) * length) + added).StoreUnsafe(ref bound);
            ((Vector256.ConvertToSingle(b) * (Vector256.LoadUnsafe(ref scales, at + 8) * queryScale)) + (Vector256.LoadUnsafe(ref errors, at + 8) * length) + added).StoreUnsafe(ref bound, 8);
        }
    }

    private void BoundsScalar(in Query query, int firstBlock, int blocks, Span<float> bounds)
    {
        for (int block = 0; block < blocks; block++)
        {
            ReadOnlySpan<sbyte> values = _values.AsSpan((firstBlock + block) * _pairs * BlockRows * 2, _pairs * BlockRows * 2);
            for (int i = 0; i < BlockRows; i++)
            {
                int sum = 0;
                for (int p = 0; p < _pairs; p++)
                    sum += (values[(((p * BlockRows) + i) * 2)] * (short)query.Pairs[p]) + (values[(((p * BlockRows) + i) * 2) + 1] * (query.Pairs[p] >> 16));
                int at = ((firstBlock + block) * BlockRows) + i;
                bounds[(block * BlockRows) + i] = (sum * (_scales[at] * query.Scale)) + (_errors[at] * query.Length) + query.Added;
            }
        }
    }

    /// <param name="Pairs">Two numbers of two bytes each.</param>
    /// <param name="Scale">What one is worth.</param>
    /// <param name="Length">The row's length.</param>
    /// <param name="Added">What the row lost in being cut down, times the longest row there is.</param>
    internal readonly record struct Query(int[] Pairs, float Scale, float Length, float Added);
}
