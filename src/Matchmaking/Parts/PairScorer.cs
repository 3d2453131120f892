using System.ComponentModel;

namespace Matchmaking.Internal;

/// <summary>Scores pairs by the rules: each part in both directions, weighted, then the two directions as one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PairScorer : IPairScorer
{
    private readonly (ScoringPart Part, double Weight)[] _parts;
    private readonly double _reciprocity;

    /// <summary>By the weights of a kind of introduction.</summary>
    public PairScorer(CommunityIndex index, IntroductionKind kind)
        : this(index, index.Options.Weights.TryGetValue(kind, out PartWeights? own) ? own : PartWeights.For(kind)) { }

    /// <summary>By weights of one's own.</summary>
    public PairScorer(CommunityIndex index, PartWeights weights)
    {
        _reciprocity = index.Options.Reciprocity;
        Parts = PartSet.Of(index);
        ScoringPart[] present = [.. Parts.Parts.Where(part => weights[part.Part] > 0 && part.HasData(index))];
        double total = present.Sum(part => weights[part.Part]);
        _parts = [.. present.Select(part => (part, weights[part.Part] / total))];
    }

    /// <summary>The parts for which the community has any data, in a fixed order; the host's own come last.</summary>
    public static IEnumerable<ScoringPart> PartsWithData(CommunityIndex index) =>
        PartSet.Of(index).Parts.Where(part => part.HasData(index));

    /// <summary>The parts of the community, whether or not they have a weight.</summary>
    public PartSet Parts { get; }

    internal double Reciprocity => _reciprocity;

    /// <summary>A part's share of a gain; 0 where it has no say.</summary>
    internal double Share(ScorePart part)
    {
        foreach ((ScoringPart known, double weight) in _parts)
        {
            if (known.Part == part)
                return weight;
        }

        return 0;
    }

    /// <summary>Whether one part alone makes the score.</summary>
    internal bool IsOfOnePart => _parts.Length == 1;

    /// <summary>Whether any part has data; without, every score is 0.</summary>
    internal bool HasData => _parts.Length > 0;

    /// <summary>The score of the pair.</summary>
    public PairScore Score(PairQuery query, int candidate)
    {
        double forward = 0;
        double backward = 0;
        foreach ((ScoringPart part, double weight) in _parts)
        {
            DirectedValue value = part.Score(query, candidate);
            forward += weight * value.Forward;
            backward += weight * value.Backward;
        }

        return Combine(forward, backward);
    }

    /// <summary>
    /// Whether a score may be at least so much: part after part is looked at, those not looked at taken to be as good as can be, until it
    /// is clear. Of strangers it mostly is after one or two.
    /// </summary>
    /// <param name="query">The question.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="least">How much.</param>
    internal bool MayReach(PairQuery query, int candidate, double least)
    {
        double forward = 0;
        double backward = 0;
        double rest = 1;
        foreach ((ScoringPart part, double weight) in _parts)
        {
            if (part.HasQuickBound)
                rest -= weight * (1 - part.QuickBound(query, candidate));
        }

        foreach ((ScoringPart part, double weight) in _parts)
        {
            if (part.HasQuickBound)
                continue;
            DirectedValue value = part.Score(query, candidate);
            forward += weight * value.Forward;
            backward += weight * value.Backward;
            rest -= weight;
            if (Combine(forward + rest, backward + rest).Score < least - 1e-6)
                return false;
        }

        return true;
    }

    /// <summary>The score with its parts, largest contribution first.</summary>
    public (PairScore Score, PartScore[] Parts) Explain(PairQuery query, int candidate)
    {
        PairScore score = Score(query, candidate);
        (double forwardSlope, double backwardSlope) = ReciprocalMean.Slopes(_reciprocity, score.Forward, score.Backward);
        var parts = new PartScore[_parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            (ScoringPart part, double weight) = _parts[i];
            DirectedValue value = part.Score(query, candidate);
            double contribution = weight * ((forwardSlope * value.Forward) + (backwardSlope * value.Backward));
            parts[i] = new PartScore
            {
                Part = part.Part,
                Forward = value.Forward,
                Backward = value.Backward,
                Weight = weight,
                Contribution = contribution,
            };
        }

        StrongestFirst.Sort<PartScore>(parts, static part => part.Contribution);
        return (score, parts);
    }

    private PairScore Combine(double forward, double backward)
    {
        // The weights add up to 1 only up to rounding.
        forward = Math.Min(1, forward);
        backward = Math.Min(1, backward);
        return new PairScore
        {
            Forward = forward,
            Backward = backward,
            Score = ReciprocalMean.Of(_reciprocity, forward, backward),
        };
    }
}
