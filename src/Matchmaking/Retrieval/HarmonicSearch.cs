namespace Matchmaking;

/// <summary>
/// Exact top k over postings by the harmonic mean of two sums, as <see cref="PostingSearch"/> does it for one: rows are met by the rarer topics of either side,
/// as long as somebody not met yet could be in the answer. For one thread; reused from query to query.
/// </summary>
internal sealed class HarmonicSearch(int rowCount, SimdWidth width)
{
    /// <summary>A list may have that share of the rows; beyond, it is cheaper to go through all rows.</summary>
    private const int MetShare = 8;

    private readonly float[] _left = new float[Math.Min(rowCount, PostingSearch.Tile)];
    private readonly float[] _right = new float[Math.Min(rowCount, PostingSearch.Tile)];
    private readonly int[] _met = new int[Math.Min(rowCount, PostingSearch.Tile) + 1];
    private readonly int[] _found = new int[Math.Min(rowCount, PostingSearch.Tile) + 1];

    public PostingQuery Left { get; } = new();

    public PostingQuery Right { get; } = new();

    private int Terms => Left.Count + Right.Count;

    /// <summary>The best by the harmonic mean of the sums of <see cref="Left"/> and <see cref="Right"/>; rows of which either adds nothing are none.</summary>
    public void Best<TScore>(in TScore score, TopK top)
        where TScore : struct, IRowScore
    {
        if (Left.Count == 0 || Right.Count == 0)
            return;
        for (int first = 0; first < rowCount; first += PostingSearch.Tile)
        {
            int length = Math.Min(PostingSearch.Tile, rowCount - first);
            Span<float> left = _left.AsSpan(0, length), right = _right.AsSpan(0, length);
            int readLeft = 0, readRight = 0, met = 0;
            while (CanBeIn(Left.Rest(readLeft), Right.Rest(readRight), top))
            {
                bool isLeft = !IsMet(Right, readRight) || (IsMet(Left, readLeft) && Left.Frequency(readLeft) <= Right.Frequency(readRight));
                PostingQuery side = isLeft ? Left : Right;
                int at = isLeft ? readLeft++ : readRight++;
                if (!IsMet(side, at) || met > length / 2)
                {
                    (readLeft, readRight) = isLeft ? (readLeft - 1, readRight) : (readLeft, readRight - 1);
                    break;
                }

                PostingList list = side.List(at, first, length);
                met = PostingKernel.Meet(list, side.Table(at), first, isLeft ? left : right, isLeft ? right : left, _met, met);
                Promote(list.Rows, first, score, top);
            }

            if (CanBeIn(Left.Rest(readLeft), Right.Rest(readRight), top))
            {
                OfferAll(readLeft, readRight, first, left, right, score, top);
                left.Clear();
                right.Clear();
            }
            else
            {
                OfferMet(_met.AsSpan(0, met), readLeft, readRight, first, left, right, score, top);
                PostingKernel.Clear(_met.AsSpan(0, met), left);
                PostingKernel.Clear(_met.AsSpan(0, met), right);
            }
        }
    }

    private static float Harmonic(float a, float b) => 2 * a * b / (a + b);

    private static float LeastOfOne(float bound, float mostOfOther) =>
        !(bound > 0) ? bound : bound >= 2 * mostOfOther ? float.PositiveInfinity : bound * mostOfOther / ((2 * mostOfOther) - bound) * (1 - (8 * PostingQuery.Rounding));

    private bool IsMet(PostingQuery side, int i) => i < side.Count && side.HasList(i) && side.Frequency(i) <= Math.Max(64, rowCount / MetShare);

    private bool CanBeIn(float left, float right, TopK top) => left > 0 && right > 0 && Harmonic(left, right) >= PostingSearch.Cut(top.Threshold, Terms);

    /// <summary>Scores the rows of a list that would be in the answer by what is read of them alone.</summary>
    private void Promote<TScore>(ReadOnlySpan<int> rows, int first, in TScore score, TopK top)
        where TScore : struct, IRowScore
    {
        float cut = PostingSearch.Cut(top.Threshold, Terms);
        foreach (int row in rows)
        {
            float left = _left[row - first], right = _right[row - first];
            if (!(left > 0 && right > 0) || Harmonic(left, right) < cut)
                continue;

            // Never again above a bound.
            _left[row - first] = float.NegativeInfinity;
            PostingSearch.Offer(row, score, top);
            cut = PostingSearch.Cut(top.Threshold, Terms);
        }
    }

