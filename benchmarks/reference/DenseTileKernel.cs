using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Matchmaking;

/// <summary>
/// Scalar products of eight queries with a tile of rows, by the registers: the sums of eight queries and 32 rows stand in them, and each
/// number that is read is used for all (as in Goto and van de Geijn 2008). Nothing is called while sums stand in registers: a call would
/// make the compiler put them into memory.
/// </summary>
internal static class DenseTileKernel
{
    private const int Line = DenseTiles.Panel * DenseTiles.Group;

    /// <param name="values">Of a tile.</param>
    /// <param name="offsets">Of a tile.</param>
    /// <param name="queries">A group.</param>
    /// <param name="panels">How many panels of rows.</param>
    /// <param name="groups">How many groups of four numbers.</param>
    /// <param name="scores">Takes the products: of the first query with all rows, of the second, …</param>
    /// <param name="width">How wide to compute.</param>
    public static void Multiply(
        ReadOnlySpan<sbyte> values,
        ReadOnlySpan<short> offsets,
        ReadOnlySpan<byte> queries,
        int panels,
        int groups,
        Span<int> scores,
        SimdWidth width
    )
    {
        int panel = 0;
        if (width == SimdWidth.Bits512 && Avx512BW.IsSupported)
        {
            for (; panel < panels - 1; panel += 2)
                Multiply512(
                    values.Slice(panel * groups * Line, 2 * groups * Line),
                    offsets.Slice(panel * 2 * DenseTiles.Panel, 4 * DenseTiles.Panel),
                    queries,
                    groups,
                    scores[(panel * DenseTiles.Panel)..]
                );
        }

        for (; panel < panels; panel++)
        {
            ReadOnlySpan<sbyte> rows = values.Slice(panel * groups * Line, groups * Line);
            ReadOnlySpan<short> starts = offsets.Slice(panel * 2 * DenseTiles.Panel, 2 * DenseTiles.Panel);
            if (width != SimdWidth.Scalar && Avx2.IsSupported)
                Multiply256(rows, starts, queries, groups, scores[(panel * DenseTiles.Panel)..]);
            else
                MultiplyScalar(rows, starts, queries, groups, scores[(panel * DenseTiles.Panel)..]);
        }
    }

