namespace Matchmaking.Retrieval;

/// <summary>
/// What one member's score with each member of a segment is at most, from what each part says (<see cref="PartBound"/>). For one thread;
/// reused.
/// </summary>
internal sealed class SegmentBounds(Segment segment)
{
    private readonly (ScorePart Part, PartBound? Bound)[] _parts = Array.ConvertAll(segment.Parts, part =>
        (part.Part, part.Columns?.NewBound())
    );
    private readonly List<PartBound> _started = [];
    private readonly float[] _forward = new float[Math.Min(BoundTile.Most, segment.Count)];
    private readonly float[] _backward = new float[Math.Min(BoundTile.Most, segment.Count)];

    /// <summary>The postings whose sum is all that the score is made of; null: it is made of something else.</summary>
    public PostingQuery? StartPostings(PairQuery query, PairScorer rules)
    {
        foreach ((ScorePart part, PartBound? bound) in _parts)
        {
            float share = (float)rules.Share(part);
            if (!(share > 0))
                continue;
            if (bound?.Postings is null)
                return null;
            bound.Start(query, share);
            return bound.Postings;
        }

        return null;
    }

    /// <summary>Works out what the score with each member of the segment is at most.</summary>
    /// <param name="bounds">By row; takes it.</param>
    /// <param name="query">The question.</param>
    /// <param name="rules">Of what parts the bound is made.</param>
    /// <param name="mayWait">Whether everybody may be taken to be as good as can be by a late bound, for now.</param>
    /// <returns>The late bound that waits, and the share of its part; null: none does.</returns>
    public (LateBound Bound, float Share)? Fill(Span<float> bounds, PairQuery query, PairScorer rules, bool mayWait)
    {
        (LateBound, float)? waits = null;
        float toAll = 0;
        _started.Clear();
        foreach ((ScorePart part, PartBound? bound) in _parts)
        {
            float share = (float)rules.Share(part);
            if (bound is null)
            {
                toAll += share;
            }
            else if (bound.Start(query, share))
            {
                if (mayWait && waits is null && bound is LateBound late)
                    (waits, toAll) = ((late, share), toAll + share);
                else
                    _started.Add(bound);
            }
        }

        bounds.Fill(toAll);
        foreach (PartBound bound in _started)
            bound.AddToAll(bounds);
        for (int first = 0; first < bounds.Length; first += BoundTile.Most)
            FillTile(first, bounds.Slice(first, Math.Min(BoundTile.Most, bounds.Length - first)), rules.Reciprocity);
        foreach (PartBound bound in _started)
            bound.End();
        return waits;
    }

    private void FillTile(int first, Span<float> bounds, double reciprocity)
    {
        var tile = new BoundTile(first, bounds, _forward.AsSpan(0, bounds.Length), _backward.AsSpan(0, bounds.Length));
        tile.Forward.Clear();
        tile.Backward.Clear();
        foreach (PartBound bound in _started)
            bound.AddTo(tile);
        BoundKernel.Combine((float)reciprocity, tile.Both, tile.Forward, tile.Backward, segment.Rows.Width);
    }
}
