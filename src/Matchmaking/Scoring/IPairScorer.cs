using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>Scores pairs of one community: by the rules, or by what was learned from outcomes. Safe for use by several threads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPairScorer
{
    /// <summary>The score of the pair.</summary>
    PairScore Score(PairQuery query, int candidate);

    /// <summary>The score with its parts, largest contribution first; the contributions add up to the score.</summary>
    (PairScore Score, PartScore[] Parts) Explain(PairQuery query, int candidate);
}
