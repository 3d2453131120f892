namespace Matchmaking;

/// <summary>
/// Exact top k over postings by the harmonic mean of two sums. The rows are gone through in tiles whose sums stay in the cache; in each the rarest topics of
/// either side are read first, and the common ones only as far as they can lift somebody new into the answer (MaxScore; Turtle and Flood 1995). What is found
/// are bounds from above; who reaches the k-th best by them is scored exactly. For one thread; reused from query to query.
/// </summary>
/// <remarks>
/// Unlike <see cref="PostingSearch"/> it goes through all rows: the mean of two small sums is small, so the k-th best is low, and nearly all topics of both
/// sides are needed to meet whoever reaches it. To meet rows one by one by lists that long was measured to take twice the time.
/// </remarks>
internal sealed class HarmonicSearch(int rowCount, SimdWidth width)
{
    private const int Tile = 32768;

    /// <summary>A first look, so that most tiles are met with a threshold.</summary>
    private const int FirstTile = 4096;

    /// <summary>Of more rows than these the more promising are scored first.</summary>
    private const int Few = 64;

    private readonly float[] _left = new float[Math.Min(rowCount, Tile)];
    private readonly float[] _right = new float[Math.Min(rowCount, Tile)];
    private readonly int[] _found = new int[Math.Min(rowCount, Tile)];

    public PostingQuery Left { get; } = new();

    public PostingQuery Right { get; } = new();

    /// <summary>The best by the harmonic mean of the sums of <see cref="Left"/> and <see cref="Right"/>; rows of which either adds nothing are none.</summary>
    public void Best<TScore>(in TScore score, TopK top)
        where TScore : struct, IRowScore
    {
        if (Left.Count == 0 || Right.Count == 0)
            return;
        int terms = Left.Count + Right.Count;
        float mostLeft = Left.Rest(0), mostRight = Right.Rest(0);
        for (int first = 0, limit; first < rowCount; first = limit)
        {
            limit = Math.Min(rowCount, first + (first == 0 ? FirstTile : Tile));
            Span<float> left = _left.AsSpan(0, limit - first), right = _right.AsSpan(0, limit - first);
            float cut = PostingSearch.Cut(top.Threshold, terms);

            // 2ab / (a + b) ≥ t with b at most B needs a ≥ tB / (2B − t).
            int readLeft = Left.Needed(LeastOfOne(cut, mostRight)), readRight = Right.Needed(LeastOfOne(cut, mostLeft));
            for (int i = 0; i < readLeft; i++)
                Left.AddTo(i, left, first, width);
            for (int i = 0; i < readRight; i++)
                Right.AddTo(i, right, first, width);
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

            Offer(found, first, Left.Rest(readLeft), Right.Rest(readRight), score, top);
            left.Clear();
            right.Clear();
        }
    }

    private static float Harmonic(float a, float b) => 2 * a * b / (a + b);

    private static float LeastOfOne(float bound, float mostOfOther) =>
        !(bound > 0) ? bound : bound >= 2 * mostOfOther ? float.PositiveInfinity : bound * mostOfOther / ((2 * mostOfOther) - bound) * (1 - (8 * PostingQuery.Rounding));

    private void Offer<TScore>(int found, int first, float restLeft, float restRight, in TScore score, TopK top)
        where TScore : struct, IRowScore
    {
        float middle = 0;
        if (found > Few)
        {
            foreach (int at in _found.AsSpan(0, found))
                middle = Math.Max(middle, Harmonic(_left[at] + restLeft, _right[at] + restRight));
            middle *= .7f;
        }

        for (int pass = found > Few ? 0 : 1; pass < 2; pass++)
        {
            foreach (int at in _found.AsSpan(0, found))
            {
                float bound = Harmonic(_left[at] + restLeft, _right[at] + restRight);
                if (found > Few && (bound >= middle) != (pass == 0))
                    continue;
                if (bound >= PostingSearch.Cut(top.Threshold, Left.Count + Right.Count))
                    PostingSearch.Offer(first + at, score, top);
            }
        }
    }
}
