using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Matchmaking;

/// <summary>
/// Scalar products of a few rows with a tile of others that stays in the cache, by the registers: eight queries times 32 rows are summed up at once, number by
/// number (as in Goto and van de Geijn 2008). Nothing is called while sums stand in registers: a call would make the compiler put them into memory.
/// For one thread; reused.
/// </summary>
internal sealed class DenseTile(int dimensions, SimdWidth width)
{
    /// <summary>How many queries are multiplied at once.</summary>
    public const int Queries = 8;

    /// <summary>How many rows a tile has at the most; of 128 numbers they take half a megabyte.</summary>
    public const int Rows = 1024;

    /// <summary>Rows that stand side by side.</summary>
    private const int Panel = 32;

    private readonly float[] _panels = new float[Rows * dimensions];
    private float[] _queries = [];
    private readonly float[] _scores = new float[Queries * Rows];
    private int _count;

    public int[] Found { get; } = new int[Rows];

    public ReadOnlySpan<float> Scores(int query, int rows) => _scores.AsSpan(query * Rows, rows);

    /// <summary>Lays a tile of rows out side by side.</summary>
    public void Load(ReadOnlySpan<float> rows, int count)
    {
        _count = (count + Panel - 1) / Panel;
        for (int row = 0; row < _count * Panel; row++)
        {
            Span<float> panel = _panels.AsSpan(row / Panel * Panel * dimensions, Panel * dimensions);
            for (int d = 0, at = row % Panel; d < dimensions; d++, at += Panel)
                panel[at] = row < count ? rows[(row * dimensions) + d] : 0;
        }
    }

    /// <summary>Lays queries out in groups of eight, number by number, so that all eight of one number stand in one line of the cache.</summary>
    public void LoadQueries(ReadOnlySpan<float> queries)
    {
        int count = queries.Length / dimensions, groups = (count + Queries - 1) / Queries;
        if (_queries.Length < groups * Queries * dimensions)
            _queries = new float[groups * Queries * dimensions];
        for (int q = 0; q < groups * Queries; q++)
        {
            Span<float> group = _queries.AsSpan(q / Queries * Queries * dimensions, Queries * dimensions);
            for (int d = 0, at = q % Queries; d < dimensions; d++, at += Queries)
                group[at] = q < count ? queries[(q * dimensions) + d] : 0;
        }
    }

    /// <summary>Multiplies a group of eight queries with the rows loaded.</summary>
    public void Multiply(int group)
    {
        ReadOnlySpan<float> queries = _queries.AsSpan(group * Queries * dimensions, Queries * dimensions);
        for (int panel = 0; panel < _count; panel++)
        {
            ReadOnlySpan<float> rows = _panels.AsSpan(panel * Panel * dimensions, Panel * dimensions);
            Span<float> scores = _scores.AsSpan(panel * Panel);
            if (width == SimdWidth.Bits512)
                Multiply512(rows, queries, scores);
            else if (width == SimdWidth.Bits256)
                Multiply256(rows, queries, scores);
            else
                MultiplyScalar(rows, queries, scores);
        }
    }

