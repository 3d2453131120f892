using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>
/// One part of a score, and all that the library knows of it, its bound too: a new one is a file with a class of this and a line in
/// <see cref="PartSet"/>. Parts hold no state: whatever a query needs stands in the <see cref="PairQuery"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ScoringPart
{
    /// <summary>Which part it is; the name stands in answers, snapshots and weights.</summary>
    public abstract ScorePart Part { get; }

    /// <summary>
    /// What an introduction for whatever helps most is for, where this part says most of those that speak of it; null: it does not.
    /// </summary>
    internal virtual IntroductionKind? Purpose => null;

    /// <summary>Whether those best by this part alone are candidates of learned scores.</summary>
    internal virtual bool IsSource => true;

    /// <summary>
    /// The fields of members that the part is computed from: where either of the two hides one of them, nothing is told of the part. Null:
    /// any field may be among them.
    /// </summary>
    internal abstract string[]? RestsOn { get; }

    /// <summary>Whether anybody in the community has what the part is computed from. A part without data has no say in any score.</summary>
    public abstract bool HasData(CommunityIndex index);

    /// <summary>The part's value for the query's member (forward) and for the candidate (backward).</summary>
    public abstract DirectedValue Score(PairQuery query, int candidate);

    /// <summary>
    /// Lays out what the part is computed from, of some members, so that its bounds come quickly; null: it has none, and is held to be as
    /// good as can be, so that more members are scored.
    /// </summary>
    /// <param name="index">The community.</param>
    /// <param name="rows">Which members.</param>
    internal virtual PartColumns? LayOut(CommunityIndex index, SegmentRows rows) => null;

    /// <summary>Whether a bound of one pair is told much sooner than its values.</summary>
    internal virtual bool HasQuickBound => false;

    /// <summary>What neither value of a pair is above, where that is told much sooner than the values.</summary>
    internal virtual double QuickBound(PairQuery query, int candidate) => 1;

    /// <summary>Tells the reader why the two should meet, by this part; nothing by default.</summary>
    /// <param name="reasons">Takes what is told.</param>
    /// <param name="mine">What the part adds to the reader's gain.</param>
    /// <param name="theirs">What the part adds to the other's gain.</param>
    internal virtual void AddReasons(ReasonList reasons, double mine, double theirs) { }
}
