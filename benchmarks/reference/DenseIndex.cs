using System.Collections.Concurrent;
using System.Numerics.Tensors;

namespace Matchmaking;

/// <summary>
/// Dense rows, and the exact best of them by the scalar product with another row. One row is answered from bytes, with the few that could
/// be in the answer scored exactly; many rows at once by tiles of them. Immutable; for any number of threads.
/// </summary>
internal sealed class DenseIndex
{
    /// <summary>Rows looked at between two looks at what was found.</summary>
    private const int Step = 2048;

    /// <summary>Queries that one thread takes at a time: as many as their numbers and a tile of rows stay in the cache.</summary>
    private const int Chunk = 2048;

    private const int Parts = 256;

    private readonly ConcurrentStack<(float[] Bounds, int[] Found)> _idle = [];
    private readonly ReadOnlyMemory<float> _rows;
    private readonly QuantizedRows _quantized;
    private readonly float _longest;
    private readonly SimdWidth _width;

    private DenseIndex(ReadOnlyMemory<float> rows, int count, int dimensions, SimdWidth width)
    {
        (_rows, Count, Dimensions, _width) = (rows, count, dimensions, width);
        _quantized = QuantizedRows.Build(count, dimensions, row => _rows.Slice(row * dimensions, dimensions), width);
        for (int row = 0; row < count; row++)
            _longest = Math.Max(_longest, TensorPrimitives.Norm(Row(row)));
    }

    public int Count { get; }

    public int Dimensions { get; }

    /// <param name="rows">One after the other; kept, not copied.</param>
    /// <param name="dimensions">How long each is.</param>
    /// <param name="width">How wide to compute.</param>
    public static DenseIndex Build(ReadOnlyMemory<float> rows, int dimensions, SimdWidth width) =>
        new(rows, rows.Length / dimensions, dimensions, width);

    public ReadOnlySpan<float> Row(int row) => _rows.Span.Slice(row * Dimensions, Dimensions);

    /// <summary>The score that decides.</summary>
    public double Score(ReadOnlySpan<float> query, int row) => TensorPrimitives.Dot(query, Row(row));

    /// <summary>The best k rows for one row, best first.</summary>
    public Candidate[] Search<TFilter>(ReadOnlySpan<float> query, int k, TFilter filter)
        where TFilter : struct, IRowFilter
    {
        if (!_idle.TryPop(out (float[] Bounds, int[] Found) scratch))
            scratch = (new float[Step], new int[Step]);
        var top = new TopK(k);
        QuantizedRows.Query prepared = _quantized.Prepare(query);
        for (int first = 0; first < Count; first += Step)
        {
            int rows = Math.Min(Step, Count - first);
            _quantized.Bounds(prepared, first, scratch.Bounds.AsSpan(0, rows));
            int found = ColumnKernel.AtLeast(scratch.Bounds.AsSpan(0, rows), Cut(top.Threshold), scratch.Found, _width);
            for (int i = 0; i < found; i++)
            {
                // The threshold may have risen since.
                if (scratch.Bounds[scratch.Found[i]] >= top.Threshold)
                    Offer(query, first + scratch.Found[i], filter, top);
            }
        }

        _idle.Push(scratch);
        return top.ToSortedArray();
    }

