namespace Matchmaking.Learning;

/// <summary>
/// Scores pairs by what was learned from outcomes, with the outcomes known now as history. A score is the probability that the introduction
/// ends well: that both say yes, or that the one who chooses does.
/// </summary>
internal sealed class LearnedScorer : IPairScorer
{
    private readonly OutcomePairModel _model;
    private readonly CommunityIndex _basis;
    private readonly BoundPairFeaturizer _featurizer;
    private readonly AnswerTable _table;
    private readonly PairScorer _rules;
    private readonly FeatureInfo[] _features;
    private readonly int[] _roles;
    private readonly int[] _codes;
    private readonly OutcomeSide[] _sides;
    private readonly KnownHistory _most;

    public LearnedScorer(OutcomePairModel model, CommunityIndex index)
    {
        _model = model;
        _basis = index.WithoutOutcomes();
        _featurizer = model.Featurizer.Bind(_basis);
        _features = [.. model.Featurizer.Features, .. model.History.Features];
        IReadOnlyList<LabelledPair> pairs = OutcomeLabels.Of(index.Community, model.Seed).Pairs;
        _table = new AnswerTable(index.Members.Count, pairs, _basis.Network.Decay);
        _rules = new PairScorer(_basis, IntroductionKind.Any);
        _roles = [.. index.Members.Select(member => model.Split?.RoleOf(member) ?? 0)];
        Dictionary<string, int> codes = model.Members.Codes();
        _codes = [.. index.Members.Select(member => codes.GetValueOrDefault(member.Id, -1))];
        _sides = model.OneSided ? Sides(index, pairs) : new OutcomeSide[index.Members.Count];
        foreach (OutcomeRoute route in model.Models.Routes)
            _most |= route.Known;
    }

    private bool Mutual => _model.History.Mutual;

    public PairScore Score(PairQuery query, int candidate)
    {
        PairQuery own = query.On(_basis);
        int width = _features.Length;
        Span<float> rows = 2 * width <= 2048 ? stackalloc float[2 * width] : new float[2 * width];
        var pair = Evaluate(own, candidate, rows[..width], rows[width..]);
        return new PairScore
        {
            Forward = pair.Forward,
            Backward = pair.Backward,
            Score = LogOdds.Probability(pair.Logit),
        };
    }

    public (PairScore Score, PartScore[] Parts) Explain(PairQuery query, int candidate)
    {
        PairQuery own = query.On(_basis);
        int width = _features.Length;
        float[] there = new float[width],
            back = new float[width];
        var pair = Evaluate(own, candidate, there, back);
        var score = new PairScore
        {
            Forward = pair.Forward,
            Backward = pair.Backward,
            Score = LogOdds.Probability(pair.Logit),
        };
        return (score, new LearnedExplanation(this, _model, _features, _rules).Write(own, candidate, pair, score, there, back));
    }

    /// <summary>Fills both rows, and says all that the models say of them.</summary>
    private Evaluation Evaluate(PairQuery query, int candidate, Span<float> there, Span<float> back)
    {
        int profile = _featurizer.Columns;
        _featurizer.Write(query, candidate, there[..profile]);
        _featurizer.WriteBack(query, candidate, there[..profile], back[..profile]);
        _model.History.Write(_table, query.Member, candidate, there[profile..]);
        _model.History.Write(_table, candidate, query.Member, back[profile..]);

        KnownHistory known = _table.Known(query.Member, candidate) & _most;
        KnownHistory knownBack = _table.Known(candidate, query.Member) & _most;
        var side = new Direction(query.Member, candidate, OutcomeRoute.For(_model.Models.Routes, known));
        var other = new Direction(candidate, query.Member, OutcomeRoute.For(_model.Models.Routes, knownBack));
        OutcomeLogits logits = Predict(side, there),
            logitsBack = Predict(other, back);
        double rules = _rules.Score(query, candidate).Score;
        var joined = new PairLogits(logits, logitsBack, Joint(side, other, there, back), rules);
        OutcomeChoice choice = Choice(known);
        if (Mutual)
            return new Evaluation(
                choice,
                side,
                other,
                joined,
                false,
                choice.Logit(joined, Mutual),
                Directed(choice, logits),
                Directed(choice, logitsBack)
            );

        var turned = new PairLogits(logitsBack, logits, joined.Joint, rules);
        OutcomeChoice choiceBack = Choice(knownBack);
        if (!_model.OneSided)
            return new Evaluation(
                choice,
                side,
                other,
                joined,
                false,
                choice.Logit(joined, Mutual),
                LogOdds.Probability(choice.Logit(joined, Mutual)),
                LogOdds.Probability(choiceBack.Logit(turned, Mutual))
            );

        // Who is only chosen never answers: one probability is all that there is to say of a pair, and of two of one side nothing was
        // learned.
        (OutcomeSide own, OutcomeSide theirs) = (_sides[query.Member], _sides[candidate]);
        bool reversed = own < theirs;
        if (own == theirs && own != OutcomeSide.Unknown)
            choice = choice with { RulesWeight = 1 };
        else if (reversed)
            (choice, joined) = (choiceBack, turned);
        double logit = choice.Logit(joined, Mutual),
            probability = LogOdds.Probability(logit);
        return new Evaluation(choice, side, other, joined, reversed, logit, probability, probability);
    }