    private static void Multiply512(
        ReadOnlySpan<sbyte> rows,
        ReadOnlySpan<short> offsets,
        ReadOnlySpan<byte> queries,
        int groups,
        Span<int> scores
    )
    {
        ref sbyte row = ref MemoryMarshal.GetReference(rows);
        ref sbyte next = ref Unsafe.Add(ref row, groups * Line);
        ref uint query = ref Unsafe.As<byte, uint>(ref MemoryMarshal.GetReference(queries));
        ref short offset = ref MemoryMarshal.GetReference(offsets);
        Vector512<short> a0 = Vector512.LoadUnsafe(ref offset),
            a1 = Vector512.LoadUnsafe(ref offset, 32),
            b0 = a0,
            b1 = a1,
            c0 = a0,
            c1 = a1,
            d0 = a0,
            d1 = a1;
        Vector512<short> e0 = a0,
            e1 = a1,
            f0 = a0,
            f1 = a1,
            g0 = a0,
            g1 = a1,
            h0 = a0,
            h1 = a1;
        for (int i = 0; i < groups; i++)
        {
            Vector512<sbyte> x0 = Vector512.LoadUnsafe(ref row),
                x1 = Vector512.LoadUnsafe(ref next);
            Vector512<byte> q = Vector512.Create(query).AsByte();
            a0 += Avx512BW.MultiplyAddAdjacent(q, x0);
            a1 += Avx512BW.MultiplyAddAdjacent(q, x1);
            q = Vector512.Create(Unsafe.Add(ref query, 1)).AsByte();
            b0 += Avx512BW.MultiplyAddAdjacent(q, x0);
            b1 += Avx512BW.MultiplyAddAdjacent(q, x1);
            q = Vector512.Create(Unsafe.Add(ref query, 2)).AsByte();
            c0 += Avx512BW.MultiplyAddAdjacent(q, x0);
            c1 += Avx512BW.MultiplyAddAdjacent(q, x1);
            q = Vector512.Create(Unsafe.Add(ref query, 3)).AsByte();
            d0 += Avx512BW.MultiplyAddAdjacent(q, x0);
            d1 += Avx512BW.MultiplyAddAdjacent(q, x1);
            q = Vector512.Create(Unsafe.Add(ref query, 4)).AsByte();
            e0 += Avx512BW.MultiplyAddAdjacent(q, x0);
            e1 += Avx512BW.MultiplyAddAdjacent(q, x1);
            q = Vector512.Create(Unsafe.Add(ref query, 5)).AsByte();
            f0 += Avx512BW.MultiplyAddAdjacent(q, x0);
            f1 += Avx512BW.MultiplyAddAdjacent(q, x1);
            q = Vector512.Create(Unsafe.Add(ref query, 6)).AsByte();
            g0 += Avx512BW.MultiplyAddAdjacent(q, x0);
            g1 += Avx512BW.MultiplyAddAdjacent(q, x1);
            q = Vector512.Create(Unsafe.Add(ref query, 7)).AsByte();
            h0 += Avx512BW.MultiplyAddAdjacent(q, x0);
            h1 += Avx512BW.MultiplyAddAdjacent(q, x1);
            row = ref Unsafe.Add(ref row, Line);
            next = ref Unsafe.Add(ref next, Line);
            query = ref Unsafe.Add(ref query, DenseTileQueries.Together);
        }

        // The two halves of a row together.
        Vector512<short> ones = Vector512<short>.One;
        ref int score = ref MemoryMarshal.GetReference(scores);
        Avx512BW.MultiplyAddAdjacent(a0, ones).StoreUnsafe(ref score);
        Avx512BW.MultiplyAddAdjacent(a1, ones).StoreUnsafe(ref score, 16);
        Avx512BW.MultiplyAddAdjacent(b0, ones).StoreUnsafe(ref score, DenseTiles.Rows);
        Avx512BW.MultiplyAddAdjacent(b1, ones).StoreUnsafe(ref score, DenseTiles.Rows + 16);
        Avx512BW.MultiplyAddAdjacent(c0, ones).StoreUnsafe(ref score, 2 * DenseTiles.Rows);
        Avx512BW.MultiplyAddAdjacent(c1, ones).StoreUnsafe(ref score, (2 * DenseTiles.Rows) + 16);
        Avx512BW.MultiplyAddAdjacent(d0, ones).StoreUnsafe(ref score, 3 * DenseTiles.Rows);
        Avx512BW.MultiplyAddAdjacent(d1, ones).StoreUnsafe(ref score, (3 * DenseTiles.Rows) + 16);
        Avx512BW.MultiplyAddAdjacent(e0, ones).StoreUnsafe(ref score, 4 * DenseTiles.Rows);
        Avx512BW.MultiplyAddAdjacent(e1, ones).StoreUnsafe(ref score, (4 * DenseTiles.Rows) + 16);
        Avx512BW.MultiplyAddAdjacent(f0, ones).StoreUnsafe(ref score, 5 * DenseTiles.Rows);
        Avx512BW.MultiplyAddAdjacent(f1, ones).StoreUnsafe(ref score, (5 * DenseTiles.Rows) + 16);
        Avx512BW.MultiplyAddAdjacent(g0, ones).StoreUnsafe(ref score, 6 * DenseTiles.Rows);
        Avx512BW.MultiplyAddAdjacent(g1, ones).StoreUnsafe(ref score, (6 * DenseTiles.Rows) + 16);
        Avx512BW.MultiplyAddAdjacent(h0, ones).StoreUnsafe(ref score, 7 * DenseTiles.Rows);
        Avx512BW.MultiplyAddAdjacent(h1, ones).StoreUnsafe(ref score, (7 * DenseTiles.Rows) + 16);
    }

