namespace Matchmaking;

/// <summary>
/// Exact top k over postings by one sum, or by the harmonic mean of two. The rows are gone through in tiles whose sums stay in the cache; in each the rarest
/// topics are read first, and the common ones only as far as they can lift somebody new into the answer (MaxScore; Turtle and Flood 1995). What is found are
/// bounds from above; who reaches the k-th best by them is scored exactly. For one thread; reused from query to query.
/// </summary>
internal sealed class PostingSearch(SimdWidth width)
{
    private const int Tile = 32768;

    /// <summary>A first look, so that most tiles are met with a threshold.</summary>
    private const int FirstTile = 4096;

    private const int Seeds = 64;

    // Nanoseconds, roughly: what it costs to score a row exactly, to read an entry of a list, a row of a column, a row of sums.
    private const float RowCost = 40, ListCost = 1.2f, ColumnCost = .15f, SumCost = .08f;

    private readonly float[] _left = new float[Tile];
    private readonly float[] _right = new float[Tile];
    private readonly int[] _found = new int[Tile];

    public PostingQuery Left { get; } = new();

    public PostingQuery Right { get; } = new();

    /// <summary>The best by the sum of <see cref="Left"/>, of which a score is never above; rows of which nothing is added are none.</summary>
    public void Best<TScore>(int rowCount, in TScore score, TopK top)
        where TScore : struct, IRowScore
    {
        PostingQuery query = Left;
        if (query.Count == 0)
            return;
        double seed = Seed(query, score, top);
        for (int first = 0, limit; first < rowCount; first = limit)
        {
            limit = Math.Min(rowCount, first + (first == 0 ? FirstTile : Tile));
            Span<float> sums = _left.AsSpan(0, limit - first);
            float cut = Cut(Math.Max(seed, top.Threshold), query.Count);
            int read = query.Needed(cut);
            for (int i = 0; i < read; i++)
                query.AddTo(i, sums, first, width);
            int found = ColumnKernel.AtLeast(sums, LeastSum(cut, query.Rest(read)), _found, width);
            for (; read < query.Count && found * RowCost > Cost(query, read, sums.Length, rowCount); read++)
            {
                query.AddTo(read, sums, first, width);
                found = ColumnKernel.AtLeast(sums, LeastSum(cut, query.Rest(read + 1)), _found, width);
            }

            // The more promising half of the range first: it lifts the threshold for the rest.
            float middle = found > Seeds ? Middle(sums, _found.AsSpan(0, found)) : 0;
            for (int pass = found > Seeds ? 0 : 1; pass < 2; pass++)
            {
                for (int i = 0; i < found; i++)
                {
                    int at = _found[i];
                    if (found > Seeds && (sums[at] >= middle) != (pass == 0))
                        continue;
                    if (sums[at] + query.Rest(read) >= Cut(top.Threshold, query.Count))
                        Offer(first + at, score, top);
                }
            }

            sums.Clear();
        }
    }

    /// <summary>The best by the harmonic mean of the sums of <see cref="Left"/> and <see cref="Right"/>; rows of which either adds nothing are none.</summary>
    public void BestHarmonic<TScore>(int rowCount, in TScore score, TopK top)
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
            float cut = Cut(top.Threshold, terms);

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
                if (found * 2 * RowCost <= Cost(isLeft ? Left : Right, isLeft ? readLeft : readRight, left.Length, rowCount))
                    break;
                if (isLeft)
                    Left.AddTo(readLeft++, left, first, width);
                else
                    Right.AddTo(readRight++, right, first, width);
                found = ColumnKernel.HarmonicAtLeast(left, Left.Rest(readLeft), right, Right.Rest(readRight), cut, _found, width);
            }

            float restLeft = Left.Rest(readLeft), restRight = Right.Rest(readRight);
            float middle = 0;
            if (found > Seeds)
            {
                for (int i = 0; i < found; i++)
                    middle = Math.Max(middle, Harmonic(left[_found[i]] + restLeft, right[_found[i]] + restRight));
                middle *= .7f;
            }

            for (int pass = found > Seeds ? 0 : 1; pass < 2; pass++)
            {
                for (int i = 0; i < found; i++)
                {
                    float bound = Harmonic(left[_found[i]] + restLeft, right[_found[i]] + restRight);
                    if (found > Seeds && (bound >= middle) != (pass == 0))
                        continue;
                    if (bound >= Cut(top.Threshold, terms))
                        Offer(first + _found[i], score, top);
                }
            }

            left.Clear();
            right.Clear();
        }
    }

    private static float Harmonic(float a, float b) => 2 * a * b / (a + b);

    private static float LeastOfOne(float bound, float mostOfOther) =>
        !(bound > 0) ? bound : bound >= 2 * mostOfOther ? float.PositiveInfinity : bound * mostOfOther / ((2 * mostOfOther) - bound) * (1 - (8 * PostingQuery.Rounding));

    /// <summary>A score in single precision, less what rounding may have taken from a bound.</summary>
    private static float Cut(double threshold, int terms) => threshold > 0 ? (float)(threshold * (1 - ((terms + 16) * (double)PostingQuery.Rounding))) : float.Epsilon;

    /// <summary>Rows of which nothing is known so far are no candidates.</summary>
    private static float LeastSum(float cut, float rest) => Math.Max(cut - rest, float.Epsilon);

    private static float Cost(PostingQuery query, int i, int rows, int rowCount) =>
        (query.IsColumn(i) ? ColumnCost * rows : ListCost * query.Frequency(i) * rows / rowCount) + (SumCost * rows);

    private static float Middle(ReadOnlySpan<float> sums, ReadOnlySpan<int> found)
    {
        float most = 0;
        foreach (int at in found)
            most = Math.Max(most, sums[at]);
        return .7f * most;
    }

    private static void Offer<TScore>(int row, in TScore score, TopK top)
        where TScore : struct, IRowScore
    {
        double exact = score.Score(row);
        if (exact > 0 && exact >= top.Threshold && score.Allows(row))
            top.Offer(new Candidate(row, exact, score.TieBreak(row)));
    }

    /// <summary>The k-th best score among some rows of the rarest topics: nobody below it is in the answer. Leaves the best empty.</summary>
    private double Seed<TScore>(PostingQuery query, in TScore score, TopK top)
        where TScore : struct, IRowScore
    {
        Span<int> seeds = stackalloc int[Seeds];
        int count = 0;
        for (int i = 0; i < query.Count && count < Seeds; i++)
        {
            ReadOnlySpan<int> rows = query.RowsOf(i);
            rows = rows[..Math.Min(rows.Length, Seeds - count)];
            rows.CopyTo(seeds[count..]);
            count += rows.Length;
        }

        seeds = seeds[..count];
        seeds.Sort();
        for (int i = 0; i < count; i++)
        {
            // One row may have two rare topics, and counts once.
            if (i == 0 || seeds[i] != seeds[i - 1])
                Offer(seeds[i], score, top);
        }

        double threshold = top.Threshold;
        top.Clear();
        return threshold;
    }
}
