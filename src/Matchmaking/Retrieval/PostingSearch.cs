namespace Matchmaking.Retrieval;

/// <summary>
/// Exact top k over postings by one sum. The rarest topics are read first, and rows are met only as long as somebody not met yet could be
/// in the answer (MaxScore; Turtle and Flood 1995); whose sum alone lifts them into it is scored at once, so that the reading ends early.
/// Of those met, the common topics are then looked up. What is found are bounds from above; who reaches the k-th best by them is scored
/// exactly. For one thread; reused from query to query.
/// </summary>
internal sealed class PostingSearch(int rowCount, SimdWidth width)
{
    /// <summary>So many rows that their sums stay in the cache.</summary>
    internal const int Tile = 131072;

    /// <summary>Of more rows met than one in so many it is cheaper to go through all.</summary>
    private const int MetShare = 4;

    /// <summary>So many parts of a list, each with its largest sum, tell roughly the k-th largest.</summary>
    private const int Parts = 256;

    // Nanoseconds, roughly: what it costs to score a row exactly, to read an entry of a list, a row of a column, a row of sums.
    internal const float RowCost = 40,
        ListCost = 1.2f,
        ColumnCost = .15f,
        SumCost = .08f;

    private PostingQuery _query = null!;
    private double _minimum;
    private readonly float[] _sums = new float[Math.Min(rowCount, Tile)];
    private readonly int[] _met = new int[Math.Min(rowCount, Tile) + 1];
    private readonly int[] _found = new int[Math.Min(rowCount, Tile) + 1];

    /// <summary>The best by a sum above which a score never is; rows of which nothing is added are none.</summary>
    /// <param name="query">What is added.</param>
    /// <param name="score">Scores and allows exactly, by row.</param>
    /// <param name="minimum">The least score, above 0.</param>
    /// <param name="top">The best so far; takes better ones.</param>
    public void Best<TScore>(PostingQuery query, in TScore score, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        (_query, _minimum) = (query, minimum);
        if (query.Count == 0)
            return;
        for (int first = 0; first < rowCount; first += Tile)
        {
            Span<float> sums = _sums.AsSpan(0, Math.Min(Tile, rowCount - first));
            int read = 0,
                met = 0;
            while (_query.Rest(read) >= Cut(top) && _query.HasList(read) && met <= sums.Length / MetShare)
            {
                PostingList list = _query.List(read, first, sums.Length);
                met = PostingKernel.Meet(list, _query.Table(read++), first, sums, _met, met);
                Promote(list.Rows, first, score, top);
            }

            if (_query.Rest(read) >= Cut(top))
            {
                OfferAll(read, first, sums, score, top);
                sums.Clear();
            }
            else
            {
                OfferMet(_met.AsSpan(0, met), read, first, sums, score, top);
                PostingKernel.Clear(_met.AsSpan(0, met), sums);
            }
        }
    }

    /// <summary>A score in single precision, less what rounding may have taken from a bound.</summary>
    internal static float Cut(double threshold, int terms) =>
        threshold > 0 ? Math.Max(float.Epsilon, (float)(threshold * (1 - ((terms + 16) * (double)PostingQuery.Rounding)))) : float.Epsilon;

    /// <summary>What a sum has to reach to be in the answer as it is.</summary>
    private float Cut(TopK top) => Cut(Math.Max(top.Threshold, _minimum), _query.Count);

    internal static float Cost(PostingQuery query, int i, int rows, int rowCount) =>
        (query.IsColumn(i) ? ColumnCost * rows : ListCost * query.Frequency(i) * rows / rowCount) + (SumCost * rows);

    internal static void Offer<TScore>(int row, in TScore score, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        double exact = score.Score(row);
        if (exact >= minimum && exact >= top.Threshold && score.Allows(row))
            top.Offer(new Candidate(row, exact, score.TieBreak(row)));
    }

    /// <summary>Rows of which nothing is known so far are no candidates.</summary>
    private static float LeastSum(float cut, float rest) => Math.Max(cut - rest, float.Epsilon);

