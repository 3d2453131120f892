namespace Matchmaking.Learning;

/// <summary>
/// Scores pairs by what was learned from links. A score is the probability that the two would come to know each other within the window
/// learned from.
/// </summary>
internal sealed class LinkPairScorer : IPairScorer
{
    private readonly LinkModel _model;
    private readonly BoundPairFeaturizer _featurizer;
    private readonly IReadOnlyList<FeatureInfo> _features;
    private readonly PairScorer _rules;
    private readonly PartSet _parts;

    public LinkPairScorer(LinkPairModel model, CommunityIndex index, IntroductionKind kind)
    {
        (_model, _features) = (model.Model, model.Featurizer.Features);
        _featurizer = model.Featurizer.Bind(index);
        _rules = new PairScorer(index, kind);
        _parts = PartSet.Of(index);
    }

    public PairScore Score(PairQuery query, int candidate)
    {
        int width = _features.Count;
        Span<float> rows = width <= 512 ? stackalloc float[2 * width] : new float[2 * width];
        return Score(query, candidate, rows[..width], rows[width..], RuleOdds.Of(_rules.Score(query, candidate).Score));
    }

    public (PairScore Score, PartScore[] Parts) Explain(PairQuery query, int candidate)
    {
        float[] there = new float[_features.Count],
            back = new float[_features.Count];
        (PairScore ruled, PartScore[] ruledParts) = _rules.Explain(query, candidate);
        double rules = RuleOdds.Of(ruled.Score);
        PairScore score = Score(query, candidate, there, back, rules);
        double[] pulls = new double[_parts.Names.Count];
        double[] columns = new double[_features.Count];
        double byRules = 0,
            start = 0;
        foreach (float[] row in new[] { there, back })
        {
            (double ofRules, double rest) = _model.Contributions(row, rules, columns);
            (byRules, start) = (byRules + (ofRules / 2), start + (rest / 2));
            for (int i = 0; i < columns.Length; i++)
                pulls[_parts.IndexOf(_features[i].Part)] += columns[i] / 2;
        }

        // The rules' log-odds are measured from those of a pair that they know nothing of; its parts share what lies between.
        double unknown = _model.Blend.Rules * _model.Blend.RulesScale.Slope * RuleOdds.Of(0);
        foreach (PartScore part in ruledParts)
            pulls[_parts.IndexOf(part.Part)] += ruled.Score > 0 ? (byRules - unknown) * part.Contribution / ruled.Score : 0;
        if (ruled.Score == 0)
            unknown = byRules;
        return (score, Parts(score, ruledParts, pulls, start + unknown));
    }

    /// <summary>
    /// Along the straight way from a pair of which nothing is known to this one, each part's share of the change of score is its share of
    /// the change of log-odds (Aumann and Shapley 1974), so that base rate and parts add up to the score.
    /// </summary>
    private PartScore[] Parts(PairScore score, PartScore[] ruled, double[] pulls, double start)
    {
        double sum = pulls.Sum(),
            from = _model.Probability(start),
            size = pulls.Sum(Math.Abs);
        double slope = Math.Abs(sum) > 1e-3 * size && size > 0 ? (score.Score - from) / sum : score.Score * (1 - score.Score);
        double[] contributions = [.. pulls.Select(pull => slope * pull)];
        int baseline = _parts.IndexOf(ScorePart.Baseline);
        contributions[baseline] = score.Score - contributions.Where((_, part) => part != baseline).Sum();
        double total = contributions.Sum(Math.Abs);
        return
        [
            .. _parts
                .Names.Zip(contributions)
                .Select(part => (Part: part.First, Contribution: part.Second, Rules: Array.Find(ruled, known => known.Part == part.First)))
                .Where(part => part.Contribution != 0 || part.Part == ScorePart.Baseline || part.Rules is not null)
                .Select(part => new PartScore
                {
                    Part = part.Part,
                    Forward = part.Rules?.Forward ?? score.Forward,
                    Backward = part.Rules?.Backward ?? score.Backward,
                    Weight = total > 0 ? Math.Abs(part.Contribution) / total : 0,
                    Contribution = part.Contribution,
                })
                .OrderByDescending(part => part.Contribution),
        ];
    }

    /// <summary>A link is the same from either side: the log-odds are the mean of both ways of looking at it.</summary>
    private PairScore Score(PairQuery query, int candidate, Span<float> there, Span<float> back, double rules)
    {
        _featurizer.Write(query, candidate, there);
        _featurizer.WriteBack(query, candidate, there, back);
        double forward = _model.Logit(there, rules),
            backward = _model.Logit(back, rules);
        return new PairScore
        {
            Forward = _model.Probability(forward),
            Backward = _model.Probability(backward),
            Score = _model.Probability((forward + backward) / 2),
        };
    }
}