    /// <summary>Between newcomers, between known members, or whatever lies between; who is only chosen need not have chosen.</summary>
    private OutcomeChoice Choice(KnownHistory known) =>
        _model.Choices[
            (int)(
                known == KnownHistory.None ? OutcomeUse.Newcomers
                : known == _most ? OutcomeUse.Known
                : OutcomeUse.NewAsker
            )
        ];

    private double Directed(OutcomeChoice choice, in OutcomeLogits logits) =>
        choice.Directed.Apply(OutcomeBlend.Default(Mutual).OfDirection(logits));

    /// <summary>One of neither side is asked by the mean of both sides' models.</summary>
    private OutcomeLogits Predict(in Direction direction, ReadOnlySpan<float> row)
    {
        int role = _roles[direction.From];
        if (role >= 0)
            return _model.Models.Predict(direction.Route, role, row, _codes[direction.From], _codes[direction.To]);
        OutcomeLogits a = _model.Models.Predict(direction.Route, 0, row, -1, -1),
            b = _model.Models.Predict(direction.Route, 1, row, -1, -1);
        return OutcomeLogits.Mean(a, b);
    }

    /// <summary>Of both sides: from the first role's, or the mean where there are no roles.</summary>
    private double Joint(in Direction side, in Direction other, ReadOnlySpan<float> there, ReadOnlySpan<float> back)
    {
        if (side.Route.Joint is not { } fromHere || other.Route.Joint is not { } fromThere)
            return 0;
        double share = JointShare(side.From, side.To);
        return (share > 0 ? share * fromHere.Logit(there) : 0) + (share < 1 ? (1 - share) * fromThere.Logit(back) : 0);
    }

    /// <summary>How much the joint trees are asked of the pair as it stands, rather than turned round.</summary>
    public double JointShare(int from, int to) =>
        _model.Split is null || _roles[from] == _roles[to] ? .5
        : _roles[from] == 0 || _roles[to] == 1 ? 1
        : 0;

    public int Role(int member) => _roles[member];

    public int Code(int member) => _codes[member];

    /// <summary>
    /// Who chooses and who is chosen: known by their answers; of newcomers by the part they take in mentoring, if those who answered take
    /// it all on one side.
    /// </summary>
    private static OutcomeSide[] Sides(CommunityIndex index, IReadOnlyList<LabelledPair> pairs)
    {
        var sides = new OutcomeSide[index.Members.Count];
        foreach (LabelledPair pair in pairs)
            sides[pair.To] = OutcomeSide.Chosen;
        foreach (LabelledPair pair in pairs)
            sides[pair.From] = OutcomeSide.Chooses;
        var byRole = index
            .Members.Zip(sides)
            .Where(member => member.First.Mentoring is not null && member.Second != OutcomeSide.Unknown)
            .GroupBy(member => member.First.Mentoring!.Role, member => (int)member.Second)
            .ToDictionary(role => role.Key, role => (OutcomeSide)Math.Round(role.Average()));
        for (int i = 0; i < sides.Length; i++)
        {
            if (sides[i] == OutcomeSide.Unknown && index.Members[i].Mentoring is { } mentoring)
                sides[i] = byRole.GetValueOrDefault(mentoring.Role);
        }

        return sides;
    }

    internal readonly record struct Direction(int From, int To, OutcomeRoute Route);

    /// <param name="Choice">What serves the pair.</param>
    /// <param name="There">From the query's member to the candidate.</param>
    /// <param name="Back">The other way.</param>
    /// <param name="Logits">What the models say, the one who chooses first.</param>
    /// <param name="Reversed">Whether it is the candidate who chooses.</param>
    /// <param name="Logit">The log-odds that it ends well.</param>
    /// <param name="Forward">The probability that the query's member says yes.</param>
    /// <param name="Backward">The probability that the candidate does.</param>
    internal readonly record struct Evaluation(
        OutcomeChoice Choice,
        Direction There,
        Direction Back,
        PairLogits Logits,
        bool Reversed,
        double Logit,
        double Forward,
        double Backward
    );
}
