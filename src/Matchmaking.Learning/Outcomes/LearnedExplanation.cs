namespace Matchmaking.Learning;

/// <summary>
/// Folds what a learned score rests on into the parts that a person understands. The models' contributions are log-odds; along the straight
/// way from a pair of which nothing is known to this one, each column's share of the score's change is its own (Aumann and Shapley 1974;
/// integrated gradients, Sundararajan et al. 2017), so that base rate and parts add up to the score.
/// </summary>
internal sealed class LearnedExplanation(LearnedScorer scorer, OutcomePairModel model, FeatureInfo[] features, PairScorer rules)
{
    /// <summary>Steps of the way; the little that they leave over goes to the base rate.</summary>
    private const int Steps = 64;

    private readonly PartSet _parts = rules.Parts;

    public PartScore[] Write(PairQuery query, int candidate, LearnedScorer.Evaluation pair, PairScore score, float[] there, float[] back)
    {
        OutcomeBlend blend = pair.Choice.Blend;
        Share logistic = Of(blend.Logistic, direction => model.Models.Logistic, effects: true, pair, there, back);
        Share trees = Of(blend.Trees, direction => direction.Route.Trees, effects: false, pair, there, back);
        Share factors = Of(blend.Factors, direction => model.Models.Factors, effects: true, pair, there, back);
        Share hosts = OfHost(blend.Host, pair, there, back);
        double[] joint = new double[_parts.Names.Count];
        double jointRest = 0;
        if (blend.Joint > 0 && pair.There.Route.Joint is { } fromHere && pair.Back.Route.Joint is { } fromThere)
        {
            double share = scorer.JointShare(query.Member, candidate);
            AddColumns(fromHere, there, blend.Joint * share, joint, ref jointRest);
            AddColumns(fromThere, back, blend.Joint * (1 - share), joint, ref jointRest);
        }

        (PairScore ruled, PartScore[] ruledParts) = rules.Explain(query, candidate);
        double At(double t)
        {
            double models = jointRest + (t * joint.Sum()) + logistic.At(t) + trees.At(t) + factors.At(t) + hosts.At(t);
            double byModels =
                pair.Choice.RulesWeight < 1 ? (1 - pair.Choice.RulesWeight) * LogOdds.Of(pair.Choice.Models.Apply(models)) : 0;
            return LogOdds.Probability(byModels + (pair.Choice.RulesWeight * LogOdds.Of(pair.Choice.Rules.Apply(t * ruled.Score))));
        }

        // The slope of the score along each part's direction, by differences of the log-odds; all are smooth.
        double[] contributions = new double[_parts.Names.Count];
        double before = At(0);
        for (int step = 0; step < Steps; step++)
        {
            double from = step / (double)Steps,
                to = (step + 1) / (double)Steps,
                middle = (from + to) / 2;
            double after = At(to);
            double[] pull = new double[_parts.Names.Count];
            for (int part = 0; part < _parts.Names.Count; part++)
                pull[part] =
                    (1 - pair.Choice.RulesWeight)
                    * pair.Choice.Models.Slope
                    * (
                        joint[part]
                        + logistic.Pull(middle, part)
                        + trees.Pull(middle, part)
                        + factors.Pull(middle, part)
                        + hosts.Pull(middle, part)
                    );
            foreach (PartScore part in ruledParts)
                pull[_parts.IndexOf(part.Part)] += pair.Choice.RulesWeight * pair.Choice.Rules.Slope * part.Contribution;
            double sum = pull.Sum(),
                size = pull.Sum(Math.Abs);

            // Where parts cancel, their shares of a small change would be huge: the slope of the logistic curve is taken instead.
            double slope = size > 0 && Math.Abs(sum) > 1e-3 * size ? (after - before) / sum : LogisticSlope(after) / Steps;
            for (int part = 0; part < _parts.Names.Count; part++)
                contributions[part] += slope * pull[part];
            before = after;
        }

        return Parts(query, candidate, contributions, score, logistic, trees, ruledParts);
    }

    private static double LogisticSlope(double probability) => probability * (1 - probability);

    private PartScore[] Parts(
        PairQuery query,
        int candidate,
        double[] contributions,
        PairScore score,
        Share logistic,
        Share trees,
        PartScore[] ruled
    )
    {
        contributions[_parts.IndexOf(ScorePart.Baseline)] = 0;
        contributions[_parts.IndexOf(ScorePart.Baseline)] = score.Score - contributions.Sum();
        double total = contributions.Sum(Math.Abs);
        List<PartScore> parts = [];
        foreach (ScorePart part in _parts.Names)
        {
            PartScore? byRules = Array.Find(ruled, known => known.Part == part);
            double contribution = contributions[_parts.IndexOf(part)];
            if (contribution == 0 && byRules is null && part != ScorePart.Baseline)
                continue;
            DirectedValue value =
                byRules is not null ? new(byRules.Forward, byRules.Backward)
                : _parts.Find(part) is { } rule && rule.HasData(query.Index) ? rule.Score(query, candidate)
                : part == ScorePart.Baseline ? new(score.Forward, score.Backward)
                : new(
                    LogOdds.Probability(logistic.Forward(part) + trees.Forward(part)),
                    LogOdds.Probability(logistic.Backward(part) + trees.Backward(part))
                );
            parts.Add(
                new PartScore
                {
                    Part = part,
                    Forward = value.Forward,
                    Backward = value.Backward,
                    Weight = total > 0 ? Math.Abs(contribution) / total : 0,
                    Contribution = contribution,
                }
            );
        }

        return [.. parts.OrderByDescending(part => part.Contribution)];
    }

