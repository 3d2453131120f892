namespace Matchmaking.Learning;

/// <summary>
/// The rules' scores as the probabilities that a learned model gives, by what it learned of the rules: for pairs that it is not bound to
/// yet. Cheap to make.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="probability">From the rules' score to the model's probability; rising.</param>
/// <param name="directed">From one side's gain to that side's probability.</param>
internal sealed class CalibratedRules(PairScorer rules, Func<double, double> probability, Func<double, double> directed) : IPairScorer
{
    public PairScore Score(PairQuery query, int candidate) => Calibrated(rules.Score(query, candidate));

    public (PairScore Score, PartScore[] Parts) Explain(PairQuery query, int candidate)
    {
        (PairScore ruled, PartScore[] parts) = rules.Explain(query, candidate);
        PairScore score = Calibrated(ruled);

        // Of the way from a pair of which the rules know nothing, each part goes its share of the rules' score.
        double scale = ruled.Score > 0 ? (score.Score - probability(0)) / ruled.Score : 0;
        double baseline = score.Score - parts.Sum(part => scale * part.Contribution);
        double total = Math.Abs(baseline) + parts.Sum(part => Math.Abs(scale * part.Contribution));
        return (
            score,
            [
                .. parts
                    .Select(part => part with { Contribution = scale * part.Contribution })
                    .Append(
                        new PartScore
                        {
                            Part = ScorePart.Baseline,
                            Forward = score.Forward,
                            Backward = score.Backward,
                            Weight = 0,
                            Contribution = baseline,
                        }
                    )
                    .Select(part => part with { Weight = total > 0 ? Math.Abs(part.Contribution) / total : 0 })
                    .OrderByDescending(part => part.Contribution),
            ]
        );
    }

    private PairScore Calibrated(PairScore ruled) =>
        new()
        {
            Forward = directed(ruled.Forward),
            Backward = directed(ruled.Backward),
            Score = probability(ruled.Score),
        };
}
