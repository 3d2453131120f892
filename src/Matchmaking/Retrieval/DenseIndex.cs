using System.Collections.Concurrent;
using System.Numerics.Tensors;

namespace Matchmaking;

/// <summary>
/// Dense rows, and the exact best of them by the scalar product with another row. One row is answered from bytes, with the few that could be in the answer
/// scored exactly; many rows at once by tiles in single precision. Immutable; for any number of threads.
/// </summary>
internal sealed class DenseIndex
{
    /// <summary>Rows looked at between two looks at what was found.</summary>
    private const int Step = 2048;

    /// <summary>Queries that one thread takes at a time: as many as make the copying of a tile of rows cheap.</summary>
    private const int Chunk = 2048;

    private readonly ConcurrentBag<(float[] Bounds, int[] Found)> _idle = [];
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
    public static DenseIndex Build(ReadOnlyMemory<float> rows, int dimensions, SimdWidth width) => new(rows, rows.Length / dimensions, dimensions, width);

    public ReadOnlySpan<float> Row(int row) => _rows.Span.Slice(row * Dimensions, Dimensions);

    /// <summary>The score that decides.</summary>
    public double Score(ReadOnlySpan<float> query, int row) => TensorPrimitives.Dot(query, Row(row));

    /// <summary>The best k rows for one row, best first.</summary>
    public Candidate[] Search<TFilter>(ReadOnlySpan<float> query, int k, TFilter filter)
        where TFilter : struct, IRowFilter
    {
        if (!_idle.TryTake(out (float[] Bounds, int[] Found) scratch))
            scratch = (new float[Step], new int[Step]);
        var top = new TopK(k);
        QuantizedRows.Query prepared = _quantized.Prepare(query);
        for (int first = 0; first < Count; first += Step)
        {
            int rows = Math.Min(Step, Count - first), whole = (rows + QuantizedRows.BlockRows - 1) / QuantizedRows.BlockRows * QuantizedRows.BlockRows;
            _quantized.Bounds(prepared, first / QuantizedRows.BlockRows, scratch.Bounds.AsSpan(0, whole));
            int found = ColumnKernel.AtLeast(scratch.Bounds.AsSpan(0, rows), Cut(top.Threshold, 0), scratch.Found, _width);
            for (int i = 0; i < found; i++)
            {
                // The threshold may have risen since.
                if (scratch.Bounds[scratch.Found[i]] >= top.Threshold)
                    Offer(query, first + scratch.Found[i], filter, top);
            }
        }

        _idle.Add(scratch);
        return top.ToSortedArray();
    }

    /// <summary>The best k rows for each of many, on several threads.</summary>
    /// <param name="queries">One after the other.</param>
    /// <param name="k">How many for each.</param>
    /// <param name="filter">By query: who may be in its answer.</param>
    /// <param name="threads">How many threads at the most; −1: all cores.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Candidate[][] SearchAll<TFilter>(ReadOnlyMemory<float> queries, int k, Func<int, TFilter> filter, int threads = -1, CancellationToken cancellationToken = default)
        where TFilter : struct, IRowFilter
    {
        int count = queries.Length / Dimensions;
        var answers = new Candidate[count][];
        Parallel.For(
            0,
            (count + Chunk - 1) / Chunk,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            () => new DenseTile(Dimensions, _width),
            (chunk, _, tile) =>
            {
                SearchChunk(queries.Span, chunk * Chunk, Math.Min(count, (chunk + 1) * Chunk), k, filter, tile, answers, cancellationToken);
                return tile;
            },
            _ => { });
        return answers;
    }

    private static float Cut(double threshold, double slack) => threshold == double.NegativeInfinity ? float.NegativeInfinity : MathF.BitDecrement((float)(threshold - slack));

    private void SearchChunk<TFilter>(
        ReadOnlySpan<float> queries, int firstQuery, int endQuery, int k, Func<int, TFilter> filter, DenseTile tile, Candidate[][] answers, CancellationToken cancellationToken)
        where TFilter : struct, IRowFilter
    {
        var tops = new TopK[endQuery - firstQuery];
        float[] slacks = new float[tops.Length];
        var filters = new TFilter[tops.Length];
        for (int q = 0; q < tops.Length; q++)
        {
            (tops[q], filters[q]) = (new TopK(k), filter(firstQuery + q));
            // What two ways of adding up the same products may differ by.
            slacks[q] = (Dimensions + 8) * 1.2e-7f * _longest * TensorPrimitives.Norm(queries.Slice((firstQuery + q) * Dimensions, Dimensions));
        }

        tile.LoadQueries(queries[(firstQuery * Dimensions)..(endQuery * Dimensions)]);
        for (int first = 0; first < Count; first += DenseTile.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int rows = Math.Min(DenseTile.Rows, Count - first);
            tile.Load(_rows.Span.Slice(first * Dimensions, rows * Dimensions), rows);
            for (int group = 0; group < tops.Length; group += DenseTile.Queries)
            {
                int members = Math.Min(DenseTile.Queries, tops.Length - group);
                tile.Multiply(group / DenseTile.Queries);
                for (int q = 0; q < members; q++)
                {
                    TopK top = tops[group + q];
                    ReadOnlySpan<float> query = queries.Slice((firstQuery + group + q) * Dimensions, Dimensions);
                    ReadOnlySpan<float> scores = tile.Scores(q, rows);
                    int found = ColumnKernel.AtLeast(scores, Cut(top.Threshold, slacks[group + q]), tile.Found, _width);
                    for (int i = 0; i < found; i++)
                    {
                        if (scores[tile.Found[i]] >= top.Threshold - slacks[group + q])
                            Offer(query, first + tile.Found[i], filters[group + q], top);
                    }
                }
            }
        }

        for (int q = 0; q < tops.Length; q++)
            answers[firstQuery + q] = tops[q].ToSortedArray();
    }

    private void Offer<TFilter>(ReadOnlySpan<float> query, int row, in TFilter filter, TopK top)
        where TFilter : struct, IRowFilter
    {
        double exact = Score(query, row);
        if (exact >= top.Threshold && filter.Allows(row))
            top.Offer(new Candidate(row, exact, filter.TieBreak(row)));
    }
}