    private void Multiply512(ReadOnlySpan<float> rows, ReadOnlySpan<float> queries, Span<float> scores)
    {
        ref float row = ref MemoryMarshal.GetReference(rows);
        ref float query = ref MemoryMarshal.GetReference(queries);
        Vector512<float> a0 = Vector512<float>.Zero, a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
        Vector512<float> e0 = a0, e1 = a0, f0 = a0, f1 = a0, g0 = a0, g1 = a0, h0 = a0, h1 = a0;
        for (int d = 0; d < dimensions; d++)
        {
            Vector512<float> x0 = Vector512.LoadUnsafe(ref row), x1 = Vector512.LoadUnsafe(ref row, 16), q = Vector512.Create(query);
            a0 = Vector512.FusedMultiplyAdd(x0, q, a0);
            a1 = Vector512.FusedMultiplyAdd(x1, q, a1);
            q = Vector512.Create(Unsafe.Add(ref query, 1));
            b0 = Vector512.FusedMultiplyAdd(x0, q, b0);
            b1 = Vector512.FusedMultiplyAdd(x1, q, b1);
            q = Vector512.Create(Unsafe.Add(ref query, 2));
            c0 = Vector512.FusedMultiplyAdd(x0, q, c0);
            c1 = Vector512.FusedMultiplyAdd(x1, q, c1);
            q = Vector512.Create(Unsafe.Add(ref query, 3));
            d0 = Vector512.FusedMultiplyAdd(x0, q, d0);
            d1 = Vector512.FusedMultiplyAdd(x1, q, d1);
            q = Vector512.Create(Unsafe.Add(ref query, 4));
            e0 = Vector512.FusedMultiplyAdd(x0, q, e0);
            e1 = Vector512.FusedMultiplyAdd(x1, q, e1);
            q = Vector512.Create(Unsafe.Add(ref query, 5));
            f0 = Vector512.FusedMultiplyAdd(x0, q, f0);
            f1 = Vector512.FusedMultiplyAdd(x1, q, f1);
            q = Vector512.Create(Unsafe.Add(ref query, 6));
            g0 = Vector512.FusedMultiplyAdd(x0, q, g0);
            g1 = Vector512.FusedMultiplyAdd(x1, q, g1);
            q = Vector512.Create(Unsafe.Add(ref query, 7));
            h0 = Vector512.FusedMultiplyAdd(x0, q, h0);
            h1 = Vector512.FusedMultiplyAdd(x1, q, h1);
            row = ref Unsafe.Add(ref row, Panel);
            query = ref Unsafe.Add(ref query, Queries);
        }

        ref float score = ref MemoryMarshal.GetReference(scores);
        a0.StoreUnsafe(ref score);
        a1.StoreUnsafe(ref score, 16);
        b0.StoreUnsafe(ref score, Rows);
        b1.StoreUnsafe(ref score, Rows + 16);
        c0.StoreUnsafe(ref score, 2 * Rows);
        c1.StoreUnsafe(ref score, (2 * Rows) + 16);
        d0.StoreUnsafe(ref score, 3 * Rows);
        d1.StoreUnsafe(ref score, (3 * Rows) + 16);
        e0.StoreUnsafe(ref score, 4 * Rows);
        e1.StoreUnsafe(ref score, (4 * Rows) + 16);
        f0.StoreUnsafe(ref score, 5 * Rows);
        f1.StoreUnsafe(ref score, (5 * Rows) + 16);
        g0.StoreUnsafe(ref score, 6 * Rows);
        g1.StoreUnsafe(ref score, (6 * Rows) + 16);
        h0.StoreUnsafe(ref score, 7 * Rows);
        h1.StoreUnsafe(ref score, (7 * Rows) + 16);
    }

    private void Multiply256(ReadOnlySpan<float> rows, ReadOnlySpan<float> queries, Span<float> scores)
    {
        // Four queries times 16 rows: as many sums as there are registers for.
        for (int half = 0; half < Panel; half += 16)
        {
            for (int first = 0; first < Queries; first += 4)
            {
                ref float row = ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), half);
                ref float query = ref Unsafe.Add(ref MemoryMarshal.GetReference(queries), first);
                Vector256<float> a0 = Vector256<float>.Zero, a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
                for (int d = 0; d < dimensions; d++)
                {
                    Vector256<float> x0 = Vector256.LoadUnsafe(ref row), x1 = Vector256.LoadUnsafe(ref row, 8), q = Vector256.Create(query);
                    a0 = Vector256.FusedMultiplyAdd(x0, q, a0);
                    a1 = Vector256.FusedMultiplyAdd(x1, q, a1);
                    q = Vector256.Create(Unsafe.Add(ref query, 1));
                    b0 = Vector256.FusedMultiplyAdd(x0, q, b0);
                    b1 = Vector256.FusedMultiplyAdd(x1, q, b1);
                    q = Vector256.Create(Unsafe.Add(ref query, 2));
                    c0 = Vector256.FusedMultiplyAdd(x0, q, c0);
                    c1 = Vector256.FusedMultiplyAdd(x1, q, c1);
                    q = Vector256.Create(Unsafe.Add(ref query, 3));
                    d0 = Vector256.FusedMultiplyAdd(x0, q, d0);
                    d1 = Vector256.FusedMultiplyAdd(x1, q, d1);
                    row = ref Unsafe.Add(ref row, Panel);
                    query = ref Unsafe.Add(ref query, Queries);
                }

                ref float score = ref Unsafe.Add(ref MemoryMarshal.GetReference(scores), (first * Rows) + half);
                a0.StoreUnsafe(ref score);
                a1.StoreUnsafe(ref score, 8);
                b0.StoreUnsafe(ref score, Rows);
                b1.StoreUnsafe(ref score, Rows + 8);
                c0.StoreUnsafe(ref score, 2 * Rows);
                c1.StoreUnsafe(ref score, (2 * Rows) + 8);
                d0.StoreUnsafe(ref score, 3 * Rows);
                d1.StoreUnsafe(ref score, (3 * Rows) + 8);
            }
        }
    }

    private void MultiplyScalar(ReadOnlySpan<float> rows, ReadOnlySpan<float> queries, Span<float> scores)
    {
        for (int q = 0; q < Queries; q++)
        {
            for (int row = 0; row < Panel; row++)
            {
                float sum = 0;
                for (int d = 0; d < dimensions; d++)
                    sum += rows[(d * Panel) + row] * queries[(d * Queries) + q];
                scores[(q * Rows) + row] = sum;
            }
        }
    }
}
