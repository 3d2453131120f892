namespace Matchmaking.Retrieval;

/// <summary>
/// Whom of a segment one member should meet, exactly, without scoring everybody. A score is a mean of two weighted sums of parts, and each
/// part says what it is at most, for all members at once (<see cref="PartBound"/>). Members are then scored best bound first, until the
/// k-th best score is above all bounds left: nobody else can be in the answer (the idea of Fagin, Lotem and Naor's threshold algorithm,
/// 2003, with a bound for each member in place of one for all). A bound that takes long waits (<see cref="LateBound"/>): at first everybody
/// is as good as can be by it, the likeliest are scored, and it is worked out for those alone who could still be better. For one thread;
/// reused.
/// </summary>
internal sealed class SegmentSearch(Segment segment)
{
    /// <summary>Of so many members the largest bound is looked at first, to find where to begin.</summary>
    private const int Sample = 256;

    private readonly SegmentBounds _parts = new(segment);
    private readonly float[] _bounds = new float[segment.Count];
    private readonly int[] _found = new int[segment.Count];
    private readonly float[] _keys = new float[segment.Count];
    private readonly float[] _largest = new float[(segment.Count / Sample) + 1];
    private PostingSearch? _postings;

    /// <summary>
    /// Those who are better than the best so far: whom <paramref name="score"/> allows, of at least a score.
    /// </summary>
    /// <param name="query">The question.</param>
    /// <param name="rules">What scores; a score is never above the bound made of its parts.</param>
    /// <param name="score">Scores and allows exactly, by position.</param>
    /// <param name="newer">Who is in it does not count here; null: nobody.</param>
    /// <param name="recent">The positions of others who do not count here.</param>
    /// <param name="minimum">The least score.</param>
    /// <param name="top">The best so far; takes better ones.</param>
    public void Best<TScore>(PairQuery query, PairScorer rules, in TScore score, Segment? newer, int[] recent, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        if (minimum > 0 && segment.Rows.IsWhole && rules.IsOfOnePart && _parts.StartPostings(query, rules) is { } sum)
        {
            _postings ??= new PostingSearch(segment.Count, segment.Rows.Width);
            _postings.Best(sum, new Counting<TScore>(newer?.Rows, recent, score), minimum, top);
            return;
        }

        // The slopes of the mean add up to 1 or more: a part's share taken off both gains is at least taken off the mean.
        (LateBound Bound, float Share)? late = _parts.Fill(_bounds, query, rules, mayWait: true);
        Exclude(newer, recent);
        if (late is not { } waiting || !IsAnsweredLate(waiting.Bound, waiting.Share, score, minimum, top))
            ByBounds(score, minimum, top);
    }

    /// <summary>Scores the members of the largest bounds, and of ever smaller ones, until nobody left can be in the answer.</summary>
    private void ByBounds<TScore>(in TScore score, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        float cut = Start(top, minimum);
        for (float above = float.PositiveInfinity; ; above = cut, cut = Next(cut, top, minimum))
        {
            OfferFound(Find(cut, above), score, minimum, top);
            if (cut <= (float)minimum || (top.IsFull && cut <= top.Threshold))
                break;
        }
    }

    /// <summary>The members of the largest bounds, in no particular order, of those whom <paramref name="allowed"/> allows.</summary>
    /// <param name="query">The question.</param>
    /// <param name="rules">Of what parts the bound is made.</param>
    /// <param name="allowed">Allows, by position.</param>
    /// <param name="newer">Who is in it does not count here; null: nobody.</param>
    /// <param name="recent">The positions of others who do not count here.</param>
    /// <param name="count">How many.</param>
    /// <param name="positions">Takes them.</param>
    public void Largest<TScore>(
        PairQuery query,
        PairScorer rules,
        in TScore allowed,
        Segment? newer,
        ReadOnlySpan<int> recent,
        int count,
        ICollection<int> positions
    )
        where TScore : struct, IRowScore
    {
        _parts.Fill(_bounds, query, rules, mayWait: false);
        Exclude(newer, recent);
        int found = Find(float.Epsilon, float.PositiveInfinity);
        for (int i = 0; i < found && count > 0; i++)
        {
            int position = segment.Rows.PositionOf(_found[i]);
            if (!allowed.Allows(position))
                continue;
            positions.Add(position);
            count--;
        }
    }

    /// <summary>Offers the found, whose largest bounds come first, as long as any can be better than those there are.</summary>
    /// <returns>How many were offered.</returns>
    private int OfferFound<TScore>(int count, in TScore score, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        int offered = 0;
        while (offered < count && !(top.IsFull && -_keys[offered] < top.Threshold))
            CandidateSearch.Offer(segment.Rows.PositionOf(_found[offered++]), score, minimum, top);
        return offered;
    }