    /// <summary>The best k rows for each of many, on several threads.</summary>
    /// <param name="queries">One after the other.</param>
    /// <param name="k">How many for each.</param>
    /// <param name="filter">By query: who may be in its answer.</param>
    /// <param name="threads">How many threads at the most; −1: all cores.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Candidate[][] SearchAll<TFilter>(
        ReadOnlyMemory<float> queries,
        int k,
        Func<int, TFilter> filter,
        int threads = -1,
        CancellationToken cancellationToken = default
    )
        where TFilter : struct, IRowFilter
    {
        int count = queries.Length / Dimensions;
        var answers = new Candidate[count][];
        DenseTiles tiles = DenseTiles.Build(_rows, Dimensions, threads);
        Parallel.For(
            0,
            (count + Chunk - 1) / Chunk,
            ParallelWork.Here(threads, cancellationToken),
            () => new DenseTileQueries(tiles, Dimensions, _longest, _width),
            (chunk, _, tile) =>
            {
                SearchChunk(queries.Span, chunk * Chunk, Math.Min(count, (chunk + 1) * Chunk), k, filter, tile, answers, cancellationToken);
                return tile;
            },
            _ => { }
        );
        return answers;
    }

    private static float Cut(double threshold) =>
        threshold == double.NegativeInfinity ? float.NegativeInfinity : MathF.BitDecrement((float)threshold);

    private void SearchChunk<TFilter>(
        ReadOnlySpan<float> queries,
        int firstQuery,
        int endQuery,
        int k,
        Func<int, TFilter> filter,
        DenseTileQueries chunk,
        Candidate[][] answers,
        CancellationToken cancellationToken
    )
        where TFilter : struct, IRowFilter
    {
        var tops = new TopK[endQuery - firstQuery];
        var filters = new TFilter[tops.Length];
        for (int q = 0; q < tops.Length; q++)
            (tops[q], filters[q]) = (new TopK(k), filter(firstQuery + q));
        chunk.Load(queries[(firstQuery * Dimensions)..(endQuery * Dimensions)]);
        for (int tile = 0; tile * DenseTiles.Rows < Count; tile++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int q = 0; q < tops.Length; q++)
            {
                if (q % DenseTileQueries.Together == 0)
                    chunk.Multiply(q / DenseTileQueries.Together, tile);
                OfferTile(queries.Slice((firstQuery + q) * Dimensions, Dimensions), q, tile, chunk, filters[q], tops[q]);
            }
        }

        for (int q = 0; q < tops.Length; q++)
            answers[firstQuery + q] = tops[q].ToSortedArray();
    }

    private void OfferTile<TFilter>(ReadOnlySpan<float> query, int q, int tile, DenseTileQueries chunk, in TFilter filter, TopK top)
        where TFilter : struct, IRowFilter
    {
        int first = tile * DenseTiles.Rows;
        ReadOnlySpan<int> scores = chunk.Scores(q, Math.Min(DenseTiles.Rows, Count - first));
        (double step, double added) = chunk.Bound(q, tile);
        int promising = int.MaxValue;
        if (!top.IsFull)
        {
            // The more promising first: they lift the threshold for the rest.
            promising = Promising(scores, top.Capacity);
            int most = UnitKernel.AtLeast(scores, promising, chunk.Found, _width);
            foreach (int at in chunk.Found.AsSpan(0, most))
                Offer(query, first + at, filter, top);
        }

        int found = UnitKernel.AtLeast(scores, Least(top.Threshold, step, added), chunk.Found, _width);
        foreach (int at in chunk.Found.AsSpan(0, found))
        {
            // The threshold may have risen since.
            if (scores[at] < promising && (scores[at] * step) + added >= top.Threshold)
                Offer(query, first + at, filter, top);
        }
    }

    /// <summary>So many steps, no less, may be worth a threshold.</summary>
    private static int Least(double threshold, double step, double added) =>
        (int)Math.Clamp(Math.Floor((threshold - added) / step) - 1, int.MinValue, int.MaxValue);

    /// <summary>What somewhat more than k of some scores reach: each of as many parts has one that does.</summary>
    private static int Promising(ReadOnlySpan<int> scores, int k)
    {
        Span<int> most = stackalloc int[Parts];
        int parts = Math.Min(Parts, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(k, 1)));
        if (scores.Length <= 2 * parts)
            return int.MinValue;
        most.Fill(int.MinValue);
        for (int i = 0; i < scores.Length; i++)
        {
            ref int part = ref most[i & (parts - 1)];
            part = Math.Max(part, scores[i]);
        }

        return TensorPrimitives.Min<int>(most[..parts]);
    }

    private void Offer<TFilter>(ReadOnlySpan<float> query, int row, in TFilter filter, TopK top)
        where TFilter : struct, IRowFilter
    {
        double exact = Score(query, row);
        if (exact >= top.Threshold && filter.Allows(row))
            top.Offer(new Candidate(row, exact, filter.TieBreak(row)));
    }
}
