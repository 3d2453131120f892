using System.Globalization;

namespace Matchmaking.Models;

/// <summary>Scores pairs by a host's model, and holds it to its range.</summary>
internal sealed class HostScorer(ILearnedModel model) : IPairScorer
{
    public PairScore Score(PairQuery query, int candidate)
    {
        (Member from, Member to) = (query.Profile, query.Index.Members[candidate]);
        double forward = Probability(from, to, query.Now),
            backward = Probability(to, from, query.Now);
        return new PairScore
        {
            Forward = forward,
            Backward = backward,
            Score = ReciprocalMean.Of(query.Index.Options.Reciprocity, forward, backward),
        };
    }

    public (PairScore Score, PartScore[] Parts) Explain(PairQuery query, int candidate)
    {
        PairScore score = Score(query, candidate);
        (Member from, Member to) = (query.Profile, query.Index.Members[candidate]);
        IReadOnlyDictionary<ScorePart, double> there = Told(from, to, query.Now),
            back = Told(to, from, query.Now);

        // Both ways count alike; what they leave of the score is any pair's.
        List<(ScorePart Part, double Contribution)> parts =
        [
            .. there.Keys.Union(back.Keys).Select(part => (part, (there.GetValueOrDefault(part) + back.GetValueOrDefault(part)) / 2)),
        ];
        parts.Add((ScorePart.Baseline, score.Score - parts.Sum(part => part.Contribution)));
        double total = parts.Sum(part => Math.Abs(part.Contribution));
        return (
            score,
            [
                .. parts
                    .Select(part => new PartScore
                    {
                        Part = part.Part,
                        Forward = score.Forward,
                        Backward = score.Backward,
                        Weight = total > 0 ? Math.Abs(part.Contribution) / total : 0,
                        Contribution = part.Contribution,
                    })
                    .OrderByDescending(part => part.Contribution),
            ]
        );
    }

    private double Probability(Member from, Member to, DateTimeOffset moment)
    {
        double probability = model.Probability(from, to, moment);
        return probability is >= 0 and <= 1
            ? probability
            : throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The model '{model.Name}' gave {probability} for '{from.Id}' and '{to.Id}', which is no probability in [0, 1]."
                )
            );
    }

    private IReadOnlyDictionary<ScorePart, double> Told(Member from, Member to, DateTimeOffset moment)
    {
        IReadOnlyDictionary<ScorePart, double> parts = model.Explain(from, to, moment);
        foreach ((ScorePart part, double contribution) in parts)
        {
            if (part == ScorePart.Baseline || !double.IsFinite(contribution))
                throw new InvalidOperationException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The model '{model.Name}' explains '{from.Id}' and '{to.Id}' by {contribution} of the part {part}: parts are "
                            + $"finite numbers, and {ScorePart.Baseline} is not among them."
                    )
                );
        }

        return parts;
    }
}