    private static void Multiply256(
        ReadOnlySpan<sbyte> rows,
        ReadOnlySpan<short> offsets,
        ReadOnlySpan<byte> queries,
        int groups,
        Span<int> scores
    )
    {
        // Four queries times 16 rows: as many sums as there are registers for.
        for (int first = 0; first < DenseTileQueries.Together; first += 4)
        {
            ref sbyte row = ref MemoryMarshal.GetReference(rows);
            ref uint query = ref Unsafe.Add(ref Unsafe.As<byte, uint>(ref MemoryMarshal.GetReference(queries)), first);
            ref short offset = ref MemoryMarshal.GetReference(offsets);
            Vector256<short> a0 = Vector256.LoadUnsafe(ref offset),
                a1 = Vector256.LoadUnsafe(ref offset, 16),
                b0 = a0,
                b1 = a1,
                c0 = a0,
                c1 = a1,
                d0 = a0,
                d1 = a1;
            for (int i = 0; i < groups; i++)
            {
                Vector256<sbyte> x0 = Vector256.LoadUnsafe(ref row),
                    x1 = Vector256.LoadUnsafe(ref row, 32);
                Vector256<byte> q = Vector256.Create(query).AsByte();
                a0 += Avx2.MultiplyAddAdjacent(q, x0);
                a1 += Avx2.MultiplyAddAdjacent(q, x1);
                q = Vector256.Create(Unsafe.Add(ref query, 1)).AsByte();
                b0 += Avx2.MultiplyAddAdjacent(q, x0);
                b1 += Avx2.MultiplyAddAdjacent(q, x1);
                q = Vector256.Create(Unsafe.Add(ref query, 2)).AsByte();
                c0 += Avx2.MultiplyAddAdjacent(q, x0);
                c1 += Avx2.MultiplyAddAdjacent(q, x1);
                q = Vector256.Create(Unsafe.Add(ref query, 3)).AsByte();
                d0 += Avx2.MultiplyAddAdjacent(q, x0);
                d1 += Avx2.MultiplyAddAdjacent(q, x1);
                row = ref Unsafe.Add(ref row, Line);
                query = ref Unsafe.Add(ref query, DenseTileQueries.Together);
            }

            Vector256<short> ones = Vector256<short>.One;
            ref int score = ref Unsafe.Add(ref MemoryMarshal.GetReference(scores), first * DenseTiles.Rows);
            Avx2.MultiplyAddAdjacent(a0, ones).StoreUnsafe(ref score);
            Avx2.MultiplyAddAdjacent(a1, ones).StoreUnsafe(ref score, 8);
            Avx2.MultiplyAddAdjacent(b0, ones).StoreUnsafe(ref score, DenseTiles.Rows);
            Avx2.MultiplyAddAdjacent(b1, ones).StoreUnsafe(ref score, DenseTiles.Rows + 8);
            Avx2.MultiplyAddAdjacent(c0, ones).StoreUnsafe(ref score, 2 * DenseTiles.Rows);
            Avx2.MultiplyAddAdjacent(c1, ones).StoreUnsafe(ref score, (2 * DenseTiles.Rows) + 8);
            Avx2.MultiplyAddAdjacent(d0, ones).StoreUnsafe(ref score, 3 * DenseTiles.Rows);
            Avx2.MultiplyAddAdjacent(d1, ones).StoreUnsafe(ref score, (3 * DenseTiles.Rows) + 8);
        }
    }

    private static void MultiplyScalar(
        ReadOnlySpan<sbyte> rows,
        ReadOnlySpan<short> offsets,
        ReadOnlySpan<byte> queries,
        int groups,
        Span<int> scores
    )
    {
        for (int q = 0; q < DenseTileQueries.Together; q++)
        {
            for (int row = 0; row < DenseTiles.Panel; row++)
            {
                short first = offsets[2 * row],
                    second = offsets[(2 * row) + 1];
                for (int i = 0; i < groups; i++)
                {
                    ReadOnlySpan<sbyte> x = rows.Slice((i * Line) + (row * DenseTiles.Group), DenseTiles.Group);
                    ReadOnlySpan<byte> y = queries.Slice(((i * DenseTileQueries.Together) + q) * DenseTiles.Group, DenseTiles.Group);
                    first = unchecked((short)(first + (x[0] * y[0]) + (x[1] * y[1])));
                    second = unchecked((short)(second + (x[2] * y[2]) + (x[3] * y[3])));
                }

                scores[(q * DenseTiles.Rows) + row] = first + second;
            }
        }
    }
}
