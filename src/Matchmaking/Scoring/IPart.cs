using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>One part of a score. Parts hold no state: whatever a query needs stands in the <see cref="PairQuery"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPart
{
    /// <summary>Which part it is.</summary>
    ScorePart Part { get; }

    /// <summary>Whether anybody in the community has what the part is computed from. A part without data has no say in any score.</summary>
    bool HasData(CommunityIndex index);

    /// <summary>The part's value for the query's member (forward) and for the candidate (backward).</summary>
    DirectedValue Score(PairQuery query, int candidate);
}
