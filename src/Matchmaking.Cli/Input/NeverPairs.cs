namespace Matchmaking.Cli.Input;

/// <summary>The organiser's list of pairs that are never made, as a rule with its own text.</summary>
internal sealed class NeverPairs(ExcludedPairs pairs) : IIntroductionRule
{
    private static readonly RuleVerdict s_refused = RuleVerdict.Refuse(new ObstacleKind("neverPair"), culture =>
        culture.TwoLetterISOLanguageName == "fr"
            ? "Les deux sont sur la liste des paires à ne jamais former."
            : "The two are on the list of pairs that are never made."
    );

    public RuleVerdict Judge(ProposedIntroduction proposed) =>
        pairs.Of(proposed.From.Id).Contains(proposed.To.Id) ? s_refused : RuleVerdict.Allow;
}
