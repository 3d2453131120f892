namespace Matchmaking;

/// <summary>
/// Exact top k over postings by the harmonic mean of two sums. The rows are gone through in tiles whose sums stay in the cache; in each the
/// rarest topics of either side are read first, and the common ones only as far as they can lift somebody new into the answer (MaxScore;
/// Turtle and Flood 1995). What is found are bounds from above and below: nobody is a candidate who is at most what k others are at least.
/// Candidates are then scored exactly, best bound first, until the k-th best score is above all bounds left. For one thread; reused from
/// query to query.
/// </summary>
/// <remarks>
/// Unlike <see cref="PostingSearch"/> it goes through all rows: the mean of two small sums is small, so the k-th best is low, and nearly
/// all topics of both sides are needed to meet whoever reaches it. To meet rows one by one by lists that long was measured to take twice
/// the time. To score a row reads memory in six places that no cache holds, which takes as long as to read a column of thousands of rows:
/// hence the bounds from below.
/// </remarks>
internal sealed class HarmonicSearch(int rowCount, SimdWidth width)
{
    private const int Tile = 8192;

    /// <summary>A first look, so that most tiles are met with a threshold.</summary>
    private const int FirstTile = 512;

    // Nanoseconds a row, roughly: to read a column, to look for rows that reach a bound; and a row more among the candidates.
    private const float ColumnCost = .03f,
        FindCost = .03f,
        CandidateCost = 40;

    private readonly UnitSums _left = new(Math.Min(rowCount, Tile), width);
    private readonly UnitSums _right = new(Math.Min(rowCount, Tile), width);
    private readonly int[] _found = new int[Math.Min(rowCount, Tile)];
    private int[] _candidates = new int[Math.Min(rowCount, 1024)];
    private float[] _bounds = new float[Math.Min(rowCount, 1024)];
    private int _count;

    public PostingQuery Left => _left.Query;

    public PostingQuery Right => _right.Query;

    /// <summary>
    /// The best by the harmonic mean of the sums of <see cref="Left"/> and <see cref="Right"/>; rows of which either adds nothing are none.
    /// </summary>
    public void Best<TScore>(in TScore score, TopK top)
        where TScore : struct, IRowScore
    {
        if (Left.Count == 0 || Right.Count == 0)
            return;
        _left.Start();
        _right.Start();
        _count = 0;
        var atLeast = new TopK(top.Capacity);
        for (int first = 0, limit; first < rowCount; first = limit)
        {
            limit = Math.Min(rowCount, first + Math.Clamp(first, FirstTile, Tile));
            Collect(first, limit - first, score, atLeast);
        }

        OfferCandidates(Cut(atLeast), score, top);
    }

    /// <summary>The mean; not a number of two zeros. The product is taken last, for of two tiny sums it would vanish.</summary>
    private static float Harmonic(float a, float b) => a / (a + b) * 2 * b;

    private static float LeastOfOne(float bound, float mostOfOther) =>
        !(bound > 0) ? bound
        : bound >= 2 * mostOfOther ? float.PositiveInfinity
        : bound * mostOfOther / ((2 * mostOfOther) - bound) * (1 - (8 * PostingQuery.Rounding));

    private float Cut(TopK top) => PostingSearch.Cut(top.Threshold, Left.Count + Right.Count);

    /// <summary>Puts the rows of a tile that could be in the answer among the candidates.</summary>
    private void Collect<TScore>(int first, int length, in TScore score, TopK atLeast)
        where TScore : struct, IRowScore
    {
        // 2ab / (a + b) ≥ t with b at most B needs a ≥ tB / (2B − t).
        float cut = Cut(atLeast),
            leastLeft = LeastOfOne(cut, Right.Rest(0)),
            leastRight = LeastOfOne(cut, Left.Rest(0));
        _left.Clear(length);
        _right.Clear(length);
        _left.ReadNeeded(leastLeft, first, length);
        _right.ReadNeeded(leastRight, first, length);
        int found = Find(cut, length);
        while (!_left.IsRead || !_right.IsRead)
        {
            UnitSums next = _right.IsRead || (!_left.IsRead && _left.NextFrequency < _right.NextFrequency) ? _left : _right;
            if (found * CandidateCost <= Cost(next, length))
                break;
            next.ReadNext(first, length);
            found = Find(cut, length);
        }

        foreach (int at in _found.AsSpan(0, found))
        {
            float atMost = Harmonic(_left.AtMost(at), _right.AtMost(at));
            if (!(atMost >= cut))
                continue;
            Add(first + at, atMost);
            float low = Harmonic(_left.AtLeast(at), _right.AtLeast(at)) * (1 - (16 * PostingQuery.Rounding));
            if (low > atLeast.Threshold && score.Allows(first + at))
            {
                atLeast.Offer(new Candidate(first + at, low, 0));
                cut = Cut(atLeast);
            }
        }
    }

    private float Cost(UnitSums next, int length) =>
        length * ((next.Query.HasColumn(next.Read) ? ColumnCost : PostingSearch.ListCost * next.NextFrequency / rowCount) + FindCost);

    /// <summary>The rows of a tile that reach a bound, and some that nearly do.</summary>
    private int Find(float cut, int length)
    {
        double left = _left.Units(cut / 2),
            right = _right.Units(cut / 2);
        return left >= ushort.MaxValue || right >= ushort.MaxValue
            ? 0
            : UnitKernel.HarmonicAtLeast(
                _left.Sums[..length],
                _left.Rest,
                (ushort)left,
                _right.Sums,
                _right.Rest,
                (ushort)right,
                _found,
                width
            );
    }

    private void Add(int row, float bound)
    {
        if (_count == _candidates.Length)
        {
            Array.Resize(ref _candidates, 2 * _count);
            Array.Resize(ref _bounds, 2 * _count);
        }

        // Smallest first is largest bound first.
        (_candidates[_count], _bounds[_count]) = (row, -bound);
        _count++;
    }

    private void OfferCandidates<TScore>(float cut, in TScore score, TopK top)
        where TScore : struct, IRowScore
    {
        // Many of them came before the threshold rose.
        int left = 0;
        for (int i = 0; i < _count; i++)
        {
            (_candidates[left], _bounds[left]) = (_candidates[i], _bounds[i]);
            left += -_bounds[i] >= cut ? 1 : 0;
        }

        Array.Sort(_bounds, _candidates, 0, left);
        for (int i = 0; i < left && -_bounds[i] >= Cut(top); i++)
            PostingSearch.Offer(_candidates[i], score, double.Epsilon, top);
    }
}