    /// <summary>Scores the rows of a list that would be in the answer by what is read of them alone.</summary>
    private void Promote<TScore>(ReadOnlySpan<int> rows, int first, in TScore score, TopK top)
        where TScore : struct, IRowScore
    {
        float least = top.IsFull ? Cut(top) : Promising(rows, first, top.Capacity);
        foreach (int row in rows)
        {
            ref float sum = ref _sums[row - first];
            if (sum < least)
                continue;

            // Never again above a bound.
            sum = float.NegativeInfinity;
            Offer(row, score, _minimum, top);
            if (top.IsFull)
                least = Math.Max(least, Cut(top));
        }
    }

    /// <summary>A sum that somewhat more than k of some rows reach.</summary>
    private float Promising(ReadOnlySpan<int> rows, int first, int k)
    {
        int parts = Math.Min(Parts, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(k, 1)));
        if (rows.Length <= 2 * parts)
            return float.Epsilon;
        Span<float> most = stackalloc float[Parts];
        most.Clear();
        for (int i = 0; i < rows.Length; i++)
        {
            ref float part = ref most[i & (parts - 1)];
            part = Math.Max(part, _sums[rows[i] - first]);
        }

        return Math.Max(float.Epsilon, System.Numerics.Tensors.TensorPrimitives.Min<float>(most[..parts]));
    }

    /// <summary>Goes on with the rows met: nobody else can be in the answer.</summary>
    private void OfferMet<TScore>(ReadOnlySpan<int> met, int read, int first, Span<float> sums, in TScore score, TopK top)
        where TScore : struct, IRowScore
    {
        float cut = Cut(top),
            skipped = 0;
        int found = PostingKernel.AtLeast(met, sums, LeastSum(cut, _query.Rest(read)), _found);
        for (; read < _query.Count && found > 0; read++)
        {
            if (_query.HasColumn(read))
            {
                PostingKernel.AddTo(_found.AsSpan(0, found), _query.Column(read, first, sums.Length), _query.Step(read), sums);
            }
            else if (found * RowCost > ListCost * _query.Frequency(read))
            {
                PostingKernel.AddToMet(_query.List(read, first, sums.Length), _query.Table(read), first, sums);
            }
            else
            {
                skipped += _query.Most(read);
                continue;
            }

            found = PostingKernel.AtLeast(_found.AsSpan(0, found), sums, LeastSum(cut, _query.Rest(read + 1) + skipped), _found);
        }

        foreach (int at in _found.AsSpan(0, found))
        {
            if (sums[at] + skipped >= Cut(top))
                Offer(first + at, score, _minimum, top);
        }
    }

    /// <summary>Goes on with all rows of a tile, column by column, as far as that is cheaper than to score those that are left.</summary>
    private void OfferAll<TScore>(int read, int first, Span<float> sums, in TScore score, TopK top)
        where TScore : struct, IRowScore
    {
        float cut = Cut(top);
        for (int needed = _query.Needed(cut); read < needed; read++)
            _query.AddTo(read, sums, first, width);
        int found = ColumnKernel.AtLeast(sums, LeastSum(cut, _query.Rest(read)), _found, width);
        for (; read < _query.Count && found * RowCost > Cost(_query, read, sums.Length, rowCount); read++)
        {
            _query.AddTo(read, sums, first, width);
            found = ColumnKernel.AtLeast(sums, LeastSum(cut, _query.Rest(read + 1)), _found, width);
        }

        // The more promising part of them first: it lifts the threshold for the rest.
        float middle = 0;
        foreach (int at in _found.AsSpan(0, found))
            middle = Math.Max(middle, sums[at]);
        middle *= .7f;
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (int at in _found.AsSpan(0, found))
            {
                if (sums[at] >= middle == (pass == 0) && sums[at] + _query.Rest(read) >= Cut(top))
                    Offer(first + at, score, _minimum, top);
            }
        }
    }
}
