namespace Matchmaking.Selection;

/// <summary>The host's own predicates, without a reason: of the options, and of the call.</summary>
internal sealed class HostPredicateRule : IRule
{
    public ObstacleKind? Check(RuleQuery query, int candidate) =>
        Allows(query.Index.Options.Allow, query, candidate) && Allows(query.Options.Allow, query, candidate) ? null : ObstacleKind.HostRule;

    private static bool Allows(Func<Member, Member, bool>? predicate, RuleQuery query, int candidate) =>
        predicate is null || predicate(query.Profile.Record, query.Index.Members[candidate].Record);
}

/// <summary>The host's rules of one call: any may refuse, the last tier counts.</summary>
internal sealed class HostRules
{
    private readonly IIntroductionRule[] _rules;
    private readonly bool _bothWays;

    private HostRules(IIntroductionRule[] rules, bool bothWays) => (_rules, _bothWays) = (rules, bothWays);

    /// <param name="always">The rules of every call.</param>
    /// <param name="call">The rules of this one.</param>
    /// <param name="bothWays">Whether both orders of a pair are asked.</param>
    /// <returns>Null where there is no rule.</returns>
    public static HostRules? Of(IReadOnlyList<IIntroductionRule> always, IReadOnlyList<IIntroductionRule> call, bool bothWays = false) =>
        always.Count + call.Count == 0 ? null : new HostRules([.. always, .. call], bothWays);

    /// <summary>The tier of an introduction; null where a rule refuses it.</summary>
    public int? Tier(in ProposedIntroduction proposed)
    {
        int tier = 0;
        foreach (IIntroductionRule rule in _rules)
        {
            RuleVerdict verdict = rule.Judge(proposed);
            if (verdict.IsRefusal)
                return null;
            tier = Math.Max(tier, verdict.Tier);
            if (!_bothWays)
                continue;
            verdict = rule.Judge(Turned(proposed));
            if (verdict.IsRefusal)
                return null;
            tier = Math.Max(tier, verdict.Tier);
        }

        return tier;
    }

    /// <summary>Everything that refuses an introduction, one of each code.</summary>
    public IEnumerable<Refusal> Refusals(ProposedIntroduction proposed)
    {
        IEnumerable<RuleVerdict> verdicts = _rules.SelectMany<IIntroductionRule, RuleVerdict>(rule =>
            _bothWays ? [rule.Judge(proposed), rule.Judge(Turned(proposed))] : [rule.Judge(proposed)]
        );
        return verdicts.Where(verdict => verdict.IsRefusal).Select(verdict => new Refusal(verdict)).DistinctBy(refusal => refusal.Kind);
    }

    private static ProposedIntroduction Turned(ProposedIntroduction proposed) => proposed with { From = proposed.To, To = proposed.From };
}

/// <summary>A rule that stands against a pair: one of the library's, or a host's with its own text.</summary>
internal readonly struct Refusal
{
    private readonly RuleVerdict _verdict;

    public Refusal(ObstacleKind kind) => Kind = kind;

    public Refusal(RuleVerdict verdict) => (Kind, _verdict) = (verdict.Obstacle!.Value, verdict);

    public ObstacleKind Kind { get; }

    /// <summary>Whether the host forbids it, by a rule or a predicate.</summary>
    public bool IsHosts => _verdict.IsRefusal || Kind == ObstacleKind.HostRule;

    /// <summary>Whether a rule of the host's tells why.</summary>
    public bool HasOwnText => _verdict.IsRefusal;

    public string Text(Phrases phrases) =>
        !HasOwnText ? phrases[$"Obstacle{Kind.PhraseName}"]
        : _verdict.TextFor(phrases.ReadersCulture) is { Length: > 0 } text ? text
        : phrases["ObstacleHostRule"];

    public Obstacle Told(Phrases phrases) => new() { Kind = Kind, Text = Text(phrases) };
}
