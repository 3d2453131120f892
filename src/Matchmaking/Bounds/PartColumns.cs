namespace Matchmaking.Bounds;

/// <summary>
/// What a part is computed from, of all members of a segment, laid out so that what the part says of any of them at most is worked out for
/// all in a fraction of a millisecond. For any number of threads: nothing of it changes but caches.
/// </summary>
internal abstract class PartColumns
{
    /// <summary>What works the bounds out: one for each search.</summary>
    public abstract PartBound NewBound();
}

/// <summary>
/// What a part says at most of one member and each of a segment. A value may be above the bound by no more than a few roundings of single
/// precision, which <see cref="BoundKernel.Combine"/> makes good. For one thread; reused from question to question.
/// </summary>
internal abstract class PartBound
{
    /// <summary>Sets it up for a question.</summary>
    /// <param name="query">The question.</param>
    /// <param name="share">The part's share of a gain; 0: the part does not count.</param>
    /// <returns>Whether it has anything to add, or anybody to forbid.</returns>
    public abstract bool Start(PairQuery query, float share);

    /// <summary>Adds to the sums of all rows, before the tiles: for who knows the few to whom anything is to be added.</summary>
    public virtual void AddToAll(Span<float> sums) { }

    /// <summary>Adds to the sums of a tile; tiles come in ascending order.</summary>
    public virtual void AddTo(in BoundTile tile) { }

    /// <summary>Forgets the question, for what is idle keeps no community alive.</summary>
    public virtual void End() { }

    /// <summary>The postings of which the sums are all that it adds, the same for both sides; null: it adds something else.</summary>
    public virtual PostingQuery? Postings => null;
}

/// <summary>A bound that takes long to work out: of few rows, once it is known who they are, it is had sooner than of all.</summary>
internal abstract class LateBound : PartBound
{
    /// <summary>What the part says at most of some rows, before its share; in order, at most <see cref="BoundTile.Most"/>.</summary>
    public abstract ReadOnlySpan<float> Of(ReadOnlySpan<int> rows);
}

/// <summary>Rows that follow each other, so few that their sums stay in the cache.</summary>
/// <param name="first">The first row.</param>
/// <param name="both">What is the same for both sides; takes it.</param>
/// <param name="forward">What the asker alone gains; takes it.</param>
/// <param name="backward">What the other alone gains; takes it.</param>
internal readonly ref struct BoundTile(int first, Span<float> both, Span<float> forward, Span<float> backward)
{
    /// <summary>How many rows there are at most.</summary>
    public const int Most = 8192;

    /// <summary>The sum of whom a rule forbids whatever else speaks for them: so low that it stays below 0.</summary>
    public const float Forbidden = -1e9f;

    public int First { get; } = first;

    public int Length => Both.Length;

    public Span<float> Both { get; } = both;

    public Span<float> Forward { get; } = forward;

    public Span<float> Backward { get; } = backward;
}