    /// <summary>Goes on with the rows met: nobody else can be in the answer.</summary>
    private void OfferMet<TScore>(ReadOnlySpan<int> met, int readLeft, int readRight, int first, Span<float> left, Span<float> right, in TScore score, TopK top)
        where TScore : struct, IRowScore
    {
        float cut = PostingSearch.Cut(top.Threshold, Terms), skippedLeft = 0, skippedRight = 0;
        int found = PostingKernel.HarmonicAtLeast(met, left, Left.Rest(readLeft), right, Right.Rest(readRight), cut, _found);
        while ((readLeft < Left.Count || readRight < Right.Count) && found > 0)
        {
            bool isLeft = readRight == Right.Count || (readLeft < Left.Count && Left.Frequency(readLeft) < Right.Frequency(readRight));
            PostingQuery side = isLeft ? Left : Right;
            int at = isLeft ? readLeft++ : readRight++;
            if (side.HasColumn(at))
            {
                PostingKernel.AddTo(_found.AsSpan(0, found), side.Column(at, first, left.Length), side.Step(at), isLeft ? left : right);
            }
            else if (found * 2 * PostingSearch.RowCost > PostingSearch.ListCost * side.Frequency(at))
            {
                PostingKernel.AddToMet(side.List(at, first, left.Length), side.Table(at), first, isLeft ? left : right, isLeft ? right : left);
            }
            else
            {
                (skippedLeft, skippedRight) = isLeft ? (skippedLeft + side.Most(at), skippedRight) : (skippedLeft, skippedRight + side.Most(at));
                continue;
            }

            found = PostingKernel.HarmonicAtLeast(
                _found.AsSpan(0, found), left, Left.Rest(readLeft) + skippedLeft, right, Right.Rest(readRight) + skippedRight, cut, _found);
        }

        foreach (int at in _found.AsSpan(0, found))
        {
            if (Harmonic(left[at] + skippedLeft, right[at] + skippedRight) >= PostingSearch.Cut(top.Threshold, Terms))
                PostingSearch.Offer(first + at, score, top);
        }
    }

    /// <summary>Goes on with all rows of a tile, column by column, as far as that is cheaper than to score those that are left.</summary>
    private void OfferAll<TScore>(int readLeft, int readRight, int first, Span<float> left, Span<float> right, in TScore score, TopK top)
        where TScore : struct, IRowScore
    {
        float cut = PostingSearch.Cut(top.Threshold, Terms);

        // 2ab / (a + b) ≥ t with b at most B needs a ≥ tB / (2B − t).
        int neededLeft = Left.Needed(LeastOfOne(cut, Right.Rest(0))), neededRight = Right.Needed(LeastOfOne(cut, Left.Rest(0)));
        for (; readLeft < neededLeft; readLeft++)
            Left.AddTo(readLeft, left, first, width);
        for (; readRight < neededRight; readRight++)
            Right.AddTo(readRight, right, first, width);
        int found = ColumnKernel.HarmonicAtLeast(left, Left.Rest(readLeft), right, Right.Rest(readRight), cut, _found, width);
        while (readLeft < Left.Count || readRight < Right.Count)
        {
            bool isLeft = readRight == Right.Count || (readLeft < Left.Count && Left.Frequency(readLeft) < Right.Frequency(readRight));
            if (found * 2 * PostingSearch.RowCost <= PostingSearch.Cost(isLeft ? Left : Right, isLeft ? readLeft : readRight, left.Length, rowCount))
                break;
            if (isLeft)
                Left.AddTo(readLeft++, left, first, width);
            else
                Right.AddTo(readRight++, right, first, width);
            found = ColumnKernel.HarmonicAtLeast(left, Left.Rest(readLeft), right, Right.Rest(readRight), cut, _found, width);
        }

        float restLeft = Left.Rest(readLeft), restRight = Right.Rest(readRight), middle = 0;
        foreach (int at in _found.AsSpan(0, found))
            middle = Math.Max(middle, Harmonic(left[at] + restLeft, right[at] + restRight));
        middle *= .7f;
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (int at in _found.AsSpan(0, found))
            {
                float bound = Harmonic(left[at] + restLeft, right[at] + restRight);
                if (bound >= middle == (pass == 0) && bound >= PostingSearch.Cut(top.Threshold, Terms))
                    PostingSearch.Offer(first + at, score, top);
            }
        }
    }
}
