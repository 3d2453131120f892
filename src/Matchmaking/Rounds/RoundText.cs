namespace Matchmaking.Rounds;

/// <summary>
/// What is said about a round to the host, who is no member with a language of their own: English unless a culture was asked for.
/// </summary>
internal static class RoundText
{
    public static Phrases Of(RoundContext context) => Phrases.ForHost(context.Index.Options.Books, context.Options.Culture);
}

/// <summary>What the host can do about a rule that keeps two apart, and how far, where the rule has a measure.</summary>
internal sealed class RelaxationText(RoundContext context, Phrases phrases)
{
    public string Of(Refusal rule, int member, int example)
    {
        ObstacleKind kind = rule.Kind;
        if (rule.HasOwnText)
            return phrases.Format("RelaxRule", kind.Code, rule.Text(phrases));
        if (kind == ObstacleKind.CoolingDown && context.Past.ArePlannedTogether(member, example))
            return phrases["RelaxPlannedAhead"];
        // Whole days: the first on which the two may meet again.
        if (kind == ObstacleKind.CoolingDown && context.Past.HaveMet(member, example))
            return phrases.Count(
                "RelaxCoolDown",
                Math.Floor((context.Now - context.Past.Last(member, example)!.Value).Duration().TotalDays)
            );
        if (kind == ObstacleKind.TooFewCommonHours)
        {
            using PairQuery query = context.Query(member);
            // Downwards: a tenth more than the two have would not help.
            return phrases.Count("RelaxTooFewCommonHours", Math.Floor(10 * query.CommonHours(example) ?? 0) / 10);
        }

        return kind == ObstacleKind.MonthlyCapReached
            ? phrases.Format("RelaxMonthlyCapReached", context.Index.Members[example].Id)
            : phrases[$"Relax{kind.PhraseName}"];
    }

    /// <summary>How far the least score would have to be lowered.</summary>
    public string OfScore(int member, int example)
    {
        using PairQuery query = context.Query(member);
        return phrases.Format("RelaxBelowScore", Math.Floor(100 * context.Scorer.Score(query, example).Score) / 100);
    }
}