    /// <summary>
    /// Where to begin: at what has to be reached, or, where that is not known, at a bound that some more members than are asked for reach,
    /// by the largest of many samples.
    /// </summary>
    private float Start(TopK top, double minimum)
    {
        if (top.IsFull)
            return Next(0, top, minimum);
        int samples = 0;
        for (int first = 0; first < _bounds.Length; first += Sample)
            _largest[samples++] = System.Numerics.Tensors.TensorPrimitives.Max<float>(
                _bounds.AsSpan(first, Math.Min(Sample, _bounds.Length - first))
            );
        Array.Sort(_largest, 0, samples);
        return Math.Max(_largest[Math.Max(0, samples - (4 * top.Capacity) - 8)], (float)Math.Max(minimum, 0));
    }

    private static float Next(float cut, TopK top, double minimum) =>
        (float)
            Math.Max(
                minimum,
                top.IsFull ? top.Threshold * (1 - 1e-6)
                    : cut > .02f ? cut * .85
                    : 0
            );

    /// <summary>Members with bounds in [from, below), largest first.</summary>
    private int Find(float from, float below)
    {
        int found = ColumnKernel.AtLeast(_bounds, from, _found, segment.Rows.Width);
        for (int i = 0; i < found; i++)
            _keys[i] = _bounds[_found[i]];
        return Rank(found, from, below);
    }

    /// <summary>Of those found the ones with keys in [from, below), largest first; the keys are turned round.</summary>
    private int Rank(int found, float from, float below)
    {
        int count = 0;
        for (int i = 0; i < found; i++)
        {
            float bound = _keys[i];
            if (bound >= from && bound < below)
                (_keys[count], _found[count++]) = (-bound, _found[i]);
        }

        Array.Sort(_keys, _found, 0, count);
        return count;
    }

    private void Exclude(Segment? newer, ReadOnlySpan<int> recent)
    {
        if (newer is not null)
            Exclude(newer.Positions);
        Exclude(recent);
    }

    private void Exclude(ReadOnlySpan<int> positions)
    {
        foreach (int position in positions)
        {
            if (segment.Rows.RowOf(position) is >= 0 and int row)
                _bounds[row] = BoundTile.Forbidden;
        }
    }

    /// <summary>Works the late bound out for the likeliest, scores them, and then goes on with all who could be better than they.</summary>
    /// <returns>
    /// Whether there were enough of the likeliest, so that nobody else can be in the answer; otherwise the bounds are as low as the late
    /// one makes them.
    /// </returns>
    private bool IsAnsweredLate<TScore>(LateBound late, float share, in TScore score, double minimum, TopK top)
        where TScore : struct, IRowScore
    {
        int found = ColumnKernel.AtLeast(_bounds, Start(top, minimum), _found, segment.Rows.Width);
        Lower(late, share, found, _keys);
        int offered = OfferFound(Rank(found, float.NegativeInfinity, float.PositiveInfinity), score, minimum, top);
        for (int i = 0; i < offered; i++)
            _bounds[_found[i]] = BoundTile.Forbidden;

        float cut = (float)Math.Max(minimum, top.IsFull ? top.Threshold * (1 - 1e-6) : 0);
        found = ColumnKernel.AtLeast(_bounds, cut, _found, segment.Rows.Width);
        Lower(late, share, found, _keys);
        if (top.IsFull)
        {
            OfferFound(Rank(found, cut, float.PositiveInfinity), score, minimum, top);
            return true;
        }

        for (int i = 0; i < found; i++)
            _bounds[_found[i]] = _keys[i];
        return false;
    }

    /// <summary>The bounds of those found, who are in order, without what they are less than as good as can be by the late one.</summary>
    private void Lower(LateBound late, float share, int found, float[] lowered)
    {
        for (int first = 0; first < found; first += BoundTile.Most)
        {
            ReadOnlySpan<int> some = _found.AsSpan(first, Math.Min(BoundTile.Most, found - first));
            ReadOnlySpan<float> most = late.Of(some);
            for (int i = 0; i < some.Length; i++)
                lowered[first + i] = _bounds[some[i]] - (share * (1 - Math.Clamp(most[i], 0, 1)));
        }
    }

    /// <summary>The same score, without those who do not count here.</summary>
    private readonly struct Counting<TScore>(SegmentRows? newer, int[] recent, TScore score) : IRowScore
        where TScore : struct, IRowScore
    {
        double IRowScore.Score(int row) => score.Score(row);

        public bool Allows(int row) => !(newer?.RowOf(row) >= 0) && Array.BinarySearch(recent, row) < 0 && score.Allows(row);

        public ulong TieBreak(int row) => score.TieBreak(row);
    }
}