    /// <summary>One kind of directed models: its log-odds along the way, of both directions as one where both sides answer.</summary>
    private Share Of(
        double weight,
        Func<LearnedScorer.Direction, CompiledModel[]?> models,
        bool effects,
        LearnedScorer.Evaluation pair,
        float[] there,
        float[] back
    )
    {
        var share = new Share(weight, model.History.Mutual, _parts);
        if (weight == 0)
            return share;
        (LearnedScorer.Direction chooser, LearnedScorer.Direction chosen) = pair.Reversed
            ? (pair.Back, pair.There)
            : (pair.There, pair.Back);
        Add(chooser, pair.Reversed ? back : there, share.There, ref share.ThereRest);
        Add(chosen, pair.Reversed ? there : back, share.Back, ref share.BackRest);
        return share;

        void Add(LearnedScorer.Direction direction, float[] row, double[] parts, ref double rest)
        {
            if (models(direction) is not { } byRole)
                return;
            int role = scorer.Role(direction.From);
            (int from, int to) = role < 0 || !effects ? (-1, -1) : (scorer.Code(direction.From), scorer.Code(direction.To));
            for (int r = 0; r < byRole.Length; r++)
            {
                double part =
                    role < 0 ? 1.0 / byRole.Length
                    : r == role ? 1
                    : 0;
                if (part == 0)
                    continue;
                AddColumns(byRole[r], row, part, parts, ref rest);
                double own = byRole[r].Logit(row, from, to) - byRole[r].Logit(row);
                parts[_parts.IndexOf(ScorePart.History)] += part * own;
            }
        }
    }

    /// <summary>The model of a host's trainer, which tells nothing but its log-odds.</summary>
    private Share OfHost(int? host, LearnedScorer.Evaluation pair, float[] there, float[] back)
    {
        var share = new Share(host is null ? 0 : 1, model.History.Mutual, _parts);
        if (host is null || model.Models.Hosts?[host.Value] is not { } byRole)
            return share;
        (LearnedScorer.Direction chooser, LearnedScorer.Direction chosen) = pair.Reversed
            ? (pair.Back, pair.There)
            : (pair.There, pair.Back);
        Add(chooser, pair.Reversed ? back : there, share.There, ref share.ThereRest);
        Add(chosen, pair.Reversed ? there : back, share.Back, ref share.BackRest);
        return share;

        void Add(LearnedScorer.Direction direction, float[] row, double[] parts, ref double rest)
        {
            int role = scorer.Role(direction.From);
            for (int r = 0; r < byRole.Length; r++)
            {
                if (role < 0 || r == role)
                    AddWithout(byRole[r], row, role < 0 ? 1.0 / byRole.Length : 1, parts, ref rest);
            }
        }
    }

    /// <summary>A part's share is by how much the log-odds fall when all its columns are missing.</summary>
    private void AddWithout(HostTrained trained, float[] row, double scale, double[] parts, ref double rest)
    {
        double whole = trained.Logit(row),
            told = 0;
        foreach (var columns in Enumerable.Range(0, features.Length).GroupBy(column => features[column].Part))
        {
            float[] without = [.. row];
            foreach (int column in columns)
                without[column] = float.NaN;
            double own = whole - trained.Logit(without);
            parts[_parts.IndexOf(columns.Key)] += scale * own;
            told += own;
        }

        rest += scale * (whole - told);
    }

    private void AddColumns(CompiledModel compiled, float[] row, double scale, double[] parts, ref double rest)
    {
        if (scale == 0)
            return;
        double[] columns = new double[features.Length];
        compiled.Contributions(row, columns, out double own);
        rest += scale * own;
        for (int i = 0; i < columns.Length; i++)
            parts[_parts.IndexOf(features[i].Part)] += scale * columns[i];
    }

    private sealed class Share(double weight, bool mutual, PartSet names)
    {
        public readonly double[] There = new double[names.Names.Count];
        public readonly double[] Back = new double[names.Names.Count];
        public double ThereRest;
        public double BackRest;

        public double Forward(ScorePart part) => weight == 0 ? 0 : There[names.IndexOf(part)];

        public double Backward(ScorePart part) => weight == 0 ? 0 : Back[names.IndexOf(part)];

        public double At(double t)
        {
            if (weight == 0)
                return 0;
            double there = ThereRest + (t * There.Sum()),
                back = BackRest + (t * Back.Sum());
            return weight * (mutual ? LogOdds.OfBoth(there, back) : there);
        }

        /// <summary>
        /// How fast a part moves the log-odds at a point of the way: d logit(σ(a)σ(b)) / da = (1 − σ(a)) / (1 − σ(a)σ(b)).
        /// </summary>
        public double Pull(double t, int part)
        {
            if (weight == 0)
                return 0;
            if (!mutual)
                return weight * There[part];
            double there = LogOdds.Probability(ThereRest + (t * There.Sum())),
                back = LogOdds.Probability(BackRest + (t * Back.Sum()));
            double none = Math.Max(1 - (there * back), 1e-12);
            return weight * (((1 - there) / none * There[part]) + ((1 - back) / none * Back[part]));
        }
    }
}
